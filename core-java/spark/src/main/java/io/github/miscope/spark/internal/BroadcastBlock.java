package io.github.miscope.spark.internal;

import io.github.miscope.plan.DataBlock;
import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;

/**
 * A block that an executor fetches when a cell first reads it. Spark keeps it in the executor's
 * storage, and on its disk where memory is short.
 *
 * @param block the numbers
 */
record BroadcastBlock(Broadcast<double[]> block) implements DataBlock, Serializable {

  @Override
  public double[] get() {
    return block.value();
  }
}
