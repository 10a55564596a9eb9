package io.github.miscope.estimator;

import io.github.miscope.sample.Samples;
import java.util.Objects;

/** An estimator of mutual information that is a mean over the observations. */
public interface PointwiseEstimator extends MutualInformationEstimator {

  /**
   * Estimates I(X;Y) and what each observation contributes to it.
   *
   * @param samples n paired observations
   * @return the estimate and n pointwise values, whose mean it is
   * @throws IllegalArgumentException as {@link #estimate(Samples)}
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  PointwiseEstimate pointwise(Samples samples);

  @Override
  default Estimate estimate(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    return pointwise(samples).estimate();
  }
}
