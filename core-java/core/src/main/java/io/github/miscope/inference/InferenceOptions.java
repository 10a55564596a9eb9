package io.github.miscope.inference;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Interval;
import io.github.miscope.estimator.PValue;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.Warning;
import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * What {@link Inference} and {@link ConditionalInference} find out besides the estimate.
 *
 * @param level the nominal coverage of the interval; no standard error and interval if empty
 * @param truth whether to look for the bias, and for an interval for the truth, at that level
 * @param subsampling where standard errors come from; its seed is replaced by one derived from
 *     {@code seed}
 * @param permutations how many permutations for the p-value; none if 0
 * @param stopAfter how many permuted estimates that reach the observed one are enough ({@link
 *     PermutationTest#withStopAfter}), 0 if all permutations are drawn; {@link
 *     #defaultStopAfter(int)} if empty
 * @param scheme which permutations; all rows, or by the kind of Z, if empty
 * @param checks whether to check data and estimate
 * @param seed the seed of subsamples and permutations
 */
public record InferenceOptions(
    OptionalDouble level,
    boolean truth,
    Subsampling subsampling,
    int permutations,
    OptionalInt stopAfter,
    Optional<PermutationScheme> scheme,
    boolean checks,
    Seed seed) {

  /** Fewer would leave p-values just above 0.05 uncertain by more than a third. */
  private static final int MIN_STOP_AFTER = 10;

  /** The inverse of the level that a test which stops cannot go below. */
  private static final int DRAWS_PER_STOP = 20;

  /**
   * Options.
   *
   * @param level the nominal coverage of the interval
   * @param truth whether to look for an interval for the truth
   * @param subsampling where standard errors come from
   * @param permutations how many permutations for the p-value
   * @param stopAfter how many permuted estimates that reach the observed one are enough; the
   *     default if empty
   * @param scheme which permutations
   * @param checks whether to check data and estimate
   * @param seed the seed
   * @throws IllegalArgumentException if the level is not in (0, 1), there is none for the truth, or
   *     permutations &lt; 0 or &gt; 10000000, or stopAfter &lt; 0
   */
  public InferenceOptions {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(subsampling, "subsampling");
    Objects.requireNonNull(stopAfter, "stopAfter");
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(seed, "seed");
    level.ifPresent(Interval::requireLevel);
    if (truth && level.isEmpty()) {
      throw new IllegalArgumentException("an interval for the truth needs a level: there is none");
    }
    Check.between("permutations", permutations, 0, PermutationTest.MAX_PERMUTATIONS);
    stopAfter.ifPresent(count -> Check.atLeast("stopAfter", count, 0));
  }

  /**
   * How many permuted estimates that reach the observed one are enough by default: a twentieth of
   * the permutations, and 10 at least. A test that stops gives p = h / draws (Besag and Clifford,
   * Biometrika 78, 301, 1991, doi:10.1093/biomet/78.2.301), which is as exact. Of B permutations
   * with h = max(10, B/20) it is 0.05 at least, and its standard deviation p / sqrt(h) at most;
   * what is below 0.05 has all draws. Independent variables take about 2 h draws where p = 1/2, and
   * h (1 + ln(B / h)) on average.
   *
   * @param permutations how many permutations there are at most
   * @return the number
   * @throws IllegalArgumentException if permutations &lt; 0
   */
  public static int defaultStopAfter(int permutations) {
    Check.atLeast("permutations", permutations, 0);
    return Math.max(MIN_STOP_AFTER, 1 + (permutations - 1) / DRAWS_PER_STOP);
  }

  /**
   * Checks only: neither interval nor p-value.
   *
   * @return the options to start from
   */
  public static InferenceOptions none() {
    return new InferenceOptions(
        OptionalDouble.empty(),
        false,
        Subsampling.random(),
        0,
        OptionalInt.empty(),
        Optional.empty(),
        true,
        Seed.of(0));
  }

  InferenceOptions withLevel(double newLevel) {
    return new InferenceOptions(
        OptionalDouble.of(newLevel),
        truth,
        subsampling,
        permutations,
        stopAfter,
        scheme,
        checks,
        seed);
  }

  InferenceOptions withTruth() {
    return new InferenceOptions(
        level, true, subsampling, permutations, stopAfter, scheme, checks, seed);
  }

  InferenceOptions withSubsampling(Subsampling newSubsampling) {
    return new InferenceOptions(
        level, truth, newSubsampling, permutations, stopAfter, scheme, checks, seed);
  }

  InferenceOptions withPermutations(int newPermutations) {
    return new InferenceOptions(
        level, truth, subsampling, newPermutations, stopAfter, scheme, checks, seed);
  }

  InferenceOptions withStopAfter(int count) {
    return new InferenceOptions(
        level, truth, subsampling, permutations, OptionalInt.of(count), scheme, checks, seed);
  }

  InferenceOptions withScheme(PermutationScheme newScheme) {
    return new InferenceOptions(
        level, truth, subsampling, permutations, stopAfter, Optional.of(newScheme), checks, seed);
  }

  InferenceOptions withChecks(boolean newChecks) {
    return new InferenceOptions(
        level, truth, subsampling, permutations, stopAfter, scheme, newChecks, seed);
  }

  InferenceOptions withSeed(Seed newSeed) {
    return new InferenceOptions(
        level, truth, subsampling, permutations, stopAfter, scheme, checks, newSeed);
  }

  /** Whether subsamples and permutations, as far as asked for, keep neighbouring rows together. */
  boolean allowsForSeries() {
    boolean subsamples = level.isEmpty() || subsampling.areContiguous();
    boolean rows = permutations == 0 || (scheme.isPresent() && scheme.get().keepsNeighbours());
    return (level.isPresent() || permutations > 0) && subsamples && rows;
  }

  /** What subsamples and permutations, as far as asked for, do about copies of rows. */
  DataWarning.Resampling resampling(ResampledData data, PermutationScheme rows) {
    Optional<RepeatedRows> copies = data.repeated();
    if (copies.isEmpty() || (level.isEmpty() && permutations == 0)) {
      return DataWarning.Resampling.NONE;
    }
    boolean subsamples = level.isEmpty() || !subsampling.areContiguous();
    boolean orders = permutations == 0 || rows.ofUnits(copies.get().units()).isPresent();
    return subsamples && orders ? DataWarning.Resampling.TOGETHER : DataWarning.Resampling.APART;
  }

  Subsampling seededSubsampling() {
    return subsampling.withSeed(seed.derive("subsamples"));
  }

  PermutationTest permutationTest() {
    return PermutationTest.of(permutations)
        .withSeed(seed.derive("permutations"))
        .withStopAfter(stopAfter.orElseGet(() -> defaultStopAfter(permutations)));
  }

  /**
   * The estimate with what is asked for, by repeating it.
   *
   * @param misfit what speaks against an interval for the truth
   * @throws InferenceInterruptedException if interrupted; it carries the estimate with as much as
   *     was finished
   */
  Estimate applied(
      Estimate estimate,
      EstimationProblem problem,
      Optional<PermutationScheme> chosen,
      Supplier<Optional<String>> misfit) {
    Estimate result = estimate;
    if (level.isPresent()) {
      result = withInterval(result, problem, level.getAsDouble(), misfit);
    }
    if (permutations > 0) {
      try {
        result = with(result, permutationTest().test(problem, estimate.nats(), chosen));
      } catch (InferenceInterruptedException e) {
        Estimate known = result;
        throw InferenceInterruptedException.with(
            e.pValue().map(pValue -> with(known, pValue)).orElse(known), e);
      }
    }
    return result;
  }

  static Estimate with(Estimate estimate, PValue pValue) {
    return estimate.withUncertainty(estimate.uncertainty().withPValue(pValue));
  }

  private Estimate withInterval(
      Estimate estimate,
      EstimationProblem problem,
      double coverage,
      Supplier<Optional<String>> misfit) {
    try {
      StandardError error = seededSubsampling().standardError(problem);
      Estimate result = withTruth(with(estimate, error, coverage), error, coverage, misfit);
      return checks
          ? DataChecks.ofGrowth(estimate.nats(), estimate.n(), error)
              .map(result::withWarning)
              .orElse(result)
          : result;
    } catch (InferenceInterruptedException e) {
      throw InferenceInterruptedException.with(
          e.standardError()
              .map(error -> with(estimate, error, coverage))
              .orElseGet(() -> without(estimate, "the work was interrupted")),
          e);
    } catch (IllegalArgumentException e) {
      return without(estimate, String.valueOf(e.getMessage()));
    }
  }

  private Estimate withTruth(
      Estimate estimate, StandardError error, double coverage, Supplier<Optional<String>> misfit) {
    if (!truth || estimate.interval().isEmpty()) {
      return estimate;
    }
    Optional<String> doubt =
        misfit
            .get()
            .or(
                () ->
                    DataChecks.ofGrowth(estimate.nats(), estimate.n(), error)
                        .map(warning -> "it grows with n"));
    return estimate.withUncertainty(
        estimate.uncertainty().withTruth(DriftBias.of(estimate, error, coverage, doubt)));
  }

  private static Estimate with(Estimate estimate, StandardError error, double coverage) {
    return error.isZero()
        ? without(estimate, "all parts of the data give the same estimate, which shows no error")
        : estimate.withUncertainty(
            estimate
                .uncertainty()
                .withStandardError(error.nats())
                .withInterval(error.interval(estimate.nats(), coverage)));
  }

  /** The estimate stands without an error, and without one of the estimator's own. */
  private static Estimate without(Estimate estimate, String reason) {
    return estimate
        .withUncertainty(Uncertainty.unknown())
        .withWarning(new EstimateWarning.NoInterval(reason));
  }

  /** The estimate with those of the warnings that it does not have. */
  static Estimate withWarnings(Estimate estimate, Iterable<Warning> warnings) {
    Estimate result = estimate;
    for (Warning warning : warnings) {
      if (!result.warnings().contains(warning)) {
        result = result.withWarning(warning);
      }
    }
    return result;
  }
}
