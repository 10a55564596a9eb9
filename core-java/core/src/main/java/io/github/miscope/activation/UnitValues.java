package io.github.miscope.activation;

import io.github.miscope.internal.bins.RangeBins;
import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.text.Numbers;
import io.github.miscope.sample.Variable;
import java.util.Objects;

/**
 * The values of all units of a layer in one histogram (Goldfeld et al. 2019, top row of Figure 10):
 * units that saturate fill its ends.
 *
 * @param histogram of the values; the first bin holds all that lie below, the last all that lie
 *     above
 * @param below values below the first bin
 * @param above values above the last
 */
public record UnitValues(Histogram histogram, long below, long above) {

  /**
   * Refuses null.
   *
   * @param histogram of the values
   * @param below values below the first bin
   * @param above values above the last
   */
  public UnitValues {
    Objects.requireNonNull(histogram, "histogram");
  }

  /**
   * The values of a layer.
   *
   * @param layer n rows of d units
   * @param low the lower edge of the first bin
   * @param high the upper edge of the last, which belongs to it
   * @param bins how many
   * @return n d values
   * @throws IllegalArgumentException if the range is empty or not finite, or bins &lt; 1
   */
  public static UnitValues of(Variable layer, double low, double high, int bins) {
    Objects.requireNonNull(layer, "layer");
    if (!(high - low > 0 && high - low < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the range must be finite and not empty: low=" + low + ", high=" + high);
    }
    Check.between("bins", bins, 1, Histogram.MAX_BINS);
    RangeBins grid = new RangeBins(low, high, bins);
    long[] counts = new long[bins];
    long below = 0;
    long above = 0;
    for (int j = 0; j < layer.d(); j++) {
      for (int i = 0; i < layer.n(); i++) {
        double value = layer.get(i, j);
        counts[grid.inside(Math.min(high, Math.max(low, value)))]++;
        below += value < low ? 1 : 0;
        above += value > high ? 1 : 0;
      }
    }
    return new UnitValues(Histogram.of(low, high, counts), below, above);
  }

  /** The histogram, and how much of it lies outside of its range. */
  @Override
  public String toString() {
    return histogram
        + (below == 0 ? "" : ", " + below + " below " + Numbers.brief(histogram.low()))
        + (above == 0 ? "" : ", " + above + " above " + Numbers.brief(histogram.high()));
  }
}
