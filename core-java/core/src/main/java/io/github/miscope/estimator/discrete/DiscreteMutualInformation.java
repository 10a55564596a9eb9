package io.github.miscope.estimator.discrete;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.PointwiseEstimate;
import io.github.miscope.estimator.PointwiseEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.sample.Samples;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * I(X;Y) = H(X) + H(Y) - H(X,Y) of discrete variables, each entropy with the same correction;
 * several columns of a variable are taken jointly. Invariant under relabelling.
 *
 * <p>Without correction the mean under independence is about (K_X - 1)(K_Y - 1) / (2n).
 *
 * @param correction what is done about the bias
 */
public record DiscreteMutualInformation(Correction correction) implements PointwiseEstimator {

  /**
   * With Grassberger's correction.
   *
   * @return the estimator
   */
  public static DiscreteMutualInformation withDefaults() {
    return new DiscreteMutualInformation(Correction.GRASSBERGER);
  }

  /**
   * The same estimator with another correction.
   *
   * @param newCorrection what is done about the bias
   * @return a changed copy
   */
  public DiscreteMutualInformation withCorrection(Correction newCorrection) {
    return new DiscreteMutualInformation(newCorrection);
  }

  /**
   * Estimates I(X;Y).
   *
   * @param samples n pairs, all columns discrete
   * @return the estimate, with the numbers of levels seen, {@code levelsX}, {@code levelsY} and
   *     {@code levelsXY}; each pointwise value is -log p(x) - log p(y) + log p(x,y), estimated
   * @throws IllegalArgumentException if a column is continuous
   */
  @Override
  public PointwiseEstimate pointwise(Samples samples) {
    samples.x().requireDiscrete(toString());
    samples.y().requireDiscrete(toString());
    EstimationInterruptedException.throwIfInterrupted(toString());
    LevelCounts x = LevelCounts.of(samples.x());
    LevelCounts y = LevelCounts.of(samples.y());
    LevelCounts xy = x.with(y);
    double[] shares = x.shares(correction);
    double[] sharesY = y.shares(correction);
    double[] sharesXY = xy.shares(correction);
    for (int i = 0; i < shares.length; i++) {
      // A constant variable has shares of zero, and then the others cancel exactly.
      shares[i] = shares[i] + sharesY[i] - sharesXY[i];
    }
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    diagnostics.put("levelsX", (double) x.levels());
    diagnostics.put("levelsY", (double) y.levels());
    diagnostics.put("levelsXY", (double) xy.levels());
    Estimate estimate =
        new Estimate(
            Means.mean(shares),
            toString(),
            samples.n(),
            samples.dX(),
            samples.dY(),
            diagnostics,
            Shares.with(
                Warning.ofConstantColumns(samples.x(), samples.y()),
                "(" + samples.x().name() + ", " + samples.y().name() + ")",
                xy));
    return new PointwiseEstimate(estimate, shares);
  }

  @Override
  public String toString() {
    return correction == Correction.GRASSBERGER ? "Discrete" : "Discrete(" + correction + ")";
  }
}
