package io.github.miscope.internal.neighbour;

/** Powers of two taken out of data, so that no square overflows or underflows. */
public final class Exponents {

  /** A larger ratio of two variables' scales behaves like this one: the smaller one vanishes. */
  private static final int LARGEST_SHIFT = 900;

  private Exponents() {}

  /**
   * Scales columns in place, exactly, so that their largest magnitude lies in [1, 2).
   *
   * @param columns columns of n values, changed
   * @return the exponent that was taken out
   */
  public static int normalise(double[][] columns) {
    double largest = 0;
    for (double[] column : columns) {
      for (double v : column) {
        largest = Math.max(largest, Math.abs(v));
      }
    }
    // Subnormal numbers have the exponent of zero: scaled up twice, they lose nothing.
    int exponent = Math.getExponent(largest);
    for (double[] column : columns) {
      scale(column, -exponent);
    }
    return exponent;
  }

  /** Multiplies by 2^exponent in place, each value rounded at most once. */
  static void scale(double[] column, int exponent) {
    if (exponent == 0) {
      return;
    }
    if (Math.abs(exponent) > Double.MAX_EXPONENT - 1) {
      for (int i = 0; i < column.length; i++) {
        column[i] = Math.scalb(column[i], exponent);
      }
      return;
    }
    double factor = Math.scalb(1.0, exponent);
    for (int i = 0; i < column.length; i++) {
      column[i] *= factor;
    }
  }

  /**
   * A scale times a power of two, within bounds beyond which one of two variables vanishes.
   *
   * @param scale the scale
   * @param exponent the exponent of the power
   * @return scale 2^exponent
   */
  public static double shift(double scale, int exponent) {
    int bounded = Math.max(-LARGEST_SHIFT, Math.min(LARGEST_SHIFT, exponent));
    return Math.scalb(scale, bounded);
  }
}
