/** Mutual information of discrete with continuous variables, and of mixtures of both. */
@NullMarked
package io.github.miscope.estimator.mixed;

import org.jspecify.annotations.NullMarked;
