package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;

/**
 * Counts the marginal neighbours of every point, by comparing it with every other: O(n^2 d), with
 * the marginal distances of a point computed once for all relative scales.
 */
public final class NeighbourCounts {

  /** Receives the counts of one point at one scale; called from several threads. */
  @FunctionalInterface
  public interface Sink {

    /**
     * Takes the counts of one point.
     *
     * @param scale index of the relative scale
     * @param i the point
     * @param countX neighbours counted in X, the point itself not among them
     * @param countY neighbours counted in Y, the point itself not among them
     */
    void accept(int scale, int i, int countX, int countY);
  }

  private NeighbourCounts() {}

  /**
   * Counts for all points and scales.
   *
   * @param x dX columns of n values
   * @param kernelX distance within X
   * @param y dY columns of n values
   * @param kernelY distance within Y
   * @param scales relative scales: distances within Y are multiplied by each
   * @param rule which neighbours count
   * @param k number of joint neighbours, less than n
   * @param sink receives the counts
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static void count(
      double[][] x,
      DistanceKernel kernelX,
      double[][] y,
      DistanceKernel kernelY,
      double[] scales,
      CountRule rule,
      int k,
      Sink sink)
      throws InterruptedException {
    int n = x[0].length;
    double smallest = Arrays.stream(scales).min().orElseThrow();
    double largest = Arrays.stream(scales).max().orElseThrow();
    long costOfPoint = (long) n * (x.length + y.length + 4L * scales.length);
    int blockSize = (int) Math.max(1, Math.min(256, (1L << 22) / costOfPoint));
    Blocks.run(
        n,
        blockSize,
        () -> {
          PointNeighbours point = new PointNeighbours(n, k);
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              point.moveTo(i, x, kernelX, y, kernelY);
              if (scales.length > 1) {
                point.narrow(rule.distance(), smallest, largest);
              }
              for (int s = 0; s < scales.length; s++) {
                rule.count(point, scales[s], s, i, sink);
              }
            }
          };
        });
  }
}
