package io.github.miscope.estimator;

import io.github.miscope.sample.Variable;

/**
 * Estimates an entropy from observations: the differential entropy h(X) of a continuous variable,
 * the entropy H(X) of a discrete one.
 *
 * <p>Estimators are immutable, stateless and thread-safe: equal estimator, sample and seed give
 * equal bits, whatever the number of threads. {@code toString()} is the label in tables.
 */
@FunctionalInterface
public interface EntropyEstimator {

  /**
   * Estimates the entropy. Long work may be stopped by interrupting the calling thread.
   *
   * @param variable n observations
   * @return the estimate in nats; a differential entropy may be negative
   * @throws IllegalArgumentException if the sample does not suit the estimator
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  EntropyEstimate estimate(Variable variable);

  /**
   * Whether the entropy of evenly spaced values, such as ranks, is estimated as well as that of
   * random ones from the same distribution.
   *
   * @return true unless an estimator says otherwise
   */
  default boolean suitsRanks() {
    return true;
  }
}
