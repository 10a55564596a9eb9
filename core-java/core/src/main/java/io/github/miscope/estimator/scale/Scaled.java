package io.github.miscope.estimator.scale;

import io.github.miscope.estimator.BlockEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimatorWrapper;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.RankBased;
import io.github.miscope.estimator.RelativeScaleEstimator;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.util.Objects;
import java.util.Optional;

/**
 * An estimator under a scaling of its input: KSG under {@link Scaling#local()} is KSG-Local.
 *
 * @param base the estimator of the scaled samples
 * @param scalingX the scaling of X
 * @param scalingY the scaling of Y
 */
public record Scaled(MutualInformationEstimator base, Scaling scalingX, Scaling scalingY)
    implements EstimatorWrapper, PreparingEstimator {

  /**
   * Refuses null.
   *
   * @param base the estimator of the scaled samples
   * @param scalingX the scaling of X
   * @param scalingY the scaling of Y
   */
  public Scaled {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(scalingX, "scalingX");
    Objects.requireNonNull(scalingY, "scalingY");
  }

  /**
   * An estimator under the same scaling of both variables.
   *
   * @param base the estimator of the scaled samples
   * @param scaling the scaling of X and of Y, each fitted on its own
   * @return the composed estimator
   */
  public static Scaled of(MutualInformationEstimator base, Scaling scaling) {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(scaling, "scaling");
    return new Scaled(base, scaling, scaling);
  }

  @Override
  public PreparedVariable prepareX(Variable x) {
    Objects.requireNonNull(x, "x");
    return ScaledVariable.of(x, scalingX, PreparingEstimator.of(base)::prepareX);
  }

  @Override
  public PreparedVariable prepareY(Variable y) {
    Objects.requireNonNull(y, "y");
    return ScaledVariable.of(y, scalingY, PreparingEstimator.of(base)::prepareY);
  }

  @Override
  public Estimate estimate(PreparedVariable x, PreparedVariable y) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    return PreparingEstimator.of(base)
        .estimate(
            PreparingEstimator.own(this, ScaledVariable.class, x).prepared(),
            PreparingEstimator.own(this, ScaledVariable.class, y).prepared())
        .labelled(toString());
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    Objects.requireNonNull(type, "type");
    if (type == BlockEstimator.class) {
      return scalingX.equals(scalingY)
          ? base.capability(BlockEstimator.class)
              .map(own -> new ScaledBlocks(this, own))
              .map(type::cast)
          : Optional.empty();
    }
    if (type == RankBased.class && scalingX.isOfRanks() && scalingY.isOfRanks()) {
      return Optional.of(type.cast(new ScaledRanks(this)));
    }
    return EstimatorWrapper.super.capability(type);
  }

  @Override
  public Samples forBase(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    return new Samples(Rescaled.by(scalingX, samples.x()), Rescaled.by(scalingY, samples.y()));
  }

  @Override
  public Scaled withBase(MutualInformationEstimator base) {
    return new Scaled(base, scalingX, scalingY);
  }

  /**
   * The same with another number of neighbours of what is inside.
   *
   * @param k the number of nearest neighbours
   * @return a copy with that k
   * @throws IllegalArgumentException if k &lt; 1, or if what is inside has no k
   */
  public Scaled withK(int k) {
    return new Scaled(NearestNeighbours.withK(base, k), scalingX, scalingY);
  }

  @Override
  public String toString() {
    if (!scalingX.equals(scalingY)) {
      return ScalingLabels.withOption(base.toString(), "x: " + scalingX + ", y: " + scalingY);
    }
    String label = ScalingLabels.withSuffix(base.toString(), scalingX.suffix());
    // "KSG-Global" names the maximum over relative scales; without it the scale is c = 1.
    boolean global = ScalingLabels.isGlobal(scalingX);
    return global && base.capability(RelativeScaleEstimator.class).isPresent()
        ? ScalingLabels.withOption(label, "c = 1")
        : label;
  }
}
