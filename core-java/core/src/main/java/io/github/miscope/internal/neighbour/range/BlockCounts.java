package io.github.miscope.internal.neighbour.range;

/**
 * Counts in a column that is cut into blocks, for one thread. A count is decided by the comparison
 * that {@link io.github.miscope.internal.neighbour.order.SortedColumn} makes, and so is the same.
 */
final class BlockCounts {

  /** Counts come in ascending order: around a value, few blocks are read. */
  private static final int KEPT = 4;

  private final SortedBlocks column;
  private final BlockReader reader;
  private final double[] firsts;

  BlockCounts(SortedBlocks column) {
    this.column = column;
    reader = new BlockReader(column.blocks(), KEPT);
    firsts = column.firsts();
  }

  /**
   * How many other values are nearer than eps.
   *
   * @param own a value of the column
   * @param c what distances are multiplied by, positive and finite
   * @param eps the distance
   */
  int count(double own, double c, double eps) {
    return eps > 0 ? end(own, c, eps) - start(own, c, eps) - 1 : 0;
  }

  /** The first position whose value is not too far below. */
  private int start(double own, double c, double eps) {
    // The last block that begins too far below has it, or the next one begins with it.
    int block = placeOfStart(firsts, own, c, eps) - 1;
    return block < 0 ? 0 : block * column.size() + placeOfStart(reader.get(block), own, c, eps);
  }

  private static int placeOfStart(double[] values, double own, double c, double eps) {
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      double value = values[middle];
      if (value < own && !(c * (own - value) < eps)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The position after the last whose value is not too far above. */
  private int end(double own, double c, double eps) {
    // The first block never begins too far above a value of the column.
    int block = placeOfEnd(firsts, own, c, eps) - 1;
    return block * column.size() + placeOfEnd(reader.get(block), own, c, eps);
  }

  private static int placeOfEnd(double[] values, double own, double c, double eps) {
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      double value = values[middle];
      if (value > own && !(c * (value - own) < eps)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
