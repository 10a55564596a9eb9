package io.github.miscope.estimator.scale;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.scaling.Scaling;
import java.util.Objects;

/**
 * An estimator of I(X;Y|Z) under a scaling of its input: nearest neighbours in (X, Y, Z) depend on
 * the units of all three, which {@link Scaling#normalRank()} and {@link Scaling#local()} remove.
 * Codes of discrete columns are mapped as well; equal ones stay equal.
 *
 * @param base the estimator of the scaled samples
 * @param scaling the scaling of X, of Y and of Z, each fitted on its own
 */
public record ScaledConditional(ConditionalMutualInformationEstimator base, Scaling scaling)
    implements ConditionalMutualInformationEstimator {

  /**
   * Refuses null.
   *
   * @param base the estimator of the scaled samples
   * @param scaling the scaling of X, of Y and of Z, each fitted on its own
   */
  public ScaledConditional {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(scaling, "scaling");
  }

  /**
   * An estimator under the same scaling of all variables.
   *
   * @param base the estimator of the scaled samples
   * @param scaling the scaling of X, of Y and of Z
   * @return the composed estimator
   */
  public static ScaledConditional of(ConditionalMutualInformationEstimator base, Scaling scaling) {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(scaling, "scaling");
    return new ScaledConditional(base, scaling);
  }

  @Override
  public Estimate estimate(ConditionalSamples samples) {
    Objects.requireNonNull(samples, "samples");
    ConditionalSamples scaled =
        new ConditionalSamples(
            Rescaled.by(scaling, samples.x()),
            Rescaled.by(scaling, samples.y()),
            Rescaled.by(scaling, samples.z()));
    return base.estimate(scaled).labelled(toString());
  }

  @Override
  public String toString() {
    return ScalingLabels.withSuffix(base.toString(), scaling.suffix());
  }
}
