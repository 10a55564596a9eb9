package io.github.miscope.internal.neighbour.space;

/** Bounds of scaled distances in terms of the distances themselves, exactly. */
public final class Unscaled {

  private Unscaled() {}

  /**
   * The number t for which d &lt; t just if c * d &lt; eps, for all distances d as doubles
   * multiply.
   *
   * @param eps at least 0
   * @param c positive
   */
  public static double bound(double eps, double c) {
    if (c == 1 || !(eps > 0)) {
      return eps;
    }
    double t = eps / c;
    // The quotient is right to within rounding; among normal numbers a step or two mends it.
    for (int step = 0; step < 4; step++) {
      if (c * t < eps) {
        t = Math.nextUp(t);
      } else if (c * Math.nextDown(t) >= eps) {
        t = Math.nextDown(t);
      } else {
        return t;
      }
    }
    long low = 0;
    long high = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
    // Bits of positive doubles are in the order of their values: c * low < eps <= c * high.
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (c * Double.longBitsToDouble(middle) < eps) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Double.longBitsToDouble(high);
  }
}
