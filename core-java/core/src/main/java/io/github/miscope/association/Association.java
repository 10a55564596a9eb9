package io.github.miscope.association;

import io.github.miscope.internal.mean.Means;
import io.github.miscope.internal.neighbour.order.Ranks;
import java.util.Objects;

/**
 * Measures of association of two columns of numbers that are not mutual information, to be set
 * beside it.
 */
public final class Association {

  private Association() {}

  /**
   * Pearson's correlation.
   *
   * @param x n finite values
   * @param y n finite values
   * @return from -1 to 1; NaN if a column is constant
   * @throws IllegalArgumentException if lengths differ, n &lt; 2 or a value is not finite
   */
  public static double pearson(double[] x, double[] y) {
    check(x, y);
    return correlation(DistanceCorrelation.standardised(x), DistanceCorrelation.standardised(y));
  }

  /**
   * Spearman's rank correlation; equal values have the mean of their ranks.
   *
   * @param x n finite values
   * @param y n finite values
   * @return from -1 to 1, its sign whether Y rises or falls with X; NaN if a column is constant
   * @throws IllegalArgumentException if lengths differ, n &lt; 2 or a value is not finite
   */
  public static double spearman(double[] x, double[] y) {
    check(x, y);
    return correlation(Ranks.of(x), Ranks.of(y));
  }

  private static double correlation(double[] x, double[] y) {
    double correlation = Means.correlation(x, Means.mean(x), y, Means.mean(y));
    return Math.max(-1, Math.min(1, correlation));
  }

  /**
   * Chatterjee's xi: how far Y is a function of X. Not symmetric. Where values of X are equal it is
   * the mean over all orders of them, so that it does not depend on the order of rows.
   *
   * <p>S. Chatterjee, "A new coefficient of correlation", Journal of the American Statistical
   * Association 116, 2009, 2021, section 1, with ties.
   *
   * @param x n finite values
   * @param y n finite values
   * @return about 0 for independent columns, where it may be below; at most 1, which it reaches
   *     where Y is a function of X and n is large; NaN if Y is constant
   * @throws IllegalArgumentException if lengths differ, n &lt; 2 or a value is not finite
   */
  public static double xi(double[] x, double[] y) {
    check(x, y);
    return ChatterjeeXi.of(x, y);
  }

  /**
   * Distance correlation in O(n log n): 0 in the limit of large n if and only if the columns are
   * independent. The plain one, which is above 0 by chance.
   *
   * <p>G. J. Szekely, M. L. Rizzo and N. K. Bakirov, "Measuring and testing dependence by
   * correlation of distances", Annals of Statistics 35, 2769, 2007, definition 5; sums as in X. Huo
   * and G. J. Szekely, "Fast computing for distance covariance", Technometrics 58, 435, 2016.
   *
   * @param x n finite values
   * @param y n finite values
   * @return from 0 to 1; NaN if a column is constant
   * @throws IllegalArgumentException if lengths differ, n &lt; 2 or a value is not finite
   */
  public static double distanceCorrelation(double[] x, double[] y) {
    check(x, y);
    return new DistanceCorrelation(x).with(new DistanceCorrelation(y));
  }

  private static void check(double[] x, double[] y) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "x has " + x.length + " values but y has " + y.length + ": observations must be paired");
    }
    if (x.length < 2) {
      throw new IllegalArgumentException("there must be at least 2 pairs: n=" + x.length);
    }
    check("x", x);
    check("y", y);
  }

  private static void check(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(name + "[" + i + "] is " + values[i]);
      }
    }
  }
}
