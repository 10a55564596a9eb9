package io.github.miscope.inference;

import io.github.miscope.internal.neighbour.order.RadixSort;
import io.github.miscope.internal.neighbour.order.Ranks;
import io.github.miscope.internal.parallel.Lazy;

/** A column that is sorted once for all checks that want to know of its order. */
final class SortedValues {

  /** Fewer rows are sorted in no time. */
  private static final int MIN_ROWS = 10_000;

  /** Spreads the bits of values: 2^64 over the golden ratio. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final double[] values;
  private final Lazy<int[]> order;
  private final Lazy<double[]> ranks;
  private final Lazy<Ties> ties = new Lazy<>(this::findTies);

  private record Ties(int distinct, int longest) {}

  /**
   * A column.
   *
   * @param values not copied
   */
  SortedValues(double[] values) {
    this.values = values;
    order = new Lazy<>(() -> RadixSort.order(values));
    ranks = new Lazy<>(() -> Ranks.of(values, order()));
  }

  private SortedValues(double[] values, SortedValues origin) {
    this.values = values;
    order = new Lazy<>(() -> origin.isOrderOf(values) ? origin.order() : RadixSort.order(values));
    ranks =
        new Lazy<>(
            () ->
                order() == origin.order() && distinct() == origin.distinct()
                    ? origin.ranks()
                    : Ranks.of(values, order()));
  }

  /**
   * What a map that does not decrease makes of the values. Rounding may have made some equal.
   *
   * @param images what each value is mapped to
   */
  SortedValues mapped(double[] images) {
    return new SortedValues(images, this);
  }

  /** Not copied: for reading. */
  double[] values() {
    return values;
  }

  /** The rows in ascending order of value, of equal values in order of row; for reading. */
  int[] order() {
    return order.get();
  }

  /** The ranks of the values, mean ranks for ties; for reading. */
  double[] ranks() {
    return ranks.get();
  }

  /** How many different values there are. */
  int distinct() {
    return ties.get().distinct;
  }

  /** How often the most frequent value occurs. */
  int longestTie() {
    return ties.get().longest;
  }

  /** The places of values in ascending order, of equal values in order of place. */
  static int[] orderOf(double[] values) {
    return RadixSort.order(values);
  }

  /**
   * Whether fewer than half of the values differ from each other. Where most do, a part of their
   * bits shows it, without sorting.
   */
  boolean isMostlyTied() {
    int half = values.length / 2;
    return (values.length < MIN_ROWS || differAtLeast() < half) && distinct() < half;
  }

  /** A number of different values that there are at least: that of different hashes. */
  private int differAtLeast() {
    // Twice as many hashes as values or more: of different values six of ten differ at least.
    int bits = Integer.SIZE + 1 - Integer.numberOfLeadingZeros(values.length);
    long[] seen = new long[1 << (bits - 6)];
    for (double value : values) {
      // Zero is added so that -0 and 0 are one value.
      long hash = (Double.doubleToRawLongBits(value + 0.0) * GOLDEN) >>> (Long.SIZE - bits);
      seen[(int) (hash >>> 6)] |= 1L << hash;
    }
    int count = 0;
    for (long word : seen) {
      count += Long.bitCount(word);
    }
    return count;
  }

  private Ties findTies() {
    int[] rows = order();
    int distinct = 0;
    int longest = 0;
    int start = 0;
    double last = Double.NaN;
    for (int p = 0; p < rows.length; p++) {
      double value = values[rows[p]];
      if (value != last) {
        distinct++;
        start = p;
      }
      longest = Math.max(longest, p - start + 1);
      last = value;
    }
    return new Ties(distinct, longest);
  }

  private boolean isOrderOf(double[] images) {
    int[] rows = order();
    double last = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < rows.length; p++) {
      double image = images[rows[p]];
      if (!(image > last || (image == last && rows[p] > rows[p - 1]))) {
        return false;
      }
      last = image;
    }
    return true;
  }
}
