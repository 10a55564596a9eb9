package io.github.miscope.internal.linear;

import io.github.miscope.internal.neighbour.order.HashOrder;

/**
 * An order of the rows that looks random but is a function of their values, the same for X and Y
 * exchanged: folds cut from it do not depend on the order in which observations were given.
 */
public final class RowOrder {

  private RowOrder() {}

  /** The number of the row that comes first, second, ... */
  public static int[] of(double[][] x, double[][] y) {
    return of(x, y, x[0].length);
  }

  /**
   * The number of the row that comes first, second, ... of n rows, of which X, Y or both may be
   * without columns.
   */
  public static int[] of(double[][] x, double[][] y, int n) {
    return rows(x, y, n).order();
  }

  /**
   * An order of rows, and which variable may come first wherever one must, by the same values.
   *
   * @param order the number of the row that comes first, second, ...
   * @param isXFirst whether X comes first
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Rows(int[] order, boolean isXFirst) {}

  /** The order of the n rows of X and Y, of which either may be without columns. */
  public static Rows rows(double[][] x, double[][] y, int n) {
    return rows(x.length, y.length, hashes(x, n), hashes(y, n));
  }

  /**
   * The same for rows whose {@link #hashes} are known.
   *
   * @param dX the number of X's columns
   * @param dY the number of Y's columns
   */
  public static Rows rows(int dX, int dY, long[] ofX, long[] ofY) {
    long[] sums = new long[ofX.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = ofX[i] + ofY[i];
    }
    int[] order = HashOrder.of(sums);
    boolean isXFirst = isXFirst(dX, dY, ofX, ofY, sums, order);
    orderMirrored(order, sums, isXFirst ? ofX : ofY);
    return new Rows(order, isXFirst);
  }

  private static boolean isXFirst(
      int dX, int dY, long[] ofX, long[] ofY, long[] sums, int[] order) {
    if (dX != dY) {
      return dX < dY;
    }
    for (int p = 0; p < order.length; p++) {
      int i = order[p];
      boolean isAlone =
          (p == 0 || sums[i] != sums[order[p - 1]])
              && (p + 1 == order.length || sums[i] != sums[order[p + 1]]);
      if (isAlone && ofX[i] != ofY[i]) {
        return ofX[i] < ofY[i];
      }
    }
    return true;
  }

  /**
   * Rows (a, b) and (b, a) have the same sum, which among ranks is common: in every second sample
   * of one column each. The first variable decides.
   */
  private static void orderMirrored(int[] order, long[] sums, long[] ofFirst) {
    long last = sums[order[0]];
    for (int p = 1; p < order.length; p++) {
      int row = order[p];
      long sum = sums[row];
      int to = p;
      while (sum == last
          && to > 0
          && sums[order[to - 1]] == sum
          && ofFirst[order[to - 1]] > ofFirst[row]) {
        order[to] = order[to - 1];
        to--;
      }
      order[to] = row;
      last = sum;
    }
  }

  /** A number for each of n rows of a variable, made of its values. */
  public static long[] hashes(double[][] columns, int n) {
    long[] hashes = new long[n];
    for (int i = 0; i < n; i++) {
      long row = 0;
      for (double[] column : columns) {
        row = mix(row + Double.doubleToLongBits(column[i]));
      }
      hashes[i] = mix(row);
    }
    return hashes;
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long v) {
    long z = v + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** The columns in that order of their rows. */
  public static double[][] apply(int[] order, double[][] columns) {
    double[][] ordered = new double[columns.length][order.length];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < order.length; i++) {
        ordered[j][i] = columns[j][order[i]];
      }
    }
    return ordered;
  }

  /** Whether each of n rows occurs once. */
  public static boolean isPermutation(int[] rows, int n) {
    boolean[] seen = new boolean[n];
    for (int row : rows) {
      if (row < 0 || row >= n || seen[row]) {
        return false;
      }
      seen[row] = true;
    }
    return rows.length == n;
  }
}
