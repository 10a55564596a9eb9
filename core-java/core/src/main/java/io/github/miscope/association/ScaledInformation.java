package io.github.miscope.association;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Interval;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.discrete.DiscreteEntropy;
import io.github.miscope.estimator.discrete.EntropyMean;
import io.github.miscope.estimator.discrete.TableInformation;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * An estimate of mutual information on the scale that suits the kinds of its columns. The estimate
 * in nats stays beside it: it may be below 0, which a correlation cannot show.
 *
 * @param scale which scale
 * @param value the value; at most 1 but for the error of the estimate
 * @param interval the ends of the estimate's interval on that scale; empty if it has none
 */
public record ScaledInformation(InformationScale scale, double value, Optional<Ends> interval) {

  /**
   * The ends of an interval.
   *
   * @param lower the lower end
   * @param upper the upper end
   */
  public record Ends(double lower, double upper) {}

  /**
   * Refuses null.
   *
   * @param scale which scale
   * @param value the value
   * @param interval the ends of the interval
   */
  public ScaledInformation {
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(interval, "interval");
  }

  /**
   * The scaled form of an estimate.
   *
   * @param estimate the estimate
   * @param samples what it was made from
   * @return the scaled form; empty where the scale has no unit, as of a constant discrete column
   */
  public static Optional<ScaledInformation> of(Estimate estimate, Samples samples) {
    Objects.requireNonNull(estimate, "estimate");
    return of(estimate.nats(), estimate.uncertainty(), samples);
  }

  /**
   * The scaled form of an estimate.
   *
   * <p>The ends of an interval are mapped as the value is, but for {@link
   * InformationScale#ADJUSTED}: there they are as far from the value as they are from the estimate,
   * in the scale's unit.
   *
   * @param nats the estimate in nats
   * @param uncertainty what is known of its uncertainty
   * @param samples what it was made from
   * @return the scaled form; empty where the scale has no unit, as of a constant discrete column
   */
  public static Optional<ScaledInformation> of(
      double nats, Uncertainty uncertainty, Samples samples) {
    Objects.requireNonNull(uncertainty, "uncertainty");
    Objects.requireNonNull(samples, "samples");
    Variable x = samples.x();
    Variable y = samples.y();
    if (x.isDiscrete() && y.isDiscrete()) {
      TableInformation table = TableInformation.of(samples);
      double room = table.room(EntropyMean.ARITHMETIC);
      double value = table.adjusted(EntropyMean.ARITHMETIC);
      return known(
          InformationScale.ADJUSTED, nats, uncertainty, end -> value + (end - nats) / room);
    }
    if (x.isContinuous() == y.isContinuous()) {
      return Optional.of(correlation(nats, uncertainty));
    }
    Variable discrete = x.isDiscrete() ? x : y;
    if (!discrete.isDiscrete()) {
      return Optional.of(correlation(nats, uncertainty));
    }
    double entropy = DiscreteEntropy.withDefaults().estimate(discrete).nats();
    return known(
        InformationScale.SHARE_OF_ENTROPY, nats, uncertainty, information -> information / entropy);
  }

  /**
   * The correlation equivalent of an estimate.
   *
   * @param nats the estimate in nats
   * @param uncertainty what is known of its uncertainty
   * @return the scaled form
   */
  public static ScaledInformation correlation(double nats, Uncertainty uncertainty) {
    Objects.requireNonNull(uncertainty, "uncertainty");
    return on(
        InformationScale.CORRELATION_EQUIVALENT,
        nats,
        uncertainty,
        InformationScale::correlationOf);
  }

  private static Optional<ScaledInformation> known(
      InformationScale scale, double nats, Uncertainty uncertainty, DoubleUnaryOperator map) {
    ScaledInformation scaled = on(scale, nats, uncertainty, map);
    return Double.isFinite(scaled.value) ? Optional.of(scaled) : Optional.empty();
  }

  private static ScaledInformation on(
      InformationScale scale, double nats, Uncertainty uncertainty, DoubleUnaryOperator map) {
    Optional<Interval> interval = uncertainty.interval();
    return new ScaledInformation(
        scale,
        map.applyAsDouble(nats),
        interval.map(i -> new Ends(map.applyAsDouble(i.lower()), map.applyAsDouble(i.upper()))));
  }

  /**
   * The word for the value.
   *
   * @return from negligible to very strong
   */
  public Strength strength() {
    return scale.strength(value);
  }

  /** "correlation equivalent 0.58 [0.51, 0.64], strong". */
  @Override
  public String toString() {
    String ends =
        interval
            .map(i -> " [" + twoDigits(i.lower()) + ", " + twoDigits(i.upper()) + "]")
            .orElse("");
    return scale + " " + twoDigits(value) + ends + ", " + strength();
  }

  /** Two digits behind the point, and no "-0.00". */
  private static String twoDigits(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replace("-0.00", "0.00");
  }
}
