package io.github.miscope.estimator.discrete;

import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.EntropyEstimator;
import io.github.miscope.sample.Variable;
import java.util.Objects;

/**
 * The entropy H(Bin(T)) of a binned variable, in nats: not a differential entropy; it grows as bins
 * become finer.
 *
 * @param binning turns the columns into discrete ones
 * @param correction what is done about the bias
 */
public record BinnedEntropy(Binning binning, Correction correction) implements EntropyEstimator {

  /**
   * Refuses null.
   *
   * @param binning turns the columns into discrete ones
   * @param correction what is done about the bias
   */
  public BinnedEntropy {
    Objects.requireNonNull(binning, "binning");
    Objects.requireNonNull(correction, "correction");
  }

  /**
   * With Grassberger's correction.
   *
   * @param binning turns the columns into discrete ones
   * @return the estimator
   */
  public static BinnedEntropy of(Binning binning) {
    Objects.requireNonNull(binning, "binning");
    return new BinnedEntropy(binning, Correction.GRASSBERGER);
  }

  /**
   * The same estimator with another correction.
   *
   * @param correction what is done about the bias
   * @return a changed copy
   */
  public BinnedEntropy withCorrection(Correction correction) {
    return new BinnedEntropy(binning, correction);
  }

  @Override
  public EntropyEstimate estimate(Variable variable) {
    Objects.requireNonNull(variable, "variable");
    EntropyEstimate estimate = new DiscreteEntropy(correction).estimate(binning.apply(variable));
    return new EntropyEstimate(
        estimate.nats(),
        toString(),
        estimate.n(),
        estimate.d(),
        estimate.diagnostics(),
        estimate.warnings());
  }

  @Override
  public String toString() {
    return correction == Correction.GRASSBERGER
        ? "Binned-Entropy(" + binning + ")"
        : "Binned-Entropy(" + binning + ", " + correction + ")";
  }
}
