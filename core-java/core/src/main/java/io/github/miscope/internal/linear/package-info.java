/** Linear algebra on columns of data, and the finite-sample moments of covariances. Not API. */
@NullMarked
package io.github.miscope.internal.linear;

import org.jspecify.annotations.NullMarked;
