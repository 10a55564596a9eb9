package io.github.miscope.activation;

import io.github.miscope.internal.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Counts in bins of equal width.
 *
 * @param low the lower edge of the first bin
 * @param high the upper edge of the last, which belongs to it
 * @param counts by bin
 */
public record Histogram(double low, double high, List<Long> counts) {

  static final int MAX_BINS = 1_000_000;

  /**
   * A histogram.
   *
   * @param low the lower edge of the first bin
   * @param high the upper edge of the last
   * @param counts by bin
   */
  public Histogram {
    Objects.requireNonNull(counts, "counts");
    counts = List.copyOf(counts);
  }

  static Histogram of(double low, double high, long[] counts) {
    List<Long> list = new ArrayList<>();
    for (long count : counts) {
      list.add(count);
    }
    return new Histogram(low, high, list);
  }

  /**
   * All counts together.
   *
   * @return their sum
   */
  public long total() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The middle of a bin.
   *
   * @param bin from 0
   * @return the mean of its edges
   */
  public double middle(int bin) {
    return low + (high - low) * (bin + 0.5) / counts.size();
  }

  /**
   * The share of a bin.
   *
   * @param bin from 0
   * @return its count over all; 0 if nothing was counted
   */
  public double share(int bin) {
    long total = total();
    return total == 0 ? 0 : (double) counts.get(bin) / total;
  }

  /** The range and the number of values: "40 bins in [0, 2.5], 1000 values". */
  @Override
  public String toString() {
    return counts.size()
        + " bins in ["
        + Numbers.brief(low)
        + ", "
        + Numbers.brief(high)
        + "], "
        + total()
        + " values";
  }
}
