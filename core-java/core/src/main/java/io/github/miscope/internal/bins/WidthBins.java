package io.github.miscope.internal.bins;

/**
 * Bins of a given width: bin k is [origin + k width, origin + (k + 1) width). A value that is an
 * edge up to rounding is taken for the edge: 0.3 is in bin 3 of width 0.1, although 0.3 / 0.1 is
 * below 3 in double precision.
 */
public final class WidthBins {

  /** Rounding of a value, of an edge and of their difference, in ulps of the edge. */
  private static final double ROUNDING = 2;

  private final double origin;
  private final double width;

  /**
   * Bins of a width.
   *
   * @param origin the lower edge of bin 0, finite
   * @param width positive and finite
   */
  public WidthBins(double origin, double width) {
    this.origin = origin;
    this.width = width;
  }

  /**
   * The bin of a value.
   *
   * @param value a finite number
   * @return a whole number; infinite if it is too far away
   */
  public double bin(double value) {
    double bin = Math.floor((value - origin) / width);
    if (value >= lowest(bin + 1)) {
      return bin + 1;
    }
    return value < lowest(bin) ? bin - 1 : bin;
  }

  /** The least value that is in a bin. */
  private double lowest(double bin) {
    double edge = origin + bin * width;
    double rounding = ROUNDING * Math.ulp(Math.max(Math.abs(origin), Math.abs(edge)));
    return edge - Math.min(rounding, width / 4);
  }
}
