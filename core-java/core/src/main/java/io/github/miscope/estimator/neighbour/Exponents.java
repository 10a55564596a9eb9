package io.github.miscope.estimator.neighbour;

/** Powers of two taken out of data, so that no square overflows or underflows. */
final class Exponents {

  /** A larger ratio of two variables' scales behaves like this one: the smaller one vanishes. */
  private static final int LARGEST_SHIFT = 900;

  private Exponents() {}

  /**
   * Scales columns in place, exactly, so that their largest magnitude lies in [1, 2).
   *
   * @return the exponent that was taken out
   */
  static int normalise(double[][] columns) {
    double largest = 0;
    for (double[] column : columns) {
      for (double v : column) {
        largest = Math.max(largest, Math.abs(v));
      }
    }
    // Subnormal numbers have the exponent of zero: scaled up twice, they lose nothing.
    int exponent = Math.getExponent(largest);
    for (double[] column : columns) {
      for (int i = 0; i < column.length; i++) {
        column[i] = Math.scalb(column[i], -exponent);
      }
    }
    return exponent;
  }

  static double shift(double scale, int exponent) {
    int bounded = Math.max(-LARGEST_SHIFT, Math.min(LARGEST_SHIFT, exponent));
    return Math.scalb(scale, bounded);
  }
}
