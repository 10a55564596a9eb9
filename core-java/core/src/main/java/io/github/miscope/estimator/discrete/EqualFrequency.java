package io.github.miscope.estimator.discrete;

import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.neighbour.order.Ranks;
import java.util.Objects;

/**
 * A given number of bins with about equally many values each: the bin is floor(bins (rank -
 * 1/2)/n). Equal values share their mean rank, hence a bin, so that tied columns have less even
 * bins.
 *
 * @param bins how many
 */
public record EqualFrequency(int bins) implements Binning {

  /**
   * Bins of equal frequency.
   *
   * @param bins how many, at least 1
   * @throws IllegalArgumentException if bins &lt; 1
   */
  public EqualFrequency {
    Check.atLeast("bins", bins, 1);
  }

  @Override
  public int[] bins(double... values) {
    Objects.requireNonNull(values, "values");
    double[] ranks = Ranks.of(values);
    int[] result = new int[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (int) Math.floor(bins * (ranks[i] - 0.5) / values.length);
    }
    return result;
  }

  @Override
  public String toString() {
    return bins + " equal-frequency bins";
  }
}
