package io.github.miscope.estimator.discrete;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.Warning;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.sample.ConditionalSamples;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * I(X;Y|Z) = H(X,Z) + H(Y,Z) - H(X,Y,Z) - H(Z) of discrete variables, each entropy with the same
 * correction. Invariant under relabelling.
 *
 * @param correction what is done about the bias
 */
public record DiscreteConditionalMutualInformation(Correction correction)
    implements ConditionalMutualInformationEstimator {

  /**
   * With Grassberger's correction.
   *
   * @return the estimator
   */
  public static DiscreteConditionalMutualInformation withDefaults() {
    return new DiscreteConditionalMutualInformation(Correction.GRASSBERGER);
  }

  /**
   * The same estimator with another correction.
   *
   * @param newCorrection what is done about the bias
   * @return a changed copy
   */
  public DiscreteConditionalMutualInformation withCorrection(Correction newCorrection) {
    return new DiscreteConditionalMutualInformation(newCorrection);
  }

  /**
   * Estimates I(X;Y|Z).
   *
   * @param samples n observations, all columns discrete
   * @return the estimate, with the numbers of levels of Z and of (X, Y, Z) that were seen, {@code
   *     levelsZ} and {@code levelsXYZ}
   * @throws IllegalArgumentException if a column is continuous
   */
  @Override
  public Estimate estimate(ConditionalSamples samples) {
    samples.x().requireDiscrete(toString());
    samples.y().requireDiscrete(toString());
    samples.z().requireDiscrete(toString());
    EstimationInterruptedException.throwIfInterrupted(toString());
    LevelCounts z = LevelCounts.of(samples.z());
    LevelCounts xz = LevelCounts.of(samples.x()).with(z);
    LevelCounts yz = LevelCounts.of(samples.y()).with(z);
    LevelCounts xyz = xz.with(yz);
    double[] sharesZ = z.shares(correction);
    double[] sharesXZ = xz.shares(correction);
    double[] sharesYZ = yz.shares(correction);
    double[] shares = xyz.shares(correction);
    for (int i = 0; i < shares.length; i++) {
      // In this order: if X or Y is constant, the terms cancel exactly.
      shares[i] = (sharesXZ[i] - sharesZ[i]) + (sharesYZ[i] - shares[i]);
    }
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    diagnostics.put("dZ", (double) samples.z().d());
    diagnostics.put("levelsZ", (double) z.levels());
    diagnostics.put("levelsXYZ", (double) xyz.levels());
    return new Estimate(
        Means.mean(shares),
        toString(),
        samples.n(),
        samples.x().d(),
        samples.y().d(),
        diagnostics,
        Shares.with(
            Warning.ofConstantColumns(samples.x(), samples.y(), samples.z()),
            "(" + samples.x().name() + ", " + samples.y().name() + ", " + samples.z().name() + ")",
            xyz));
  }

  @Override
  public String toString() {
    return correction == Correction.GRASSBERGER
        ? "Conditional-Discrete"
        : "Conditional-Discrete(" + correction + ")";
  }
}
