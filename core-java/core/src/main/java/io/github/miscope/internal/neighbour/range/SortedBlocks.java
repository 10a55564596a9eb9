package io.github.miscope.internal.neighbour.range;

import io.github.miscope.internal.neighbour.order.RadixSort;
import io.github.miscope.internal.neighbour.order.SortedColumn;
import io.github.miscope.internal.parallel.Interrupts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One column in ascending order, cut into blocks that are read when they are needed, for counting
 * where the column as a whole may not fit into memory.
 *
 * @param n the number of values
 * @param size values of a block; the last one may have fewer
 * @param firsts the first value of each block
 * @param blocks the values of each
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SortedBlocks(
    int n, int size, double[] firsts, List<? extends Supplier<double[]>> blocks) {

  /** Counts that take a few milliseconds. */
  private static final int BETWEEN_POLLS = 1 << 14;

  /**
   * Cuts a column.
   *
   * @param wrap makes of a block what travels in its place
   */
  public static SortedBlocks of(
      SortedColumn column, int size, UnaryOperator<Supplier<double[]>> wrap) {
    int n = column.n();
    int count = (int) ((n + (long) size - 1) / size);
    double[] firsts = new double[count];
    List<Supplier<double[]>> blocks = new ArrayList<>();
    for (int b = 0; b < count; b++) {
      int from = b * size;
      int to = (int) Math.min(n, (long) from + size);
      firsts[b] = column.value(from);
      blocks.add(wrap.apply(() -> column.values(from, to)));
    }
    return new SortedBlocks(n, size, firsts, List.copyOf(blocks));
  }

  /**
   * How many other values are nearer to each of some values than a distance.
   *
   * @param values of the column, in any order
   * @param c what distances are multiplied by, positive and finite
   * @param eps a distance for each
   * @throws InterruptedException if the calling thread is interrupted
   */
  public int[] count(double[] values, double c, double[] eps) throws InterruptedException {
    BlockCounts in = new BlockCounts(this);
    int[] counts = new int[values.length];
    int done = 0;
    // In ascending order each block is read once.
    for (int q : RadixSort.order(values)) {
      if (done++ % BETWEEN_POLLS == 0) {
        Interrupts.check();
      }
      counts[q] = in.count(values[q], c, eps[q]);
    }
    return counts;
  }
}
