package io.github.miscope.estimator.auto;

import io.github.miscope.estimator.gaussian.CanonicalAnalysis;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.sample.Samples;
import java.util.Arrays;

/**
 * Whether the copula of X and Y is Gaussian, as far as canonical pairs (u, v) show: then what u
 * leaves of v is independent of X, and what v leaves of u of Y. Correlated are the square of what
 * is left with u, with its square and with the square of the whole vector, and what is left with
 * the square of u: sizes that follow X (mixtures, bounded noise) and curves.
 */
final class GaussianFit {

  /** Later pairs correlate less, and are nearer to Gaussian for it. */
  private static final int MAX_PAIRS = 5;

  /**
   * A correlation counts from this many standard errors. There are eight for each pair, of columns
   * whose squares have long tails.
   */
  private static final double CLEARLY = 4;

  private GaussianFit() {}

  /** By how many standard errors the largest of the correlations differs from zero. */
  static double deviations(double[][] x, double[][] y) {
    int n = x[0].length;
    CanonicalAnalysis analysis = CanonicalAnalysis.of(Samples.ofColumns(x, y));
    double[] r = analysis.correlations();
    int pairs = 0;
    while (pairs < Math.min(MAX_PAIRS, r.length) && r[pairs] > 3 / Math.sqrt(n) && r[pairs] < 1) {
      pairs++;
    }
    double[][] u = analysis.variatesX(pairs);
    double[][] v = analysis.variatesY(pairs);
    double[] sizeX = squares(x);
    double[] sizeY = squares(y);
    double largest = 0;
    for (int l = 0; l < pairs; l++) {
      largest = Math.max(largest, largest(u[l], v[l], r[l], sizeX));
      largest = Math.max(largest, largest(v[l], u[l], r[l], sizeY));
    }
    return largest * Math.sqrt(n);
  }

  /** Whether the copula is clearly not Gaussian. */
  static boolean fails(double[][] x, double[][] y) {
    return deviations(x, y) > CLEARLY;
  }

  private static double largest(double[] u, double[] v, double r, double[] size) {
    double[] left = new double[u.length];
    Arrays.setAll(left, i -> v[i] - r * u[i]);
    double[] leftSquare = squares(left);
    double[] square = squares(u);
    return Math.max(
        Math.max(correlation(leftSquare, u), correlation(leftSquare, square)),
        Math.max(correlation(leftSquare, size), correlation(left, square)));
  }

  private static double[] squares(double[]... columns) {
    double[] sums = new double[columns[0].length];
    for (double[] column : columns) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += column[i] * column[i];
      }
    }
    return sums;
  }

  private static double correlation(double[] a, double[] b) {
    double r = Means.correlation(a, Means.mean(a), b, Means.mean(b));
    return Double.isNaN(r) ? 0 : Math.abs(r);
  }
}
