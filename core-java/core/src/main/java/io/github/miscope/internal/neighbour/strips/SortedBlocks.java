package io.github.miscope.internal.neighbour.strips;

import io.github.miscope.internal.neighbour.order.SortedColumn;
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
record SortedBlocks(int n, int size, double[] firsts, List<? extends Supplier<double[]>> blocks) {

  /**
   * Cuts a column.
   *
   * @param wrap makes of a block what travels in its place
   */
  static SortedBlocks of(SortedColumn column, int size, UnaryOperator<Supplier<double[]>> wrap) {
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
}
