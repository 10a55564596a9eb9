package io.github.miscope.internal.neighbour;

/** Ranks of values, in time linear in their number and without an object for each. */
public final class Ranks {

  private Ranks() {}

  /**
   * The ranks of a column, from 1; equal values have the mean of their ranks.
   *
   * @param column n values, none NaN
   * @return n ranks
   */
  public static double[] of(double[] column) {
    int n = column.length;
    double[] ranks = new double[n];
    int[] rows = RadixSort.order(column);
    for (int start = 0, end; start < n; start = end) {
      end = endOfTie(column, rows, start);
      double rank = 0.5 * (start + 1.0 + end);
      for (int p = start; p < end; p++) {
        ranks[rows[p]] = rank;
      }
    }
    return ranks;
  }

  /**
   * The rows of a column in ascending order of value, equal values in ascending order of a key, and
   * in order of row where that is equal, too.
   *
   * @param column n values, none NaN
   * @param key n values, none NaN
   * @return n rows
   */
  public static int[] order(double[] column, double[] key) {
    int n = column.length;
    int[] rows = RadixSort.order(column);
    for (int start = 0, end; start < n; start = end) {
      end = endOfTie(column, rows, start);
      if (end > start + 1) {
        double[] keys = new double[end - start];
        int[] tied = new int[end - start];
        for (int i = 0; i < tied.length; i++) {
          tied[i] = rows[start + i];
          keys[i] = key[tied[i]];
        }
        int[] order = RadixSort.order(keys);
        for (int i = 0; i < tied.length; i++) {
          rows[start + i] = tied[order[i]];
        }
      }
    }
    return rows;
  }

  /** The position behind the last value that equals the one at a position in ascending order. */
  private static int endOfTie(double[] column, int[] rows, int start) {
    int end = start + 1;
    while (end < rows.length && column[rows[end]] == column[rows[start]]) {
      end++;
    }
    return end;
  }
}
