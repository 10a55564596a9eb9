/** Sums of Gaussian kernels. Not API. */
@NullMarked
package io.github.miscope.internal.density;

import org.jspecify.annotations.NullMarked;
