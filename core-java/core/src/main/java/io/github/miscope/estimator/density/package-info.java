/** Estimators that rest on a density estimate. */
@NullMarked
package io.github.miscope.estimator.density;

import org.jspecify.annotations.NullMarked;
