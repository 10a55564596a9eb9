/**
 * Estimators of entropy, and the estimators of mutual information that are sums of them: {@code
 * h(X) + h(Y) - h(X,Y)}.
 */
@NullMarked
package io.github.miscope.estimator.entropy;

import org.jspecify.annotations.NullMarked;
