package io.github.miscope.estimator;

import io.github.miscope.sample.ConditionalSamples;

/**
 * Estimates the conditional mutual information I(X;Y|Z).
 *
 * <p>Estimators are immutable, stateless and thread-safe, as {@link MutualInformationEstimator}s
 * are.
 */
@FunctionalInterface
public interface ConditionalMutualInformationEstimator {

  /**
   * Estimates I(X;Y|Z).
   *
   * @param samples n observations of (X, Y, Z)
   * @return the estimate in nats, never clamped; the diagnostic {@code dZ} has the dimensions of Z
   * @throws IllegalArgumentException if the samples do not suit the estimator
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  Estimate estimate(ConditionalSamples samples);
}
