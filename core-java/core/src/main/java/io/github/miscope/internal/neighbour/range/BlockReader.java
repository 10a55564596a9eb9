package io.github.miscope.internal.neighbour.range;

import java.util.List;
import java.util.function.Supplier;

/** Blocks of numbers, of which one thread keeps those that it read last. */
public final class BlockReader {

  private final List<? extends Supplier<double[]>> blocks;

  /** By place, one more than the block that is kept there. */
  private final int[] held;

  private final double[][] values;

  /**
   * A reader.
   *
   * @param most how many blocks are kept
   */
  public BlockReader(List<? extends Supplier<double[]>> blocks, int most) {
    this.blocks = blocks;
    held = new int[most];
    values = new double[most][0];
  }

  /** The numbers of a block. */
  public double[] get(int block) {
    int at = block % held.length;
    if (held[at] != block + 1) {
      values[at] = blocks.get(block).get();
      held[at] = block + 1;
    }
    return values[at];
  }
}
