/** Mutual information estimators, their estimates, and the warnings that come with them. */
@NullMarked
package io.github.miscope.estimator;

import org.jspecify.annotations.NullMarked;
