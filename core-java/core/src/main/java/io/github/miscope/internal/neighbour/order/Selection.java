package io.github.miscope.internal.neighbour.order;

import java.util.Arrays;

/** Splits points by rank. */
public final class Selection {

  private Selection() {}

  /**
   * Reorders order[from..to) so that no value before the middle is larger than any after it.
   *
   * @param column the values
   * @param order points, reordered
   * @param middle the position of the first point of the upper part
   */
  public static void split(double[] column, int[] order, int from, int to, int middle) {
    int first = from;
    int last = to - 1;
    // Bad luck with pivots ends in a sort, which is linear.
    int patience = 2 * (32 - Integer.numberOfLeadingZeros(to - from));
    while (first < last) {
      if (patience-- == 0) {
        sort(column, order, first, last + 1);
        return;
      }
      double pivot = pivot(column, order, first, last);
      int i = first;
      int j = last;
      // Both sides stop at values equal to the pivot, so that ties are shared evenly.
      while (i <= j) {
        while (column[order[i]] < pivot) {
          i++;
        }
        while (column[order[j]] > pivot) {
          j--;
        }
        if (i <= j) {
          int swap = order[i];
          order[i++] = order[j];
          order[j--] = swap;
        }
      }
      if (middle <= j) {
        last = j;
      } else if (middle >= i) {
        first = i;
      } else {
        return;
      }
    }
  }

  private static double pivot(double[] column, int[] order, int first, int last) {
    double a = column[order[first]];
    double b = column[order[(first + last) >>> 1]];
    double c = column[order[last]];
    double low = Math.min(a, b);
    double high = Math.max(a, b);
    return Math.max(low, Math.min(high, c));
  }

  private static void sort(double[] column, int[] order, int from, int to) {
    int[] points = Arrays.copyOfRange(order, from, to);
    double[] values = new double[points.length];
    for (int p = 0; p < points.length; p++) {
      values[p] = column[points[p]];
    }
    int[] sorted = RadixSort.order(values);
    for (int p = 0; p < points.length; p++) {
      order[from + p] = points[sorted[p]];
    }
  }
}
