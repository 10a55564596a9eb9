/** Files that are whole, or not there. */
@NullMarked
package io.github.miscope.file;

import org.jspecify.annotations.NullMarked;
