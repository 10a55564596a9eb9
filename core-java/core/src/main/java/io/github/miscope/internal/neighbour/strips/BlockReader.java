package io.github.miscope.internal.neighbour.strips;

import java.util.List;
import java.util.function.Supplier;

/** Blocks of numbers, of which one thread keeps those that it read last. */
final class BlockReader {

  private static final int KEPT = 8;

  private final List<? extends Supplier<double[]>> blocks;

  /** By place, one more than the block that is kept there. */
  private final int[] held = new int[KEPT];

  private final double[][] values = new double[KEPT][0];

  BlockReader(List<? extends Supplier<double[]>> blocks) {
    this.blocks = blocks;
  }

  double[] get(int block) {
    int at = block % KEPT;
    if (held[at] != block + 1) {
      values[at] = blocks.get(block).get();
      held[at] = block + 1;
    }
    return values[at];
  }
}
