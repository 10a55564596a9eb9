package io.github.miscope.inference;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.inference.Columns.Column;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Checks of data and of estimates, whatever the estimator. Estimators warn themselves of what they
 * know best: ties, constant columns, few points for the dimension, their own ceiling.
 */
public final class DataChecks {

  /** From this part of log n on an estimate cannot be certified. */
  private static final double NEAR_LOG_N = 0.8;

  /** Growth per unit of log n that counts as not levelling: a function y = f(x) has 1. */
  private static final double GROWTH = 0.35;

  /** With fewer observations in a part, estimates of parts are biased in ways of their own. */
  private static final int MIN_IN_PART = 50;

  /** Standard errors below zero: one in a thousand, at the usual 10 to 20 degrees of freedom. */
  private static final double FAR = 4;

  /** Independent columns are taken for copies in no more than this part of tables. */
  private static final double BY_CHANCE = 0.001;

  private DataChecks() {}

  /**
   * Looks for copies of rows, identifiers, duplicated columns, relations that are deterministic or
   * nearly so, and rows that depend on each other.
   *
   * @param samples the observations
   * @return warnings, often none
   */
  public static List<Warning> of(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    CheckedVariable x = new CheckedVariable(samples.x());
    CheckedVariable y = new CheckedVariable(samples.y());
    return of(x, y, RepeatedRows.among(List.of(x, y)), DataWarning.Resampling.NONE);
  }

  static List<Warning> of(
      CheckedVariable x,
      CheckedVariable y,
      Optional<RepeatedRows> repeated,
      DataWarning.Resampling resampling) {
    if (repeated.isEmpty()) {
      return ofDistinct(x, y);
    }
    List<Warning> warnings = new ArrayList<>();
    warnings.add(repeated.get().warning(resampling));
    // What copies of rows show is said; the other checks are about the rows that were observed.
    int[] rows = repeated.get().representatives();
    warnings.addAll(ofDistinct(x.rows(rows), y.rows(rows)));
    return warnings;
  }

  private static List<Warning> ofDistinct(CheckedVariable x, CheckedVariable y) {
    List<Warning> warnings = new ArrayList<>(x.identifiers());
    warnings.addAll(y.identifiers());
    warnings.addAll(duplicates(x.continuous()));
    warnings.addAll(duplicates(y.continuous()));
    warnings.addAll(DeterminismCheck.of(x.continuous(), y.continuous()));
    DependentRowsCheck.of(x, y).ifPresent(warnings::add);
    return warnings;
  }

  /**
   * The same for X and Y of conditional samples, where rows are copies if they agree in Z as well;
   * duplicated columns of Z, and columns of X and Y that Z determines.
   *
   * @param samples the observations
   * @return warnings, often none
   */
  public static List<Warning> of(ConditionalSamples samples) {
    Objects.requireNonNull(samples, "samples");
    return of(
        samples,
        RepeatedRows.among(samples.x(), samples.y(), samples.z()),
        DataWarning.Resampling.NONE);
  }

  static List<Warning> of(
      ConditionalSamples samples,
      Optional<RepeatedRows> repeated,
      DataWarning.Resampling resampling) {
    CheckedVariable x = new CheckedVariable(samples.x());
    CheckedVariable y = new CheckedVariable(samples.y());
    CheckedVariable z = new CheckedVariable(samples.z());
    List<Warning> warnings = new ArrayList<>(of(x, y, repeated, resampling));
    warnings.addAll(z.identifiers());
    warnings.addAll(duplicates(z.continuous()));
    int[] rows = repeated.map(RepeatedRows::representatives).orElse(new int[0]);
    CheckedVariable given = rows.length == 0 ? z : z.rows(rows);
    GivenCheck.of(rows.length == 0 ? x : x.rows(rows), given).ifPresent(warnings::add);
    GivenCheck.of(rows.length == 0 ? y : y.rows(rows), given).ifPresent(warnings::add);
    return warnings;
  }

