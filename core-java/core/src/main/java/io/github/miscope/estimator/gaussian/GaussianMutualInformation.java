package io.github.miscope.estimator.gaussian;

import io.github.miscope.estimator.BlockEstimator;
import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.PreparedBlock;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.WeightedEstimator;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import io.github.miscope.sample.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The mutual information of normal vectors, (1/2) log(det S_X det S_Y / det S) = -(1/2) sum log(1 -
 * r&sup2;) over the canonical correlations r, corrected for the finite sample.
 *
 * <p>Exact in kind on normal data, where no estimator that does not know that they are normal comes
 * near it in many dimensions. On others it sees linear dependence only, and may err upwards as well
 * as downwards; under {@link io.github.miscope.scaling.Scaling#normalRank()} it is the information
 * of a Gaussian copula. Unchanged by invertible linear maps of X or of Y; columns that are linear
 * combinations of others (duplicates) add nothing.
 *
 * @param correction what is done about the finite sample
 */
public record GaussianMutualInformation(BiasCorrection correction)
    implements BlockEstimator, WeightedEstimator {

  /**
   * Refuses null.
   *
   * @param correction what is done about the finite sample
   */
  public GaussianMutualInformation {
    Objects.requireNonNull(correction, "correction");
  }

  /**
   * With the exact bias correction for normal data.
   *
   * @return the estimator
   */
  public static GaussianMutualInformation withDefaults() {
    return new GaussianMutualInformation(BiasCorrection.WISHART);
  }

  /**
   * The same estimator with another correction.
   *
   * @param correction what is done about the finite sample
   * @return a changed copy
   */
  public GaussianMutualInformation withCorrection(BiasCorrection correction) {
    return new GaussianMutualInformation(correction);
  }

  /**
   * Estimates I(X;Y).
   *
   * @param samples n paired observations
   * @return the estimate in nats; where a linear function of X determines one of Y, the truth is
   *     infinite if data are normal, and a {@link DataWarning.NearDeterministic} says so
   * @throws IllegalArgumentException if n - 1 does not exceed the sum of the ranks of X and Y, and
   *     the correction is not shrinkage
   */
  @Override
  public Estimate estimate(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    EstimationInterruptedException.throwIfInterrupted(toString());
    samples.x().requireContinuous(toString());
    samples.y().requireContinuous(toString());
    List<Warning> warnings = new ArrayList<>();
    boolean informativeX = informative(samples.x(), warnings);
    boolean informativeY = informative(samples.y(), warnings);
    if (!informativeX || !informativeY) {
      return estimate(samples, 0, Map.of(), warnings);
    }
    if (correction == BiasCorrection.SHRINKAGE) {
      ShrunkCorrelation shrunk = ShrunkCorrelation.of(samples);
      return estimate(
          samples, shrunk.mutualInformation(), Map.of("shrinkage", shrunk.intensity()), warnings);
    }
    CanonicalAnalysis analysis =
        CanonicalAnalysis.of(
            samples, (rankX, rankY) -> requireDetermined(samples.n(), rankX, rankY));
    if (analysis.isDeterministic()) {
      warnings.add(
          new DataWarning.NearDeterministic(
              String.format(
                  Locale.ROOT,
                  "a linear function of x and one of y have correlation %.12g",
                  analysis.correlations()[0])));
    }
    double bias =
        switch (correction) {
          case NONE, SHRINKAGE -> 0;
          case WISHART -> analysis.wishartBias();
          case FOURTH_MOMENT -> analysis.wishartBias() * analysis.fourthMomentRatio();
        };
    return estimate(samples, analysis.plugIn() - bias, Map.of(), warnings).withAmount("bias", bias);
  }

  /**
   * {@inheritDoc}
   *
   * <p>By the weighted covariance. {@link BiasCorrection#WISHART} takes {@code effectiveN} for n,
   * which is right to the first order where weights do not depend on X and Y; {@link
   * BiasCorrection#FOURTH_MOMENT} and {@link BiasCorrection#SHRINKAGE} have no form with weights.
   */
  @Override
  public Estimate estimate(Samples samples, Weights weights) {
    Objects.requireNonNull(samples, "samples");
    Objects.requireNonNull(weights, "weights");
    if (correction != BiasCorrection.WISHART && correction != BiasCorrection.NONE) {
      throw new IllegalArgumentException(
          "correction must be WISHART or NONE with weights: " + correction);
    }
    Weights positive = weights.positiveFor(samples.n());
    Samples rows = samples.rows(weights.positive());
    EstimationInterruptedException.throwIfInterrupted(toString());
    rows.x().requireContinuous(toString());
    rows.y().requireContinuous(toString());
    List<Warning> warnings = new ArrayList<>();
    boolean informativeX = informative(rows.x(), warnings);
    boolean informativeY = informative(rows.y(), warnings);
    double effective = positive.effectiveN();
    double nats = 0;
    double bias = 0;
    if (informativeX && informativeY) {
      CanonicalAnalysis analysis =
          CanonicalAnalysis.of(
              WeightedRows.of(rows, positive),
              (rankX, rankY) -> requireDetermined((int) effective, rankX, rankY));
      bias =
          correction == BiasCorrection.WISHART
              ? CanonicalAnalysis.wishartBias(effective, analysis.rankX(), analysis.rankY())
              : 0;
      nats = analysis.plugIn() - bias;
    }
    return estimate(rows, nats, Map.of(EFFECTIVE_N, effective), warnings).withAmount("bias", bias);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Constant columns do not suit, and with {@link BiasCorrection#FOURTH_MOMENT} or {@link
   * BiasCorrection#SHRINKAGE} none does.
   */
  @Override
  public PreparedBlock prepareBlock(List<Variable> columns) {
    Objects.requireNonNull(columns, "columns");
    return CorrelationBlock.of(columns, correction);
  }

  /** {@inheritDoc} Estimates equal those of single pairs but for rounding errors. */
  @Override
  public void estimateBlock(PreparedBlock x, PreparedBlock y, double[] nats) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    Objects.requireNonNull(nats, "nats");
    if (x instanceof CorrelationBlock ownX
        && y instanceof CorrelationBlock ownY
        && ownX.isFor(correction)
        && ownY.isFor(correction)) {
      ownX.estimate(ownY, nats);
    } else {
      throw new IllegalArgumentException(
          "columns must be prepared by the estimator that uses them: " + this);
    }
  }

  private static void requireDetermined(int n, int rankX, int rankY) {
    if (!CanonicalAnalysis.isDetermined(n, rankX, rankY)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "n must be > rank of X + rank of Y + 1, or take BiasCorrection.SHRINKAGE: n=%d, ranks"
                  + " %d and %d",
              n,
              rankX,
              rankY));
    }
  }

  private Estimate estimate(
      Samples samples, double nats, Map<String, Double> diagnostics, List<Warning> warnings) {
    return new Estimate(
        nats, toString(), samples.n(), samples.dX(), samples.dY(), diagnostics, warnings);
  }

  private static boolean informative(Variable variable, List<Warning> warnings) {
    boolean informative = false;
    for (int j = 0; j < variable.d(); j++) {
      if (variable.isConstant(j)) {
        warnings.add(new DataWarning.ConstantColumn(variable.columnNames().get(j)));
      } else {
        informative = true;
      }
    }
    return informative;
  }

  @Override
  public String toString() {
    return correction == BiasCorrection.WISHART ? "Gaussian" : "Gaussian(" + correction + ")";
  }
}
