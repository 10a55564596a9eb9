package io.github.miscope.estimator.internal.subspace;

import io.github.miscope.internal.neighbour.KthDistances;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import io.github.miscope.internal.parallel.Blocks;
import java.util.function.Supplier;

/** Which points are the k nearest of each point, under the max norm. */
public final class NeighbourIndices {

  /** Receives the neighbours of one point; one instance serves one thread. */
  @FunctionalInterface
  public interface Sink {

    /**
     * Takes the neighbours of one point.
     *
     * @param i the point
     * @param neighbours its k nearest others, the nearest first; valid until the call returns
     */
    void accept(int i, int[] neighbours);
  }

  private static final int POINTS_PER_BLOCK = 256;

  private NeighbourIndices() {}

  /**
   * Finds the neighbours of all points.
   *
   * @param columns d columns of n values
   * @param k number of neighbours, less than n
   * @param sinks makes one sink per thread
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static void find(double[][] columns, int k, Supplier<? extends Sink> sinks)
      throws InterruptedException {
    int[] indices = KthDistances.indices(new Coordinates(columns, DistanceKernel.LINF), k);
    Blocks.run(
        columns[0].length,
        POINTS_PER_BLOCK,
        () -> {
          Sink sink = sinks.get();
          int[] neighbours = new int[k];
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              System.arraycopy(indices, i * k, neighbours, 0, k);
              sink.accept(i, neighbours);
            }
          };
        });
  }
}
