package io.github.miscope.activation;

import java.util.Locale;

/** Where the bins of a layer's units begin and how wide they are; never a silent [-1, 1]. */
public sealed interface BinGrid {

  /**
   * Where the bins of one unit begin.
   *
   * @param values the unit's values
   * @return the lower edge of bin 0 and the width of bins
   */
  Edges edges(double[] values);

  /**
   * The bins of one unit.
   *
   * @param origin the lower edge of bin 0
   * @param width of each bin, positive
   */
  record Edges(double origin, double width) {

    /** The bin of a value; bins go on at either side. */
    long bin(double value) {
      double bin = Math.floor((value - origin) / width);
      if (!(Math.abs(bin) < 0x1p62)) {
        throw new IllegalArgumentException(
            "value " + value + " is too many bins of width " + width + " from " + origin);
      }
      return (long) bin;
    }
  }

  /**
   * Bins of one width for all units, whatever their values, counted from 0: bin k is [k width, (k +
   * 1) width).
   *
   * @param width in the units of the data
   */
  record OfWidth(double width) implements BinGrid {

    /**
     * Bins of one width.
     *
     * @param width in the units of the data
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public OfWidth {
      if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("width must be positive and finite: width=" + width);
      }
    }

    @Override
    public Edges edges(double[] values) {
      return new Edges(0, width);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "bins of width %.4g", width);
    }
  }

  /**
   * As many bins in the range of the activation function; what lies outside has more such bins.
   *
   * @param low its least value
   * @param high its largest value
   * @param bins how many
   */
  record OfRange(double low, double high, int bins) implements BinGrid {

    /**
     * Bins in a range.
     *
     * @param low the least value
     * @param high the largest value
     * @param bins how many
     * @throws IllegalArgumentException if bins &lt; 1 or the range is empty or not finite
     */
    public OfRange {
      if (bins < 1) {
        throw new IllegalArgumentException("bins must be >= 1: bins=" + bins);
      }
      if (!(high - low > 0 && high - low < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the range must be finite and not empty: low=" + low + ", high=" + high);
      }
    }

    @Override
    public Edges edges(double[] values) {
      return new Edges(low, (high - low) / bins);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%d bins in [%.4g, %.4g]", bins, low, high);
    }
  }

  /**
   * As many bins between the least and the largest value of each unit; one bin for a unit that does
   * not vary.
   *
   * @param bins how many
   */
  record OfData(int bins) implements BinGrid {

    /**
     * Bins in the range of the data.
     *
     * @param bins how many
     * @throws IllegalArgumentException if bins &lt; 1
     */
    public OfData {
      if (bins < 1) {
        throw new IllegalArgumentException("bins must be >= 1: bins=" + bins);
      }
    }

    @Override
    public Edges edges(double[] values) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double value : values) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      // The largest value belongs into the last bin.
      double width = (high - low) / bins * (1 + 1e-12);
      return new Edges(low, width > 0 ? width : 1);
    }

    @Override
    public String toString() {
      return bins + " bins in each unit's own range";
    }
  }
}
