package io.github.miscope.inference;

import io.github.miscope.estimator.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The standard deviation of an estimate over repetitions of the experiment, from subsamples.
 *
 * @param nats the standard error, in nats
 * @param degreesOfFreedom how well it is known: its square is about chi-square distributed with so
 *     many degrees of freedom
 * @param parts the variances between parts that it comes from
 * @param areContiguous whether the parts are runs of rows
 */
public record StandardError(
    double nats, double degreesOfFreedom, List<PartVariance> parts, boolean areContiguous) {

  /** Estimates that differ by less are equal. */
  private static final double ROUNDING = 1e-12;

  /**
   * A standard error.
   *
   * @param nats the standard error, in nats
   * @param degreesOfFreedom how well it is known
   * @param parts the variances between parts that it comes from
   * @param areContiguous whether the parts are runs of rows
   */
  public StandardError {
    Objects.requireNonNull(parts, "parts");
    parts = List.copyOf(parts);
  }

  /**
   * The confidence interval: the estimate plus and minus Student's quantile times the standard
   * error. It covers the mean of the estimator at this n, and the truth as far as that mean is near
   * it: no subsample knows the bias.
   *
   * @param estimate the estimate, in nats
   * @param level the nominal coverage, in (0, 1)
   * @return the interval
   * @throws IllegalArgumentException if the level is not in (0, 1)
   */
  public Interval interval(double estimate, double level) {
    Interval.requireLevel(level);
    double half = nats * quantile(0.5 + level / 2);
    return new Interval(level, estimate - half, estimate + half, method());
  }

  private String method() {
    return areContiguous ? "contiguous subsamples" : "subsamples";
  }

  /**
   * Whether all parts give the same estimate, but for rounding. That shows no error, which is not
   * to say that there is none.
   */
  boolean isZero() {
    PartVariance large = parts.get(0);
    return Math.sqrt(large.variance()) <= ROUNDING * (1 + Math.abs(large.mean()));
  }

  /** Student's quantile at these degrees of freedom. */
  double quantile(double probability) {
    return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(probability);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "standard error %.4f nats (%s, %.0f degrees of freedom)",
        nats,
        method(),
        degreesOfFreedom);
  }
}
