package io.github.miscope.series;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a series that a lag leaves.
 *
 * @param first the first row of Y
 * @param count how many there are
 * @param lag how many rows Y is later than X
 */
record LaggedRows(int first, int count, int lag) {

  /** All pairs of a series of n rows, in which Y has so many rows of its past. */
  static LaggedRows of(int n, int lag, int history) {
    int first = Math.max(Math.max(lag, 0), history);
    int end = Math.min(n, n + lag);
    return new LaggedRows(first, end - first, lag);
  }

  /** The rows of Y, or those that lie so many rows before. */
  int[] ofY(int before) {
    return IntStream.range(0, count).map(i -> first + i - before).toArray();
  }

  /** The rows of X, in another order of the whole series if there is one. */
  int[] ofX(int @Nullable [] order) {
    return IntStream.range(0, count)
        .map(i -> order == null ? first + i - lag : order[first + i - lag])
        .toArray();
  }
}
