package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Sums of products of the columns of two matrices over the same rows. Each sum is taken row by row,
 * whatever the number of threads, and U'V is the transpose of V'U to the bit.
 */
final class CrossProducts {

  /** Columns of V whose rows are taken together. */
  private static final int STRIP = 128;

  /** Rows of a strip that several columns of U meet in turn: 200 kB, in a second-level cache. */
  private static final int ROWS = 200;

  /** Of so few columns of V, one sum at a time costs less. */
  private static final int FEW = 8;

  /** Multiplications that a block of columns of U takes at most: some 20 ms. */
  private static final int BLOCK = 20_000_000;

  /** The same where strips have their full width, along which a processor is quicker. */
  private static final int WIDE_BLOCK = 100_000_000;

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
    int most = (int) Math.max(1, (v.length < STRIP ? BLOCK : WIDE_BLOCK) / each);
    Blocks.run(
        u.length,
        Blocks.evenSize(u.length, (int) Math.min(most, 1 + WORTHWHILE / each), most),
        () ->
            (first, last) -> {
              double[][] columns = new double[last - first][];
              for (int a = first; a < last; a++) {
                columns[a - first] = every(u[a], from, step, rows);
              }
              for (int a = first; a < last && v.length < FEW; a++) {
                for (int b = square ? a : 0; b < v.length; b++) {
                  sums.data[a * v.length + b] = dot(columns[a - first], v[b], from, step);
                }
              }
              for (int k = square ? first / STRIP : 0; k < strips.length; k++) {
                double[][] strip = products(columns, strips[k]);
                int width = Math.min(STRIP, v.length - k * STRIP);
                for (int a = first; a < last; a++) {
                  int to = a * v.length + k * STRIP;
                  System.arraycopy(strip[a - first], 0, sums.data, to, width);
                }
              }
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

  private static double[] every(double[] column, int from, int step, int rows) {
    if (step == 1) {
      return from == 0 ? column : Arrays.copyOfRange(column, from, from + rows);
    }
    double[] every = new double[rows];
    for (int i = 0; i < rows; i++) {
      every[i] = column[from + i * step];
    }
    return every;
  }

  /** The sums of each column with those of a strip. */
  private static double[][] products(double[][] columns, double[][] rows) {
    double[][] sums = new double[columns.length][STRIP];
    for (int start = 0; start < rows.length; start += ROWS) {
      int end = Math.min(rows.length, start + ROWS);
      int a = 0;
      for (; a + 1 < columns.length; a += 2) {
        addBoth(columns[a], columns[a + 1], rows, start, end, sums[a], sums[a + 1]);
      }
      if (a < columns.length) {
        addOne(columns[a], rows, start, end, sums[a]);
      }
    }
    return sums;
  }

  private static void addOne(double[] column, double[][] rows, int start, int end, double[] sums) {
    int i = start;
    for (; i + 3 < end; i += 4) {
      addFour(column, i, rows[i], rows[i + 1], rows[i + 2], rows[i + 3], sums);
    }
    for (; i < end; i++) {
      double[] row = rows[i];
      double factor = column[i];
      for (int j = 0; j < row.length; j++) {
        sums[j] += factor * row[j];
      }
    }
  }

  private static void addFour(
      double[] column, int i, double[] s, double[] t, double[] u, double[] v, double[] sums) {
    double a = column[i];
    double b = column[i + 1];
    double c = column[i + 2];
    double d = column[i + 3];
    for (int j = 0; j < s.length; j++) {
      // From left to right: the order of the rows.
      sums[j] = sums[j] + a * s[j] + b * t[j] + c * u[j] + d * v[j];
    }
  }

  private static void addBoth(
      double[] u, double[] v, double[][] rows, int start, int end, double[] sumsU, double[] sumsV) {
    int i = start;
    for (; i + 1 < end; i += 2) {
      addTwo(u, v, i, rows[i], rows[i + 1], sumsU, sumsV);
    }
    addOne(u, rows, i, end, sumsU);
    addOne(v, rows, i, end, sumsV);
  }

  /** Two rows for two columns: each number that is read serves twice. Four rows took longer. */
  private static void addTwo(
      double[] u, double[] v, int i, double[] s, double[] t, double[] sumsU, double[] sumsV) {
    double a = u[i];
    double b = u[i + 1];
    double c = v[i];
    double d = v[i + 1];
    for (int j = 0; j < s.length; j++) {
      // From left to right: the order of the rows.
      sumsU[j] = sumsU[j] + a * s[j] + b * t[j];
      sumsV[j] = sumsV[j] + c * s[j] + d * t[j];
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
