package io.github.miscope.estimator.discrete;

import io.github.miscope.internal.bins.RangeBins;
import io.github.miscope.internal.check.Check;
import java.util.Arrays;
import java.util.Objects;

/**
 * A given number of bins of equal width over each column's range; the largest value is in the last
 * bin. A value that is an edge up to rounding is taken for the edge.
 *
 * @param bins how many
 */
public record EqualWidth(int bins) implements Binning {

  /**
   * Bins of equal width.
   *
   * @param bins how many, at least 1
   * @throws IllegalArgumentException if bins &lt; 1
   */
  public EqualWidth {
    Check.atLeast("bins", bins, 1);
  }

  @Override
  public int[] bins(double... values) {
    Objects.requireNonNull(values, "values");
    double smallest = Arrays.stream(values).min().orElseThrow();
    double largest = Arrays.stream(values).max().orElseThrow();
    RangeBins grid = new RangeBins(smallest, largest, bins);
    int[] result = new int[values.length];
    Arrays.setAll(result, i -> grid.inside(values[i]));
    return result;
  }

  @Override
  public String toString() {
    return bins + " equal-width bins";
  }
}
