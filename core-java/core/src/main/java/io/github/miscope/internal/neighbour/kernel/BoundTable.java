package io.github.miscope.internal.neighbour.kernel;

import java.util.Arrays;

/**
 * Counts the numbers of a list below each of several bounds, all bounds at once.
 *
 * <p>The range up to the largest bound is cut into equal cells. Which cell a number falls into is
 * monotone in the number, rounded or not, so that only bounds of the same cell are compared.
 */
final class BoundTable {

  /** Cells up to the largest bound, which may fall into one more; what lies above has the last. */
  private static final int CELLS = 256;

  private static final int BEYOND = CELLS + 1;

  /** Different bounds in ascending order, and behind them what is not above any number. */
  private final double[] sorted;

  private final int size;
  private final double cellsPerUnit;

  /** By cell the number of bounds in lower ones. */
  private final int[] lower = new int[BEYOND + 1];

  /** Bounds in the cell that has most of them. */
  private int most;

  /**
   * A table.
   *
   * @param bounds one or more, in any order, none negative or NaN
   */
  BoundTable(double[] bounds) {
    double[] all = bounds.clone();
    Arrays.sort(all);
    int different = 0;
    for (double bound : all) {
      if (different == 0 || bound > all[different - 1]) {
        all[different++] = bound;
      }
    }
    size = different;
    sorted = Arrays.copyOf(all, 2 * size);
    Arrays.fill(sorted, size, 2 * size, Double.NaN);
    cellsPerUnit = CELLS / sorted[size - 1];
    int cell = 0;
    int inCell = 0;
    for (int b = 0; b < size && isUsable(); b++) {
      int own = cell(sorted[b]);
      inCell = own == cell ? inCell + 1 : 1;
      most = Math.max(most, inCell);
      while (cell < own) {
        lower[++cell] = b;
      }
    }
    Arrays.fill(lower, cell + 1, lower.length, size);
  }

  /** Whether a list so long is counted faster than bound by bound, by the table. */
  static boolean pays(int length, int bounds) {
    return bounds >= 4 && length >= 2 * CELLS;
  }

  /** Whether the bounds have cells: not if the largest is 0, or at an end of the doubles. */
  boolean isUsable() {
    return cellsPerUnit > 0 && cellsPerUnit < Double.POSITIVE_INFINITY;
  }

  private int cell(double value) {
    return Math.min(BEYOND, (int) (value * cellsPerUnit));
  }

  /**
   * Counts.
   *
   * @param d numbers that are not negative, or NaN, which is below no bound
   * @param length how many there are
   * @param bounds those of the table
   * @param counts receives the number below each
   */
  void count(double[] d, int length, double[] bounds, int[] counts) {
    int[] even = new int[2 * size];
    int[] odd = new int[2 * size];
    int not = 0;
    // Two lists of counts, since one number often falls where the one before fell.
    int m = 0;
    for (; m + 1 < length; m += 2) {
      double a = d[m];
      double b = d[m + 1];
      even[reached(a)]++;
      odd[reached(b)]++;
      not += (Double.isNaN(a) ? 1 : 0) + (Double.isNaN(b) ? 1 : 0);
    }
    if (m < length) {
      even[reached(d[m])]++;
      not += Double.isNaN(d[m]) ? 1 : 0;
    }
    // What is not a number was taken for the smallest.
    int sum = -not;
    for (int b = 0; b < size; b++) {
      sum += even[b] + odd[b];
      even[b] = sum;
    }
    for (int a = 0; a < bounds.length; a++) {
      counts[a] = even[Arrays.binarySearch(sorted, 0, size, bounds[a])];
    }
  }

  /** How many bounds a number is not below, without a branch to mispredict. */
  private int reached(double value) {
    int reached = lower[cell(value)];
    for (int trip = most; trip > 0; trip--) {
      reached += sorted[reached] <= value ? 1 : 0;
    }
    return reached;
  }
}
