package io.github.miscope.internal.neighbour.space;

/**
 * One variable in whole numbers: each value's distance from its column's minimum in units of the
 * widest column's range over the largest code. Differences of codes say where a distance lies to
 * within {@link #MARGIN} units; what they leave open is decided by the doubles.
 */
public final class QuantisedColumns {

  /**
   * More than the difference of two codes can be off: each value is rounded down by less than one
   * unit, and the arithmetic errs by less than 2^-20 units.
   */
  public static final double MARGIN = 1.001;

  private final double unit;
  private final int[][] columns;

  private QuantisedColumns(double unit, int[][] columns) {
    this.unit = unit;
    this.columns = columns;
  }

  /** The widest column's range. */
  static double range(double[][] columns) {
    double range = 0;
    for (double[] column : columns) {
      double low = column[0];
      double high = column[0];
      for (double v : column) {
        low = v < low ? v : low;
        high = v > high ? v : high;
      }
      range = Math.max(range, high - low);
    }
    return range;
  }

  private static double minimum(double[] column) {
    double low = column[0];
    for (double v : column) {
      low = v < low ? v : low;
    }
    return low;
  }

  /** Whether ranges are so far from the ends of the doubles' range that units are, too. */
  public static boolean usable(double range) {
    return range > 0x1p-900 && range < 0x1p900;
  }

  /**
   * QuantisedColumns of a variable.
   *
   * @param range not less than the widest column's range: what the largest code stands for
   * @param largest the largest code
   */
  public static QuantisedColumns of(double[][] values, double range, int largest) {
    double unit = range / largest;
    // A little less than one over the unit, so that no code exceeds the largest.
    double perUnit = largest / range * (1 - 0x1p-50);
    int n = values[0].length;
    int[][] columns = new int[values.length][n];
    for (int j = 0; j < columns.length; j++) {
      double[] column = values[j];
      double low = minimum(column);
      int[] codes = columns[j];
      for (int i = 0; i < n; i++) {
        codes[i] = (int) ((column[i] - low) * perUnit);
      }
    }
    return new QuantisedColumns(unit, columns);
  }

  /** The distance that one code stands for. */
  public double unit() {
    return unit;
  }

  /** d columns of n codes. */
  public int[][] columns() {
    return columns;
  }
}
