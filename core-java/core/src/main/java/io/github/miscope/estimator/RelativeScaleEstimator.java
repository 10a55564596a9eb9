package io.github.miscope.estimator;

import io.github.miscope.sample.Samples;
import java.util.List;

/**
 * An estimator that can estimate I(X; c Y) for several relative scales c at once, at less than the
 * price of one call each.
 */
public interface RelativeScaleEstimator extends MutualInformationEstimator {

  /**
   * Estimates I(X; c Y) for each c.
   *
   * @param samples n paired observations
   * @param scales the positive factors of Y
   * @return one estimate per scale, in their order
   * @throws IllegalArgumentException as {@link #estimate(Samples)}, or if a scale is not positive
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  List<Estimate> estimateAt(Samples samples, double... scales);

  @Override
  default Estimate estimate(Samples samples) {
    return estimateAt(samples, 1.0).get(0);
  }
}
