package io.github.miscope.internal.neighbour.rank;

import java.util.Arrays;

/**
 * Counts by a table of prefix sums at every 16th position and value; the few ranks between a box's
 * ends and the nearest of those are looked at. What it costs depends on neither box nor
 * permutation.
 */
final class RankTable implements RankCounts {

  /** Above, the table of n^2 / 128 bytes is too large for the caches. */
  private static final int LARGEST = 1 << 14;

  private static final int SHIFT = 4;

  /** The most ranks between an end and the nearest edge. */
  private static final int HALF = 1 << (SHIFT - 1);

  /** Ranks are compared four at a time. */
  private static final int PER_LONG = Long.SIZE / Short.SIZE;

  /** Longs from an edge halfway to the next. */
  private static final int LONGS = HALF / PER_LONG;

  /** A small number times this is the number four times. */
  private static final long ONES = 0x0001_0001_0001_0001L;

  private static final long SIGN = 0x8000L;

  /** By the last bits of an end, the sign bits of the entries between it and the nearest edge. */
  private static final long[] MASKS = masks();

  /** How many edges there are of positions, and as many of values. */
  private final int edges;

  /**
   * By edge of positions, then of values: how many lower positions have a lower value; at most
   * {@link #LARGEST}, and as shorts twice as many of them fit into the caches.
   */
  private final short[] below;

  /** By position, four in a long, each with its sign bit set; behind them some in no box. */
  private final long[] values;

  /** By value; the same. */
  private final long[] positions;

  RankTable(int[] permutation) {
    int n = permutation.length;
    edges = nearest(n) + 1;
    int[] inverse = new int[n];
    for (int p = 0; p < n; p++) {
      inverse[permutation[p]] = p;
    }
    values = packed(permutation);
    positions = packed(inverse);
    below = new short[edges * edges];
    // The number of values in each cell, which ends at the edge of the same index.
    int[] cells = new int[(n >> SHIFT) + 2];
    for (int edge = 1; edge < edges; edge++) {
      for (int p = (edge - 1) << SHIFT; p < Math.min(n, edge << SHIFT); p++) {
        cells[(permutation[p] >> SHIFT) + 1]++;
      }
      addUp(cells, edge * edges);
    }
  }

  private static long[] packed(int[] ranks) {
    long[] packed = new long[(ranks.length / HALF + 1) * LONGS];
    // The largest rank and the sign bit everywhere, from which is taken what a rank lacks.
    Arrays.fill(packed, -1);
    for (int i = 0; i < ranks.length; i++) {
      packed[i / PER_LONG] -= (long) (Short.MAX_VALUE - ranks[i]) << (i % PER_LONG * Short.SIZE);
    }
    return packed;
  }

  private static long[] masks() {
    long[] masks = new long[(1 << SHIFT) * LONGS];
    for (int end = 0; end < 1 << SHIFT; end++) {
      for (int i = 0; i < HALF; i++) {
        boolean between = end < HALF ? i < end : i >= end - HALF;
        if (between) {
          masks[end * LONGS + i / PER_LONG] |= SIGN << (i % PER_LONG * Short.SIZE);
        }
      }
    }
    return masks;
  }

  private void addUp(int[] cells, int row) {
    int sum = 0;
    for (int edge = 0; edge < edges; edge++) {
      sum += cells[edge];
      below[row + edge] = (short) sum;
    }
  }

  static boolean suits(int n) {
    return n <= LARGEST;
  }

  /** The edge that is nearest to a rank. */
  private static int nearest(int rank) {
    return (rank + HALF) >> SHIFT;
  }

  @Override
  public Boxes boxes(int size) {
    return new Batch(size);
  }

  /** Boxes: the table first, since each waits for memory, but not for the others. */
  private final class Batch extends Boxes {

    Batch(int size) {
      super(size);
    }

    @Override
    void count(int m) {
      for (int i = 0; i < m; i++) {
        int first = nearest(from[i]) * edges;
        int last = nearest(to[i]) * edges;
        int lowest = nearest(low[i]);
        int highest = nearest(high[i]);
        found[i] =
            below[last + highest]
                - below[first + highest]
                - below[last + lowest]
                + below[first + lowest];
      }
      for (int i = 0; i < m; i++) {
        long lowest = low[i] * ONES;
        long highest = high[i] * ONES;
        long first = (nearest(from[i]) << SHIFT) * ONES;
        long last = (nearest(to[i]) << SHIFT) * ONES;
        found[i] +=
            between(values, to[i], lowest, highest)
                - between(values, from[i], lowest, highest)
                + between(positions, high[i], first, last)
                - between(positions, low[i], first, last);
      }
    }

    /**
     * How many of the entries from the nearest edge up to an end are from low (inclusive) to high
     * (exclusive), each given four times; less than 0 if the end is below the edge. There are no
     * branches: half of them would be mispredicted.
     */
    private int between(long[] entries, int end, long low, long high) {
      int half = end >> (SHIFT - 1);
      int mask = (end & ((1 << SHIFT) - 1)) * LONGS;
      long a = entries[half * LONGS];
      long b = entries[half * LONGS + 1];
      // A sign bit is left where the difference is not negative.
      long insideA = (a - low) & ~(a - high) & MASKS[mask];
      long insideB = (b - low) & ~(b - high) & MASKS[mask + 1];
      int count = Long.bitCount(insideA | insideB >>> 1);
      // In every second half the nearest edge is above.
      int sign = -(half & 1);
      return (count ^ sign) - sign;
    }
  }
}
