package io.github.miscope.internal.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Smooth functions of several columns jointly: a Gaussian kernel at some of the rows (Williams and
 * Seeger, "Using the Nystrom method to speed up kernel machines", NIPS 2000).
 */
final class RadialTerms {

  /**
   * Standard deviation of the kernel, for columns of unit variance, times the root of their number.
   */
  private static final double WIDTH = 0.7;

  private static final double NEGLIGIBLE = 1e-9;

  /** The size of the terms, against smooth functions of one column. */
  private static final double SHARE = 0.1;

  private RadialTerms() {}

  /**
   * The functions at the observations.
   *
   * @param columns standardised columns
   * @param most centres
   */
  static List<double[]> of(double[][] columns, int most) throws InterruptedException {
    int n = columns[0].length;
    int[] centres = centres(columns, Math.min(most, n));
    double scale = -0.5 / (WIDTH * WIDTH * columns.length);
    int m = centres.length;
    DMatrixRMaj kernel = new DMatrixRMaj(m, m);
    for (int a = 0; a < m; a++) {
      for (int b = 0; b < m; b++) {
        kernel.set(a, b, Math.exp(scale * distance(columns, centres[a], centres[b])));
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(kernel);
    double largest = Arrays.stream(eigen.values()).max().orElse(0);
    int[] kept =
        IntStream.range(0, m).filter(e -> eigen.values()[e] > NEGLIGIBLE * largest).toArray();
    double[][] terms = new double[kept.length][n];
    double[] row = new double[m];
    for (int i = 0; i < n; i++) {
      for (int a = 0; a < m; a++) {
        row[a] = Math.exp(scale * distance(columns, i, centres[a]));
      }
      for (int t = 0; t < kept.length; t++) {
        double sum = 0;
        for (int a = 0; a < m; a++) {
          sum += row[a] * eigen.vectors().get(kept[t], a);
        }
        terms[t][i] = SHARE * sum / Math.sqrt(eigen.values()[kept[t]]);
      }
    }
    return new ArrayList<>(Arrays.asList(terms));
  }

  /** Rows evenly spaced in order of the sum of the columns, whatever order they come in. */
  private static int[] centres(double[][] columns, int count) {
    int n = columns[0].length;
    double[] sums = new double[n];
    for (double[] column : columns) {
      RidgeBasis.add(sums, column, 1);
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> sums[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] centres = new int[count];
    for (int c = 0; c < count; c++) {
      centres[c] = order[(int) ((c + 0.5) * n / count)];
    }
    return centres;
  }

  private static double distance(double[][] columns, int i, int j) {
    double sum = 0;
    for (double[] column : columns) {
      sum += (column[i] - column[j]) * (column[i] - column[j]);
    }
    return sum;
  }
}
