package io.github.miscope.estimator;

import io.github.miscope.sample.Variable;
import java.util.Objects;

/** An entropy estimator that is a mean over the observations. */
public interface PointwiseEntropyEstimator extends EntropyEstimator {

  /**
   * Estimates the entropy and what each observation contributes to it.
   *
   * @param variable n observations
   * @return the estimate and n pointwise values, whose mean it is
   * @throws IllegalArgumentException if the sample does not suit the estimator
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  PointwiseEntropyEstimate estimatePointwise(Variable variable);

  @Override
  default EntropyEstimate estimate(Variable variable) {
    Objects.requireNonNull(variable, "variable");
    return estimatePointwise(variable).estimate();
  }

  /**
   * What each observation contributes: an estimate of -log p at it.
   *
   * @param variable n observations
   * @return n values in nats, whose mean is the estimate
   * @throws IllegalArgumentException if the sample does not suit the estimator
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  default double[] pointwise(Variable variable) {
    Objects.requireNonNull(variable, "variable");
    return estimatePointwise(variable).nats();
  }
}
