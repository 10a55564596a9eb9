/** Critics and their training on libtorch. Not API. */
@NullMarked
package io.github.miscope.neural.internal;

import org.jspecify.annotations.NullMarked;
