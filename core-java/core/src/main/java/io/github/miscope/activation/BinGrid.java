package io.github.miscope.activation;

import io.github.miscope.estimator.discrete.Binning;
import io.github.miscope.internal.bins.RangeBins;
import io.github.miscope.internal.bins.WidthBins;
import io.github.miscope.internal.check.Check;
import java.util.Arrays;
import java.util.Objects;

/**
 * The bins of a layer's units; never a silent [-1, 1]. A value that is an edge up to rounding is
 * taken for the edge. Other binnings bin layers, too, and these bin any variable.
 */
public sealed interface BinGrid extends Binning {

  /**
   * Bins of one width for all units, whatever their values, counted from 0: bin k is [k width, (k +
   * 1) width). A unit that saturates at 1 is then in another bin than one just below: {@link
   * OfRange} has both in its last bin.
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
      Check.positive("width", width);
    }

    @Override
    public int[] bins(double... values) {
      Objects.requireNonNull(values, "values");
      WidthBins bins = new WidthBins(0, width);
      return Numbered.of(values, bins::bin, this);
    }

    @Override
    public String toString() {
      return "bins of width " + Numbered.shown(width);
    }
  }

  /**
   * As many bins in the range of the activation function, both of whose ends belong to it: a unit
   * that saturates is in the first bin or in the last. What lies outside has more such bins.
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
      Check.atLeast("bins", bins, 1);
      if (!(high - low > 0 && high - low < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the range must be finite and not empty: low=" + low + ", high=" + high);
      }
    }

    @Override
    public int[] bins(double... values) {
      Objects.requireNonNull(values, "values");
      return Numbered.of(values, new RangeBins(low, high, bins)::bin, this);
    }

    @Override
    public String toString() {
      return bins + " bins in [" + Numbered.shown(low) + ", " + Numbered.shown(high) + "]";
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
      Check.atLeast("bins", bins, 1);
    }

    @Override
    public int[] bins(double... values) {
      Objects.requireNonNull(values, "values");
      double low = Arrays.stream(values).min().orElse(0);
      double high = Arrays.stream(values).max().orElse(0);
      return Numbered.of(values, new RangeBins(low, high, bins)::inside, this);
    }

    @Override
    public String toString() {
      return bins + " bins in each unit's own range";
    }
  }
}
