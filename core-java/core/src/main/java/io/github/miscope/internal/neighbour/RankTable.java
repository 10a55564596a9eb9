package io.github.miscope.internal.neighbour;

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

  /** How many edges there are of positions, and as many of values. */
  private final int edges;

  /**
   * By edge of positions, then of values: how many lower positions have a lower value; at most
   * {@link #LARGEST}, and as shorts twice as many of them fit into the caches.
   */
  private final short[] below;

  /** By position; behind them some that are in no box. */
  private final int[] values;

  /** By value; the same. */
  private final int[] positions;

  RankTable(int[] permutation) {
    int n = permutation.length;
    edges = nearest(n) + 1;
    int padded = (edges << SHIFT) + HALF;
    values = Arrays.copyOf(permutation, padded);
    positions = new int[padded];
    Arrays.fill(values, n, padded, Integer.MAX_VALUE);
    Arrays.fill(positions, n, padded, Integer.MAX_VALUE);
    for (int p = 0; p < n; p++) {
      positions[permutation[p]] = p;
    }
    below = new short[edges * edges];
    // The number of values in each cell, which ends at the edge of the same index.
    int[] cells = new int[(n >> SHIFT) + 2];
    for (int edge = 1; edge < edges; edge++) {
      for (int p = (edge - 1) << SHIFT; p < Math.min(n, edge << SHIFT); p++) {
        cells[(values[p] >> SHIFT) + 1]++;
      }
      addUp(cells, edge * edges);
    }
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
        int first = nearest(from[i]) << SHIFT;
        int last = nearest(to[i]) << SHIFT;
        int lowest = nearest(low[i]) << SHIFT;
        int highest = nearest(high[i]) << SHIFT;
        found[i] +=
            between(values, last, to[i], low[i], high[i])
                - between(values, first, from[i], low[i], high[i])
                + between(positions, highest, high[i], first, last)
                - between(positions, lowest, low[i], first, last);
      }
    }

    /**
     * How many of the entries from an edge up to an end are from low (inclusive) to high
     * (exclusive); less than 0 if the end is below the edge. There are no branches: half of them
     * would be mispredicted.
     */
    private int between(int[] entries, int edge, int end, int low, int high) {
      int at = Math.min(edge, end);
      int left = at - Math.max(edge, end);
      int width = high - low;
      int count =
          within(entries[at] - low, width, left)
              + within(entries[at + 1] - low, width, left + 1)
              + within(entries[at + 2] - low, width, left + 2)
              + within(entries[at + 3] - low, width, left + 3)
              + within(entries[at + 4] - low, width, left + 4)
              + within(entries[at + 5] - low, width, left + 5)
              + within(entries[at + 6] - low, width, left + 6)
              + within(entries[at + 7] - low, width, left + 7);
      int sign = (end - edge) >> 31;
      return (count ^ sign) - sign;
    }

    /** 1 if an offset is from 0 to below a width, and left is negative; else 0. */
    private static int within(int offset, int width, int left) {
      return ((offset - width) & ~offset & left) >>> 31;
    }
  }
}
