package io.github.miscope.estimator.internal.entropy;

import io.github.miscope.estimator.Interval;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.internal.mean.Means;

/** The uncertainty of a mean of n contributions, by the central limit theorem. */
public final class Asymptotic {

  private static final double LEVEL = 0.95;

  /** The normal distribution's quantile at 0.975. */
  private static final double Z = 1.959963984540054;

  /** Values that differ by less are equal. */
  private static final double ROUNDING = 1e-12;

  private Asymptotic() {}

  /**
   * Standard error and 95 % interval of the mean: mean &plusmn; z sqrt(V / n), V the sample
   * variance.
   *
   * @param values n values, not independent in truth, but weakly dependent
   * @return the uncertainty; unknown if a value is not finite, or all are equal, which shows no
   *     error
   */
  public static Uncertainty ofMean(double[] values) {
    double mean = Means.mean(values);
    int n = values.length;
    double squares = Means.squaredDeviations(values, 0, n);
    double error = Math.sqrt(squares / (n - 1) / n);
    if (!Double.isFinite(error) || error <= ROUNDING * (1 + Math.abs(mean))) {
      return Uncertainty.unknown();
    }
    return Uncertainty.unknown()
        .withStandardError(error)
        .withInterval(new Interval(LEVEL, mean - Z * error, mean + Z * error, "asymptotic"));
  }
}
