package io.github.miscope.internal.linear;

import io.github.miscope.internal.neighbour.order.RadixSort;

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
    long[] hash = new long[n];
    addHashes(x, hash);
    addHashes(y, hash);
    return RadixSort.order(hash);
  }

  private static void addHashes(double[][] columns, long[] hash) {
    for (int i = 0; i < hash.length; i++) {
      long row = 0;
      for (double[] column : columns) {
        row = mix(row + Double.doubleToLongBits(column[i]));
      }
      hash[i] += mix(row);
    }
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
