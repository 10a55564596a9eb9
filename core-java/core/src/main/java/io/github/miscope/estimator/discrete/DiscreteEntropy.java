package io.github.miscope.estimator.discrete;

import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.PointwiseEntropyEstimate;
import io.github.miscope.estimator.PointwiseEntropyEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.sample.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The entropy H(X) of a discrete variable, in nats; several columns are taken jointly. Invariant
 * under relabelling. {@link Correction} has the formulas and their sources.
 *
 * @param correction what is done about the bias
 */
public record DiscreteEntropy(Correction correction) implements PointwiseEntropyEstimator {

  /**
   * Refuses null.
   *
   * @param correction what is done about the bias
   */
  public DiscreteEntropy {
    Objects.requireNonNull(correction, "correction");
  }

  /**
   * With the correction of {@link DiscreteMutualInformation#withDefaults()}: the information of a
   * copy.
   *
   * @return the estimator
   */
  public static DiscreteEntropy withDefaults() {
    return new DiscreteEntropy(Correction.CHANCE_ADJUSTED);
  }

  /**
   * The same estimator with another correction.
   *
   * @param correction what is done about the bias
   * @return a changed copy
   */
  public DiscreteEntropy withCorrection(Correction correction) {
    return new DiscreteEntropy(correction);
  }

  /**
   * Estimates H(X).
   *
   * @param variable n observations, all columns discrete
   * @return the estimate, with the number of {@code levels} seen and of those seen once, {@code
   *     singletons}
   * @throws IllegalArgumentException if a column is continuous
   */
  @Override
  public PointwiseEntropyEstimate estimatePointwise(Variable variable) {
    Objects.requireNonNull(variable, "variable");
    variable.requireDiscrete(toString());
    EstimationInterruptedException.throwIfInterrupted(toString());
    LevelCounts levels = LevelCounts.of(variable);
    double[] shares = levels.shares(correction);
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    diagnostics.put("levels", (double) levels.levels());
    diagnostics.put("singletons", (double) levels.singletons());
    EntropyEstimate estimate =
        new EntropyEstimate(
            Means.mean(shares),
            toString(),
            variable.n(),
            variable.d(),
            diagnostics,
            Shares.with(Warning.ofConstantColumns(variable), variable.name(), levels));
    return new PointwiseEntropyEstimate(estimate, shares);
  }

  @Override
  public String toString() {
    return correction == Correction.CHANCE_ADJUSTED
        ? "Discrete-Entropy"
        : "Discrete-Entropy(" + correction + ")";
  }
}
