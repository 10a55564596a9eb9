package io.github.miscope.inference;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.inference.Columns.Column;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import java.util.ArrayList;
import java.util.List;
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

  /** Standard errors below zero: one in a thousand, at the usual 10 to 20 degrees of freedom. */
  private static final double FAR = 4;

  private DataChecks() {}

  /**
   * Looks for duplicated columns, relations that are deterministic or nearly so, and rows that
   * depend on each other.
   *
   * @param samples the observations
   * @return warnings, often none
   */
  public static List<Warning> of(Samples samples) {
    return of(new CheckedVariable(samples.x()), new CheckedVariable(samples.y()));
  }

  static List<Warning> of(CheckedVariable x, CheckedVariable y) {
    List<Warning> warnings = new ArrayList<>(duplicates(x.continuous()));
    warnings.addAll(duplicates(y.continuous()));
    warnings.addAll(DeterminismCheck.of(x.continuous(), y.continuous()));
    DependentRowsCheck.of(x, y).ifPresent(warnings::add);
    return warnings;
  }

  /**
   * The same for X and Y of conditional samples, and duplicated columns of Z.
   *
   * @param samples the observations
   * @return warnings, often none
   */
  public static List<Warning> of(ConditionalSamples samples) {
    List<Warning> warnings = new ArrayList<>(of(samples.pairs()));
    warnings.addAll(duplicates(Columns.continuous(samples.z())));
    return warnings;
  }

  /**
   * Compares an estimator with itself on normal ranks.
   *
   * @param estimator the estimator
   * @param samples the observations
   * @param subsampling where the standard error of the difference comes from
   * @return a warning if the two differ beyond their errors; none for discrete data
   * @throws io.github.miscope.estimator.EstimationInterruptedException if interrupted
   */
  public static Optional<Warning> ofRanks(
      MutualInformationEstimator estimator, Samples samples, Subsampling subsampling) {
    return new RankCheck(estimator)
        .of(
            samples,
            subsampling,
            RankCheck.Sides.of(estimator, scaled -> scaled.prepareX(samples.x())),
            RankCheck.Sides.of(estimator, scaled -> scaled.prepareY(samples.y())));
  }

  /**
   * Looks for an estimate that is near log n or far below zero.
   *
   * @param estimate the estimate, with its standard error if it is known
   * @return warnings, often none
   */
  public static List<Warning> of(Estimate estimate) {
    List<Warning> warnings = new ArrayList<>();
    boolean isAtCeiling =
        estimate.warnings().stream().anyMatch(w -> w instanceof EstimateWarning.NearCeiling);
    if (!isAtCeiling && estimate.nats() > NEAR_LOG_N * Math.log(estimate.n())) {
      warnings.add(new EstimateWarning.NearLogN(estimate.nats(), estimate.n()));
    }
    // n times the variance is below 0.7 for KSG near independence, k = 3, d = 1 and 3.
    double error = estimate.standardError().orElse(1 / Math.sqrt(estimate.n()));
    if (estimate.nats() < -FAR * error) {
      warnings.add(new EstimateWarning.BelowZero(estimate.nats(), error));
    }
    return warnings;
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
    PartVariance large = error.parts().get(0);
    double growth = (nats - large.mean()) / Math.log(large.parts());
    double noise = Math.sqrt(2 * large.meanVariance());
    return growth > GROWTH && nats - large.mean() > 3 * noise
        ? Optional.of(new EstimateWarning.GrowsWithN(growth * Math.log(2), n))
        : Optional.empty();
  }

  private static List<Warning> duplicates(List<Column> columns) {
    List<Warning> warnings = new ArrayList<>();
    for (int j = 1; j < columns.size(); j++) {
      Column column = columns.get(j);
      columns.subList(0, j).stream()
          .filter(other -> Columns.areSame(other, column))
          .findFirst()
          .ifPresent(
              other -> warnings.add(new DataWarning.DuplicateColumns(other.name(), column.name())));
    }
    return warnings;
  }
}
