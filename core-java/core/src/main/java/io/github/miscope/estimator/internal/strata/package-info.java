/** Means of estimates within strata. Not API. */
@NullMarked
package io.github.miscope.estimator.internal.strata;

import org.jspecify.annotations.NullMarked;
