/** Mutual information of normal vectors, from canonical correlations. */
@NullMarked
package io.github.miscope.estimator.gaussian;

import org.jspecify.annotations.NullMarked;
