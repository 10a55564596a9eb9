/**
 * Mutual information between the input and a layer of a noisy network by sample propagation
 * (Goldfeld et al., "Estimating information flow in deep neural networks", ICML 2019).
 */
@NullMarked
package io.github.miscope.estimator.propagation;

import org.jspecify.annotations.NullMarked;
