/** Bins of equal width. */
@NullMarked
package io.github.miscope.internal.bins;

import org.jspecify.annotations.NullMarked;
