package io.github.miscope.plan;

import java.util.function.Supplier;

/**
 * A block of numbers that cells need, held apart from them: a cell asks for the blocks that it
 * reads, when it reads them. A cluster sends each block by itself, to the machines that ask for it,
 * so that neither they nor a message need hold all blocks at a time. Of one block all calls give
 * equal numbers.
 */
@FunctionalInterface
public interface DataBlock extends Supplier<double[]> {

  /**
   * The numbers of the block, read or made anew; keep them where they are used again soon.
   *
   * @return the numbers, for reading
   */
  @Override
  double[] get();
}
