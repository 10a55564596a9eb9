package io.github.miscope.estimator;

import io.github.miscope.sample.Samples;

/**
 * Estimates the mutual information I(X;Y) from paired observations.
 *
 * <p>Estimators are immutable, stateless and thread-safe: equal estimator, samples and seed give
 * equal bits, whatever the number of threads. {@code toString()} is the label in tables and
 * legends.
 */
@FunctionalInterface
public interface MutualInformationEstimator {

  /**
   * Estimates I(X;Y). Long work may be stopped by interrupting the calling thread.
   *
   * @param samples n paired observations
   * @return the estimate in nats, never clamped, with its warnings
   * @throws IllegalArgumentException if the samples do not suit the estimator (for instance k &ge;
   *     n); the message names the value and the rule
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  Estimate estimate(Samples samples);
}
