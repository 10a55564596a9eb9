package io.github.miscope.internal.linear;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Smooth functions of one column: cubic splines with knots at its quantiles, as functions whose sum
 * of squared coefficients is the integral of the squared second derivative (the reproducing kernel
 * of Gu, Smoothing Spline ANOVA Models, 2002, section 2.3.3; its eigenvectors at the knots as in
 * Wood, Generalized Additive Models, 2017, section 5.4.2).
 */
final class SplineTerms {

  /** Smaller eigenvalues of the kernel, relative to the largest, are rounding errors. */
  private static final double NEGLIGIBLE = 1e-9;

  private SplineTerms() {}

  /**
   * The functions at the observations, the smoothest first.
   *
   * @param values a column that varies
   * @param knots how many knots, at most
   */
  static double[][] of(double[] values, int knots) throws InterruptedException {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double least = sorted[0];
    double range = sorted[n - 1] - least;
    double[] places = new double[knots];
    for (int k = 0; k < knots; k++) {
      double position = (n - 1) * (k + 0.5) / knots;
      int below = (int) position;
      int above = Math.min(n - 1, below + 1);
      double value = sorted[below] + (position - below) * (sorted[above] - sorted[below]);
      places[k] = (value - least) / range;
    }
    double[] at = Arrays.stream(places).distinct().toArray();
    int count = at.length;
    DMatrixRMaj kernel = new DMatrixRMaj(count, count);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        kernel.set(a, b, kernel(at[a], at[b]));
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(kernel);
    double largest = Arrays.stream(eigen.values()).max().orElse(0);
    int[] order =
        IntStream.range(0, count)
            .filter(e -> eigen.values()[e] > NEGLIGIBLE * largest)
            .boxed()
            .sorted(Comparator.comparingDouble(e -> -eigen.values()[e]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] terms = new double[order.length][n];
    double[] row = new double[count];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < count; k++) {
        row[k] = kernel((values[i] - least) / range, at[k]);
      }
      for (int t = 0; t < order.length; t++) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
          sum += row[k] * eigen.vectors().get(order[t], k);
        }
        terms[t][i] = sum / Math.sqrt(eigen.values()[order[t]]);
      }
    }
    return terms;
  }

  /** k2(x) k2(y) - k4(|x - y|), scaled Bernoulli polynomials on [0, 1]. */
  private static double kernel(double x, double y) {
    double q = (Math.abs(x - y) - 0.5) * (Math.abs(x - y) - 0.5);
    return second(x) * second(y) - (q * q - q / 2 + 7.0 / 240) / 24;
  }

  private static double second(double x) {
    return 0.5 * ((x - 0.5) * (x - 0.5) - 1.0 / 12);
  }
}
