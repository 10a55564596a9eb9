package io.github.miscope.estimator.discrete;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.Warning;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.sample.ConditionalSamples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * I(X;Y|Z) of discrete variables. Invariant under relabelling.
 *
 * <p>With {@link Correction#CHANCE_ADJUSTED}, the default, what chance gives within the levels of Z
 * is subtracted: the mean is near zero where X and Y are independent given Z, however few rows a
 * level has. With any other correction it is H(X,Z) + H(Y,Z) - H(X,Y,Z) - H(Z), each entropy with
 * the same correction.
 *
 * @param correction what is done about the bias
 */
public record DiscreteConditionalMutualInformation(Correction correction)
    implements ConditionalMutualInformationEstimator {

  /**
   * Refuses null.
   *
   * @param correction what is done about the bias
   */
  public DiscreteConditionalMutualInformation {
    Objects.requireNonNull(correction, "correction");
  }

  /**
   * Adjusted for chance.
   *
   * @return the estimator
   */
  public static DiscreteConditionalMutualInformation withDefaults() {
    return new DiscreteConditionalMutualInformation(Correction.CHANCE_ADJUSTED);
  }

  /**
   * The same estimator with another correction.
   *
   * @param correction what is done about the bias
   * @return a changed copy
   */
  public DiscreteConditionalMutualInformation withCorrection(Correction correction) {
    return new DiscreteConditionalMutualInformation(correction);
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
    Objects.requireNonNull(samples, "samples");
    samples.x().requireDiscrete(toString());
    samples.y().requireDiscrete(toString());
    samples.z().requireDiscrete(toString());
    EstimationInterruptedException.throwIfInterrupted(toString());
    LevelCounts x = LevelCounts.of(samples.x());
    LevelCounts y = LevelCounts.of(samples.y());
    LevelCounts z = LevelCounts.of(samples.z());
    LevelCounts xz = x.with(z);
    LevelCounts yz = y.with(z);
    LevelCounts xyz = xz.with(yz);
    double nats =
        correction == Correction.CHANCE_ADJUSTED
            ? withinLevels(x, y, z)
            : ofEntropies(xz, yz, xyz, z);
    List<Warning> warnings =
        new ArrayList<>(Warning.ofConstantColumns(samples.x(), samples.y(), samples.z()));
    warnings.addAll(DataWarning.Identifier.of(samples.x(), samples.y(), samples.z()));
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    diagnostics.put("dZ", (double) samples.z().d());
    diagnostics.put("levelsZ", (double) z.levels());
    diagnostics.put("levelsXYZ", (double) xyz.levels());
    return new Estimate(
        nats,
        toString(),
        samples.n(),
        samples.x().d(),
        samples.y().d(),
        diagnostics,
        Shares.with(
            warnings,
            "(" + samples.x().name() + ", " + samples.y().name() + ", " + samples.z().name() + ")",
            xyz));
  }

  private double ofEntropies(LevelCounts xz, LevelCounts yz, LevelCounts xyz, LevelCounts z) {
    double[] sharesZ = z.shares(correction);
    double[] sharesXZ = xz.shares(correction);
    double[] sharesYZ = yz.shares(correction);
    double[] shares = xyz.shares(correction);
    for (int i = 0; i < shares.length; i++) {
      // In this order: if X or Y is constant, the terms cancel exactly.
      shares[i] = (sharesXZ[i] - sharesZ[i]) + (sharesYZ[i] - shares[i]);
    }
    return Means.mean(shares);
  }

  private static double withinLevels(LevelCounts x, LevelCounts y, LevelCounts z) {
    List<ChanceAdjustment.Table> tables = new ArrayList<>();
    for (int[] rows : z.rowsOfLevels()) {
      LevelCounts ownX = x.rows(rows);
      LevelCounts ownY = y.rows(rows);
      tables.add(new ChanceAdjustment.Table(ownX, ownY, ownX.with(ownY)));
    }
    return ChanceAdjustment.of(tables).nats();
  }

  @Override
  public String toString() {
    return correction == Correction.CHANCE_ADJUSTED
        ? "Conditional-Discrete"
        : "Conditional-Discrete(" + correction + ")";
  }
}
