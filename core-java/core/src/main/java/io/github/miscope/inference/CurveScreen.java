package io.github.miscope.inference;

import io.github.miscope.inference.Columns.Column;
import java.util.Arrays;

/**
 * Shows of columns that are not curves that they are none, in far less time than their ranks take:
 * rows that follow each other in the order of X jump so far in Y that the sum of {@link
 * DeterminismCheck#unexplained} is too large already. Some of the rows that lie between two in Y
 * are as good as all where they are enough.
 */
final class CurveScreen {

  /** Fewer rows are sorted in no time. */
  static final int MIN_ROWS = 10_000;

  /** Neighbours in X that are looked at, and rows among which they jump: this times sqrt(n). */
  private static final double SOME = 8;

  private CurveScreen() {}

  /**
   * Whether the sum of jumps in Y's ranks, in the order of X, is certainly larger than a number.
   *
   * @param most the number
   */
  static boolean jumpsExceed(Column x, Column y, double most) {
    double[] ofX = x.unit();
    double[] ofY = y.unit();
    int n = ofX.length;
    if (n < MIN_ROWS) {
      return false;
    }
    int size = (int) (SOME * Math.sqrt(n));
    int[] rows = neighbours(ofX, size);
    double[] between = spread(ofY, size);
    double sum = 0;
    for (int i = 1; i < rows.length; i++) {
      double a = ofY[rows[i - 1]];
      double b = ofY[rows[i]];
      int notAbove = below(between, Math.nextUp(Math.min(a, b)));
      sum += Math.max(0, below(between, Math.max(a, b)) - notAbove);
    }
    return sum > most;
  }

  /** Some rows that follow each other in the order of a column, equal ones in order of row. */
  private static int[] neighbours(double[] column, int size) {
    double[] some = spread(column, size);
    int half = (int) ((double) size * size / column.length / 2) + 1;
    double low = some[Math.max(0, size / 2 - half)];
    double high = some[Math.min(size - 1, size / 2 + half)];
    int[] rows = new int[4 * size];
    int count = 0;
    for (int i = 0; i < column.length; i++) {
      if (column[i] >= low && column[i] <= high) {
        if (count == rows.length) {
          // A frequent value: it shows nothing.
          return new int[0];
        }
        rows[count++] = i;
      }
    }
    double[] values = Arrays.stream(rows, 0, count).mapToDouble(i -> column[i]).toArray();
    return Arrays.stream(SortedValues.orderOf(values)).map(p -> rows[p]).toArray();
  }

  /** The values of rows that are spread evenly, in ascending order. */
  private static double[] spread(double[] column, int size) {
    double[] some = new double[size];
    for (int i = 0; i < size; i++) {
      some[i] = column[(int) ((long) i * column.length / size)];
    }
    Arrays.sort(some);
    return some;
  }

  private static int below(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
