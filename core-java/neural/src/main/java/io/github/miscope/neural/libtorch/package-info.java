/** Loading libtorch, and saying what to add where it is missing. */
@NullMarked
package io.github.miscope.neural.libtorch;

import org.jspecify.annotations.NullMarked;
