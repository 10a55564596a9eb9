package io.github.miscope.estimator;

import io.github.miscope.sample.Samples;
import java.util.List;
import java.util.Objects;

/**
 * An estimator that can estimate I(X; c Y) for several relative scales c at once, at less than the
 * price of one call each.
 */
public interface RelativeScaleEstimator extends PreparingEstimator {

  /**
   * Estimates I(X; c Y) for each c.
   *
   * @param samples n paired observations
   * @param scales the positive factors of Y
   * @return one estimate per scale, in their order
   * @throws IllegalArgumentException as {@link #estimate(Samples)}, or if a scale is not positive
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  default List<Estimate> estimateAt(Samples samples, double... scales) {
    Objects.requireNonNull(samples, "samples");
    return estimateAt(prepareX(samples.x()), prepareY(samples.y()), scales);
  }

  /**
   * Estimates I(X; c Y) for each c.
   *
   * @param x what {@link #prepareX} gave
   * @param y what {@link #prepareY} gave
   * @param scales the positive factors of Y
   * @return one estimate per scale, in their order
   * @throws IllegalArgumentException as {@link #estimate(Samples)}, if a scale is not positive, or
   *     if another estimator prepared the variables
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  List<Estimate> estimateAt(PreparedVariable x, PreparedVariable y, double... scales);

  @Override
  default Estimate estimate(PreparedVariable x, PreparedVariable y) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    return estimateAt(x, y, 1.0).get(0);
  }
}