  /**
   * Compares an estimator with itself on normal ranks, of at most 100 000 rows.
   *
   * @param estimator the estimator
   * @param samples the observations
   * @param subsampling where the standard error of the difference comes from
   * @return a warning if the two differ beyond their errors; none for discrete data
   * @throws io.github.miscope.estimator.EstimationInterruptedException if interrupted
   */
  public static Optional<Warning> ofRanks(
      MutualInformationEstimator estimator, Samples samples, Subsampling subsampling) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(samples, "samples");
    Objects.requireNonNull(subsampling, "subsampling");
    return new RankCheck(estimator)
        .of(
            samples,
            ResampledData.of(samples.x(), samples.y()),
            subsampling,
            RankCheck.Sides.of(estimator, samples.x(), PreparingEstimator::prepareX),
            RankCheck.Sides.of(estimator, samples.y(), PreparingEstimator::prepareY));
  }

  /**
   * Looks for an estimate that is near log n or far below zero.
   *
   * @param estimate the estimate, with its standard error if it is known
   * @return warnings, often none
   */
  public static List<Warning> of(Estimate estimate) {
    Objects.requireNonNull(estimate, "estimate");
    List<Warning> warnings = new ArrayList<>();
    boolean isAtCeiling =
        estimate.warnings().stream()
            .anyMatch(
                w ->
                    w instanceof EstimateWarning.NearCeiling
                        || w instanceof EstimateWarning.NearLogN
                        || w instanceof EstimateWarning.TrainingFailed
                        || w instanceof EstimateWarning.AboveTestPart);
    if (!isAtCeiling && estimate.nats() > NEAR_LOG_N * Math.log(estimate.n())) {
      warnings.add(new EstimateWarning.NearLogN(estimate.nats(), estimate.n()));
    }
    // n times the variance is below 0.7 for KSG near independence, k = 3, d = 1 and 3.
    double error = estimate.standardError().orElse(1 / Math.sqrt(estimate.n()));
    double correction = mostCorrected((double) estimate.dX() * estimate.dY(), estimate.n());
    boolean hasFailed =
        estimate.warnings().stream().anyMatch(EstimateWarning.TrainingFailed.class::isInstance);
    if (!hasFailed && estimate.nats() < -Math.max(FAR * error, correction)) {
      warnings.add(new EstimateWarning.BelowZero(estimate.nats(), error));
    }
    return warnings;
  }

  /**
   * How far below zero, in nats, a correction of bias takes an estimate of independent variables,
   * whatever the standard error from pointwise values, which is near zero there. An estimate from
   * Gaussian covariances less its bias is (c - f) / 2n with c chi-square of f = dX dY degrees of
   * freedom, so it is above -f / 2n, and rarely below -4 sqrt(2f) / 2n. Four times that for small
   * n.
   */
  private static double mostCorrected(double f, int n) {
    return 2 * Math.min(f, 4 * Math.sqrt(2 * f)) / n;
  }

  /**
   * Looks for an estimate that grows with n without levelling.
   *
   * @param nats the estimate from all observations
   * @param n their number
   * @param error its standard error, with the estimates from parts
   * @return a warning, often none
   */
  public static Optional<Warning> ofGrowth(double nats, int n, StandardError error) {
    Objects.requireNonNull(error, "error");
    PartVariance large = error.parts().get(0);
    double growth = (nats - large.mean()) / Math.log(large.parts());
    double noise = Math.sqrt(2 * large.meanVariance());
    return large.n() >= MIN_IN_PART && growth > GROWTH && nats - large.mean() > 3 * noise
        ? Optional.of(new EstimateWarning.GrowsWithN(growth * Math.log(2), n))
        : Optional.empty();
  }

  private static List<Warning> duplicates(List<Column> columns) {
    List<Warning> warnings = new ArrayList<>();
    double pairs = columns.size() * (columns.size() - 1) / 2.0;
    for (int j = 1; j < columns.size(); j++) {
      Column column = columns.get(j);
      columns.subList(0, j).stream()
          .filter(other -> Columns.areSame(other, column))
          .filter(other -> pairs * other.chanceOfCopy() < BY_CHANCE)
          .findFirst()
          .ifPresent(
              other -> warnings.add(new DataWarning.DuplicateColumns(other.name(), column.name())));
    }
    return warnings;
  }
}
