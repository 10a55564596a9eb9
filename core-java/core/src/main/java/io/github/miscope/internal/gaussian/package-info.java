/** Moments and determinants of Gaussian models. Not API. */
@NullMarked
package io.github.miscope.internal.gaussian;

import org.jspecify.annotations.NullMarked;
