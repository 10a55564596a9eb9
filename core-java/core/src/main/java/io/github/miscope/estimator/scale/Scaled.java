package io.github.miscope.estimator.scale;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.estimator.RelativeScaleEstimator;
import io.github.miscope.sample.Samples;
import io.github.miscope.scaling.Scaling;

/**
 * An estimator under a scaling of its input: KSG under {@link Scaling#local()} is KSG-Local.
 *
 * @param base the estimator of the scaled samples
 * @param scalingX the scaling of X
 * @param scalingY the scaling of Y
 */
public record Scaled(MutualInformationEstimator base, Scaling scalingX, Scaling scalingY)
    implements MutualInformationEstimator, NearestNeighbours {

  /**
   * An estimator under the same scaling of both variables.
   *
   * @param base the estimator of the scaled samples
   * @param scaling the scaling of X and of Y, each fitted on its own
   * @return the composed estimator
   */
  public static Scaled of(MutualInformationEstimator base, Scaling scaling) {
    return new Scaled(base, scaling, scaling);
  }

  @Override
  public Estimate estimate(Samples samples) {
    Samples scaled = new Samples(scalingX.apply(samples.x()), scalingY.apply(samples.y()));
    return base.estimate(scaled).labelled(toString());
  }

  @Override
  public Scaled withK(int k) {
    return new Scaled(NearestNeighbours.withK(base, k), scalingX, scalingY);
  }

  @Override
  public String toString() {
    if (!scalingX.equals(scalingY)) {
      return Labels.withOption(base.toString(), "x: " + scalingX + ", y: " + scalingY);
    }
    String label = Labels.withSuffix(base.toString(), Labels.suffix(scalingX));
    // "KSG-Global" names the maximum over relative scales; without it the scale is c = 1.
    boolean global = Labels.suffix(scalingX).startsWith("-Global");
    return global && base instanceof RelativeScaleEstimator
        ? Labels.withOption(label, "c = 1")
        : label;
  }
}
