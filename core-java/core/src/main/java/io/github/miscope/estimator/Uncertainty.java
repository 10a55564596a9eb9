package io.github.miscope.estimator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far an estimate may be trusted, as far as it was asked for.
 *
 * @param standardError the standard deviation of the estimate over repetitions of the experiment,
 *     in nats
 * @param interval a confidence interval
 * @param pValue a test of independence
 * @param truth the bias, and an interval for the truth
 */
public record Uncertainty(
    OptionalDouble standardError,
    Optional<Interval> interval,
    Optional<PValue> pValue,
    Optional<TruthInterval> truth) {

  private static final Uncertainty UNKNOWN =
      new Uncertainty(OptionalDouble.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Refuses null.
   *
   * @param standardError the standard deviation of the estimate over repetitions of the experiment,
   *     in nats
   * @param interval a confidence interval
   * @param pValue a test of independence
   * @param truth the bias, and an interval for the truth
   */
  public Uncertainty {
    Objects.requireNonNull(standardError, "standardError");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(pValue, "pValue");
    Objects.requireNonNull(truth, "truth");
  }

  /**
   * Nothing is known.
   *
   * @return neither standard error nor interval nor p-value
   */
  public static Uncertainty unknown() {
    return UNKNOWN;
  }

  /**
   * The same with a standard error.
   *
   * @param nats the standard error in nats
   * @return a copy with it
   */
  public Uncertainty withStandardError(double nats) {
    return new Uncertainty(OptionalDouble.of(nats), interval, pValue, truth);
  }

  /**
   * The same with a confidence interval.
   *
   * @param interval the interval
   * @return a copy with it
   */
  public Uncertainty withInterval(Interval interval) {
    Objects.requireNonNull(interval, "interval");
    return new Uncertainty(standardError, Optional.of(interval), pValue, truth);
  }

  /**
   * The same with a p-value.
   *
   * @param pValue the p-value
   * @return a copy with it
   */
  public Uncertainty withPValue(PValue pValue) {
    Objects.requireNonNull(pValue, "pValue");
    return new Uncertainty(standardError, interval, Optional.of(pValue), truth);
  }

  /**
   * The same with what its drift tells of the truth.
   *
   * @param truth the bias, and an interval for the truth
   * @return a copy with it
   */
  public Uncertainty withTruth(TruthInterval truth) {
    Objects.requireNonNull(truth, "truth");
    return new Uncertainty(standardError, interval, pValue, Optional.of(truth));
  }

  /** What is known, in one line: "standard error 0.0213 nats, p = 0.005 (...)". */
  @Override
  public String toString() {
    List<String> known = new ArrayList<>();
    standardError.ifPresent(
        nats -> known.add(String.format(Locale.ROOT, "standard error %.4f nats", nats)));
    interval.ifPresent(i -> known.add(i.toString()));
    truth.ifPresent(t -> known.add(t.toString()));
    pValue.ifPresent(p -> known.add(p.toString()));
    return known.isEmpty()
        ? "uncertainty not known: neither an interval nor a p-value was asked for"
        : String.join(", ", known);
  }
}
