package io.github.miscope.estimator.discrete;

import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.EntropyEstimator;
import io.github.miscope.sample.Variable;

/**
 * The entropy H(Bin(T)) of a binned variable, in nats: not a differential entropy; it grows as bins
 * become finer.
 *
 * @param binning turns the columns into discrete ones
 * @param correction what is done about the bias
 */
public record BinnedEntropy(Binning binning, Correction correction) implements EntropyEstimator {

  /**
   * With Grassberger's correction.
   *
   * @param binning turns the columns into discrete ones
   * @return the estimator
   */
  public static BinnedEntropy of(Binning binning) {
    return new BinnedEntropy(binning, Correction.GRASSBERGER);
  }

  /**
   * The same estimator with another correction.
   *
   * @param newCorrection what is done about the bias
   * @return a changed copy
   */
  public BinnedEntropy withCorrection(Correction newCorrection) {
    return new BinnedEntropy(binning, newCorrection);
  }

  @Override
  public EntropyEstimate estimate(Variable variable) {
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
    return "Binned-Entropy(" + BinnedMutualInformation.options(binning, correction) + ")";
  }
}
