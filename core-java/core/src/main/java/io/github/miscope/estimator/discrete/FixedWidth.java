package io.github.miscope.estimator.discrete;

import io.github.miscope.internal.bins.WidthBins;
import java.util.Arrays;
import java.util.Objects;

/**
 * Bins of a given width, from each column's smallest value on. A value that is an edge up to
 * rounding is taken for the edge.
 *
 * @param width the width, in the units of the data
 */
public record FixedWidth(double width) implements Binning {

  /**
   * Bins of a given width.
   *
   * @param width the width, in the units of the data
   * @throws IllegalArgumentException if the width is not positive and finite
   */
  public FixedWidth {
    if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("bin width must be positive and finite: width=" + width);
    }
  }

  /**
   * The bin of each value of a column.
   *
   * @throws IllegalArgumentException if there would be more than 2^31 bins
   */
  @Override
  public int[] bins(double... values) {
    Objects.requireNonNull(values, "values");
    double smallest = Arrays.stream(values).min().orElseThrow();
    WidthBins grid = new WidthBins(smallest, width);
    int[] result = new int[values.length];
    for (int i = 0; i < result.length; i++) {
      double bin = grid.bin(values[i]);
      if (bin > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "a range of " + (values[i] - smallest) + " has too many bins of width " + width);
      }
      result[i] = (int) bin;
    }
    return result;
  }

  @Override
  public String toString() {
    return "bins of width " + width;
  }
}
