package io.github.miscope.estimator;

import io.github.miscope.sample.Variable;

/** An entropy estimator that is a mean over the observations. */
public interface PointwiseEntropyEstimator extends EntropyEstimator {

  /**
   * What each observation contributes: an estimate of -log p at it.
   *
   * @param variable n observations
   * @return n values in nats, whose mean is the estimate
   * @throws IllegalArgumentException if the sample does not suit the estimator
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  double[] pointwise(Variable variable);

  /**
   * Estimates the entropy and what each observation contributes to it, at the price of one where
   * the estimator can.
   *
   * @param variable n observations
   * @return the estimate and n pointwise values, whose mean it is
   * @throws IllegalArgumentException if the sample does not suit the estimator
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  default PointwiseEntropyEstimate estimatePointwise(Variable variable) {
    return new PointwiseEntropyEstimate(estimate(variable), pointwise(variable));
  }
}
