package io.github.miscope.estimator.entropy;

import io.github.miscope.estimator.AcceptsLevels;
import io.github.miscope.estimator.EntropyEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.PointwiseEntropyEstimator;
import io.github.miscope.sample.Samples;
import java.util.Objects;

/**
 * Mutual information as a sum of entropies, each estimated alone: h(X) + h(Y) - h(X,Y) where both
 * are continuous or both discrete; h(X) - sum over y of p(y) h(X | Y = y) where Y is discrete and X
 * continuous, and so with X and Y exchanged.
 *
 * <p>The joint sample has the columns of X and Y as they are. An entropy knows no unit, but a ball
 * around a point of (X,Y) mixes them: an estimator with nearest neighbours depends on the relative
 * scale of X and Y in its bias, so compose a {@link io.github.miscope.estimator.scale.Scaled} where
 * units are arbitrary. The biases of the three entropies do not cancel, as those of KSG do.
 *
 * <p>Constant columns carry no information and are left out, with a warning; a constant variable
 * has an information of exactly 0. A variable with continuous and discrete columns is refused.
 *
 * @param base the estimator of the entropies
 */
public record EntropySum(EntropyEstimator base) implements AcceptsLevels {

  /**
   * Refuses null.
   *
   * @param base the estimator of the entropies
   */
  public EntropySum {
    Objects.requireNonNull(base, "base");
  }

  /**
   * A sum of entropies.
   *
   * @param base the estimator of the entropies
   * @return the estimator of mutual information
   */
  public static EntropySum of(EntropyEstimator base) {
    Objects.requireNonNull(base, "base");
    return new EntropySum(base);
  }

  /**
   * A sum of entropies that are means over the observations, and so is itself one.
   *
   * @param base the estimator of the entropies
   * @return the estimator of mutual information, with pointwise values and their standard error
   */
  public static PointwiseEntropySum of(PointwiseEntropyEstimator base) {
    Objects.requireNonNull(base, "base");
    return new PointwiseEntropySum(base);
  }

  @Override
  public Estimate estimate(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    return new EntropySummation(
            toString(), variable -> new EntropySummation.TermEntropy(base.estimate(variable), null))
        .sum(samples, new double[samples.n()]);
  }

  @Override
  public boolean suitsRanks() {
    return base.suitsRanks();
  }

  @Override
  public String toString() {
    return EntropySummation.label(base);
  }
}
