package io.github.miscope.internal.bins;

/**
 * A number of bins of equal width in a range, both of whose ends belong to it: bin k is [low + k w,
 * low + (k + 1) w) with w = (high - low) / bins, and the last one has its upper edge as well. Bins
 * of the same width go on at either side, from -1 downwards and from {@code bins} upwards.
 *
 * <p>A value that is an edge up to rounding is taken for the edge: 1/49 is in bin 1 of 49 in [0,
 * 1], although 49 (1/49) is below 1 in double precision.
 */
public final class RangeBins {

  /** Rounding of a value, of an edge and of their difference, in ulps of the larger end. */
  private static final double ROUNDING = 4;

  private final double low;
  private final double high;
  private final int bins;
  private final double half;
  private final double scale;
  private final double scaledRange;
  private final double tolerance;

  /**
   * Bins in a range.
   *
   * @param low the lower end, finite
   * @param high the upper end, finite; if it is not larger, all values between are in bin 0
   * @param bins how many, at least 1
   */
  public RangeBins(double low, double high, int bins) {
    this.low = low;
    this.high = high;
    this.bins = bins;
    // The range of finite values may overflow.
    half = Double.isInfinite(high - low) ? 0.5 : 1;
    double range = half * high - half * low;
    // An exact factor: the product with the number of bins neither overflows nor loses digits.
    scale = Math.scalb(1.0, -Math.max(-1000, Math.min(1000, Math.getExponent(range))));
    scaledRange = range * scale;
    double rounding = ROUNDING * Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
    tolerance = Math.min(rounding, range / bins / half / 4);
  }

  /**
   * The bin of a value.
   *
   * @param value a finite number
   * @return a whole number; infinite if it is too far outside
   */
  public double bin(double value) {
    if (value <= high ? value >= low : value - high <= tolerance) {
      return inside(value);
    }
    if (value < low && low - value <= tolerance) {
      return 0;
    }
    double bin = Math.floor(position(value));
    return value < low ? Math.min(-1, bin) : Math.max(bins, bin);
  }

  /** The bin of a value that is known to be in the range, up to rounding. */
  public int inside(double value) {
    if (!(scaledRange > 0)) {
      return 0;
    }
    double position = position(value);
    double bin = Math.floor(position);
    double left = (bin + 1 - position) / bins * scaledRange;
    if (left <= tolerance * half * scale) {
      bin++;
    }
    return (int) Math.max(0, Math.min(bins - 1, bin));
  }

  private double position(double value) {
    return (half * value - half * low) * scale * bins / scaledRange;
  }
}
