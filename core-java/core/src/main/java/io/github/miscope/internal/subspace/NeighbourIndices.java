package io.github.miscope.internal.subspace;

import io.github.miscope.internal.neighbour.DistanceKernel;
import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;
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
    int n = columns[0].length;
    int blockSize = (int) Math.max(1, Math.min(256, (1L << 20) / n));
    Blocks.run(
        n,
        blockSize,
        () -> {
          Sink sink = sinks.get();
          double[] distances = new double[n];
          double[] smallest = new double[k];
          int[] neighbours = new int[k];
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              DistanceKernel.LINF.distances(columns, i, distances);
              distances[i] = Double.POSITIVE_INFINITY;
              nearest(distances, smallest, neighbours);
              sink.accept(i, neighbours);
            }
          };
        });
  }

  private static void nearest(double[] distances, double[] smallest, int[] neighbours) {
    int last = smallest.length - 1;
    Arrays.fill(smallest, Double.POSITIVE_INFINITY);
    for (int m = 0; m < distances.length; m++) {
      double v = distances[m];
      if (v < smallest[last]) {
        int at = last;
        while (at > 0 && smallest[at - 1] > v) {
          smallest[at] = smallest[at - 1];
          neighbours[at] = neighbours[at - 1];
          at--;
        }
        smallest[at] = v;
        neighbours[at] = m;
      }
    }
  }
}
