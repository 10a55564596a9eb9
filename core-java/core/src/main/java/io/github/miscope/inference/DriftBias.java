package io.github.miscope.inference;

import io.github.miscope.estimator.BoundDirection;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.Interval;
import io.github.miscope.estimator.TruthInterval;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.WarningKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The bias of an estimate by its drift over n, from the same parts of the data as its standard
 * error.
 *
 * <p>Let D be the estimate from all n observations less the mean of those from parts of n/p. If the
 * bias goes as n^-g, the estimate is D / (p^g - 1) short of its limit. Estimators that see smooth
 * functions have g = 1, nearest neighbours in several dimensions less; g is not known, and not seen
 * in data that are as few as they are. So the interval covers the laws g = 1 and g = 1/2 and no
 * bias at all, each with its standard error, to which the noise of the drift adds.
 *
 * <p>It is not given where the parts contradict such a law: where the drift is not less between
 * parts and whole than it was between small parts and large, changes direction, or is as large as
 * half of the estimate; nor where the estimate has a warning that it may be low or high.
 */
final class DriftBias {

  private static final String METHOD = "drift over n";

  /** Laws of slower decline have no limit that a few parts could show. */
  private static final double SLOWEST = 0.5;

  /** A drift is a drift from this many standard deviations of chance. */
  private static final double CLEARLY = 2;

  /** An estimate of which this part is missing is not near its limit. */
  private static final double MAX_MISSING = 0.5;

  /** An estimate above this part of log n is near what n observations can show. */
  private static final double NEAR_LOG_N = 0.8;

  private static final Set<WarningKind> DOUBTS =
      EnumSet.of(
          WarningKind.FEW_POINTS,
          WarningKind.FEW_POINTS_IN_LEVELS,
          WarningKind.FEW_ROWS_FOR_DIRECTIONS,
          WarningKind.MANY_COLUMNS,
          WarningKind.SMALL_SAMPLE,
          WarningKind.NEAR_CEILING,
          WarningKind.NEAR_BATCH_CEILING,
          WarningKind.NEAR_LOG_N,
          WarningKind.GROWS_WITH_N,
          WarningKind.UNKNOWN_LOSS,
          WarningKind.NOT_FINITE);

  private final Estimate estimate;
  private final StandardError error;
  private final double drift;
  private final double noise;

  private DriftBias(Estimate estimate, StandardError error) {
    this.estimate = estimate;
    this.error = error;
    PartVariance large = error.parts().get(0);
    drift = estimate.nats() - large.mean();
    // What partitions of the same data differ by is the noise of the whole's estimate, too.
    noise = Math.sqrt(large.meanVariance() * (1 + 1.0 / large.repeats()));
  }

  /**
   * The bias, and an interval for the truth.
   *
   * @param estimate from all observations
   * @param error from parts of them
   * @param level the nominal coverage
   * @param misfit what else speaks against the estimate
   */
  static TruthInterval of(
      Estimate estimate, StandardError error, double level, Optional<String> misfit) {
    return new DriftBias(estimate, error).interval(level, misfit);
  }

  private TruthInterval interval(double level, Optional<String> misfit) {
    double fast = missing(1);
    double slow = missing(SLOWEST);
    double bias = -(fast + slow) / 2;
    double biasError = Math.hypot((slow - fast) / 2, noise * (factor(1) + factor(SLOWEST)) / 2);
    Optional<String> doubt = misfit.or(this::doubt);
    if (doubt.isPresent()) {
      return new TruthInterval(bias, biasError, Optional.empty(), doubt);
    }
    double quantile = error.quantile(0.5 + level / 2);
    double plain = quantile * error.nats();
    double ofFast = quantile * Math.hypot(error.nats(), noise * factor(1));
    double ofSlow = quantile * Math.hypot(error.nats(), noise * factor(SLOWEST));
    double nats = estimate.nats();
    double lower = Math.min(nats - plain, Math.min(nats + fast - ofFast, nats + slow - ofSlow));
    double upper = Math.max(nats + plain, Math.max(nats + fast + ofFast, nats + slow + ofSlow));
    return new TruthInterval(
        bias, biasError, Optional.of(new Interval(level, lower, upper, METHOD)), Optional.empty());
  }

  private double parts() {
    return error.parts().get(0).parts();
  }

  /** What is missing of the limit if the bias goes as n^-exponent. */
  private double missing(double exponent) {
    return drift * factor(exponent);
  }

  private double factor(double exponent) {
    return 1 / (Math.pow(parts(), exponent) - 1);
  }

  private Optional<String> doubt() {
    List<PartVariance> sizes = error.parts();
    if (error.areContiguous() || sizes.size() < 2) {
      return Optional.of("there are no random parts of two sizes to see a drift by");
    }
    if (estimate.findings(Finding.Bound.class).stream()
        .anyMatch(bound -> bound.direction() != BoundDirection.NEITHER)) {
      return Optional.of("it is the value of a bound");
    }
    if (estimate.nats() > NEAR_LOG_N * Math.log(estimate.n())) {
      return Optional.of("it is near log n, the most that n observations show");
    }
    Optional<WarningKind> warned =
        estimate.warnings().stream().map(Warning::kind).filter(DOUBTS::contains).findFirst();
    if (warned.isPresent()) {
      return Optional.of(String.format(Locale.ROOT, "it has a warning (%s)", warned.get().label()));
    }
    return ofDrift(sizes.get(0), sizes.get(1));
  }

  private Optional<String> ofDrift(PartVariance large, PartVariance small) {
    double before = large.mean() - small.mean();
    double noiseBefore =
        Math.sqrt(large.meanVariance() / large.repeats() + small.meanVariance() / small.repeats());
    boolean drifts = Math.abs(drift) > CLEARLY * noise;
    if (drifts && drift * before < 0 && Math.abs(before) > CLEARLY * noiseBefore) {
      return Optional.of("its drift over n changes direction");
    }
    // The slowest decline there is, a logarithm, drifts by the logarithm of the ratio of sizes.
    double most =
        Math.abs(before) * Math.log(parts()) / Math.log(small.parts() / (double) large.parts());
    if (drifts && Math.abs(drift) > most + noise) {
      return Optional.of("its drift over n does not shrink");
    }
    if (Math.abs(missing(SLOWEST))
        > MAX_MISSING * Math.abs(estimate.nats()) + CLEARLY * noise * factor(SLOWEST)) {
      return Optional.of("its drift over n is as large as half of it");
    }
    return Optional.empty();
  }
}
