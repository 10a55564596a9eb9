package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Sums of products of the columns of two matrices over the same rows. Each sum is taken row by row,
 * whatever the number of threads, and U'V is the transpose of V'U to the bit.
 */
final class CrossProducts {

  /** Columns of V whose rows are taken together: 400 rows of them fit into a second-level cache. */
  private static final int STRIP = 128;

  /** Of so few columns of V, one sum at a time costs less. */
  private static final int FEW = 8;

  /** Multiplications that a block of columns of U takes at most: some 20 ms. */
  private static final int BLOCK = 20_000_000;

  /** Multiplications that are worth another thread. */
  private static final int WORTHWHILE = 100_000;

  private CrossProducts() {}

  /**
   * U'V over the rows from, from + step, from + 2 step, ...
   *
   * @param u columns of n values
   * @param v columns of n values, or the same array as u
   */
  static DMatrixRMaj of(double[][] u, double[][] v, int from, int step)
      throws InterruptedException {
    DMatrixRMaj sums = new DMatrixRMaj(u.length, v.length);
    if (u.length == 0 || v.length == 0) {
      return sums;
    }
    int rows = Math.max(0, (u[0].length - from + step - 1) / step);
    boolean square = u == v;
    double[][][] strips = v.length < FEW ? new double[0][][] : strips(v, from, step, rows);
    long each = Math.max(1, (long) rows * v.length);
    int most = (int) Math.max(1, BLOCK / each);
    Blocks.run(
        u.length,
        Blocks.evenSize(u.length, (int) Math.min(most, 1 + WORTHWHILE / each), most),
        () -> {
          double[] column = new double[rows];
          double[] row = new double[STRIP];
          return (first, last) -> {
            for (int a = first; a < last; a++) {
              for (int i = 0; i < rows; i++) {
                column[i] = u[a][from + i * step];
              }
              for (int b = square ? a : 0; v.length < FEW && b < v.length; b++) {
                sums.data[a * v.length + b] = dot(column, v[b], from, step);
              }
              for (int k = square ? a / STRIP : 0; k < strips.length; k++) {
                int width = Math.min(STRIP, v.length - k * STRIP);
                Arrays.fill(row, 0);
                addAll(column, strips[k], row);
                System.arraycopy(row, 0, sums.data, a * v.length + k * STRIP, width);
              }
            }
          };
        });
    if (square) {
      for (int a = 0; a < u.length; a++) {
        for (int b = 0; b < a; b++) {
          sums.data[a * v.length + b] = sums.data[b * v.length + a];
        }
      }
    }
    return sums;
  }

  /** The rows of each strip of columns of V. */
  private static double[][][] strips(double[][] v, int from, int step, int rows)
      throws InterruptedException {
    double[][][] strips = new double[(v.length + STRIP - 1) / STRIP][][];
    Blocks.run(
        strips.length,
        1,
        () ->
            (first, last) -> {
              for (int k = first; k < last; k++) {
                strips[k] = strip(v, k * STRIP, from, step, rows);
              }
            });
    return strips;
  }

  private static double[][] strip(double[][] v, int start, int from, int step, int rows) {
    int width = Math.min(STRIP, v.length - start);
    double[][] strip = new double[rows][width];
    for (int b = 0; b < width; b++) {
      double[] column = v[start + b];
      for (int i = 0; i < rows; i++) {
        strip[i][b] = column[from + i * step];
      }
    }
    return strip;
  }

  private static void addAll(double[] factors, double[][] rows, double[] sums) {
    int i = 0;
    for (; i + 3 < factors.length; i += 4) {
      addFour(factors, i, rows[i], rows[i + 1], rows[i + 2], rows[i + 3], sums);
    }
    for (; i < factors.length; i++) {
      double[] row = rows[i];
      for (int b = 0; b < row.length; b++) {
        sums[b] += factors[i] * row[b];
      }
    }
  }

  private static void addFour(
      double[] factors, int i, double[] s, double[] t, double[] u, double[] v, double[] sums) {
    double a = factors[i];
    double b = factors[i + 1];
    double c = factors[i + 2];
    double d = factors[i + 3];
    for (int j = 0; j < s.length; j++) {
      // From left to right: the order of the rows.
      sums[j] = sums[j] + a * s[j] + b * t[j] + c * u[j] + d * v[j];
    }
  }

  private static double dot(double[] column, double[] other, int from, int step) {
    double sum = 0;
    for (int i = 0; i < column.length; i++) {
      sum += column[i] * other[from + i * step];
    }
    return sum;
  }
}
