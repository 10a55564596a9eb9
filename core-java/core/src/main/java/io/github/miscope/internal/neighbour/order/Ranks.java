package io.github.miscope.internal.neighbour.order;

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
    return of(column, RadixSort.order(column));
  }

  /**
   * The ranks of a column that is sorted already.
   *
   * @param column n values, none NaN
   * @param rows its rows in ascending order of value
   * @return n ranks
   */
  public static double[] of(double[] column, int[] rows) {
    int n = column.length;
    double[] ranks = new double[n];
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

  /**
   * Which of the different values each is.
   *
   * @param column n values, none NaN
   * @return n numbers, from 0 for the smallest value; equal for equal values
   */
  public static int[] dense(double[] column) {
    int[] rows = RadixSort.order(column);
    int[] dense = new int[column.length];
    for (int p = 1; p < rows.length; p++) {
      dense[rows[p]] = dense[rows[p - 1]] + (column[rows[p]] == column[rows[p - 1]] ? 0 : 1);
    }
    return dense;
  }

  /**
   * Which of the different pairs each is, in lexicographic order.
   *
   * @param first n numbers, from 0
   * @param second n numbers, from 0
   * @return n numbers, from 0 for the smallest pair; equal for equal pairs
   */
  public static int[] dense(int[] first, int[] second) {
    long[] pairs = new long[first.length];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = (long) first[i] << Integer.SIZE | second[i];
    }
    int[] places = RadixSort.order(pairs);
    int[] dense = new int[pairs.length];
    for (int p = 1; p < places.length; p++) {
      dense[places[p]] = dense[places[p - 1]] + (pairs[places[p]] == pairs[places[p - 1]] ? 0 : 1);
    }
    return dense;
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
