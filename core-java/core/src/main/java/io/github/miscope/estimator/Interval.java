package io.github.miscope.estimator;

import io.github.miscope.internal.text.Numbers;
import java.util.Locale;
import java.util.Objects;

/**
 * A confidence interval, in nats.
 *
 * @param level its nominal coverage, in (0, 1): 0.95
 * @param lower the lower end; never clamped, so it may be below zero
 * @param upper the upper end
 * @param method how it was made: "subsamples", "asymptotic"
 */
public record Interval(double level, double lower, double upper, String method) {

  /**
   * An interval.
   *
   * @param level its nominal coverage
   * @param lower the lower end
   * @param upper the upper end
   * @param method how it was made
   * @throws IllegalArgumentException if the level is not in (0, 1) or lower &gt; upper
   */
  public Interval {
    Objects.requireNonNull(method, "method");
    requireLevel(level);
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "lower must be <= upper: lower=" + lower + ", upper=" + upper);
    }
  }

  /**
   * Refuses what is no nominal coverage.
   *
   * @param level the nominal coverage
   * @throws IllegalArgumentException if the level is not in (0, 1)
   */
  public static void requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1): level=" + level);
    }
  }

  /**
   * Whether a value lies inside or on an end.
   *
   * @param nats the value
   * @return true if lower &le; nats &le; upper
   */
  public boolean contains(double nats) {
    return lower <= nats && nats <= upper;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s %% interval [%.4f, %.4f] nats (%s)",
        Numbers.brief(100 * level),
        lower,
        upper,
        method);
  }
}
