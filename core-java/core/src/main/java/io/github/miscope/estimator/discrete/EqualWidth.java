package io.github.miscope.estimator.discrete;

import java.util.Arrays;

/**
 * A given number of bins of equal width over each column's range; the largest value is in the last
 * bin.
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
    if (bins < 1) {
      throw new IllegalArgumentException("bins must be >= 1: bins=" + bins);
    }
  }

  @Override
  public int[] bins(double[] values) {
    double smallest = Arrays.stream(values).min().orElseThrow();
    // Halves: the range of finite values may overflow.
    double half = 0.5 * Arrays.stream(values).max().orElseThrow() - 0.5 * smallest;
    int[] result = new int[values.length];
    for (int i = 0; i < result.length && half > 0; i++) {
      double position = (0.5 * values[i] - 0.5 * smallest) / half;
      result[i] = (int) Math.min(bins - 1, Math.floor(position * bins));
    }
    return result;
  }

  @Override
  public String toString() {
    return bins + " equal-width bins";
  }
}
