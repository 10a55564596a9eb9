package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;

/**
 * Counts the marginal neighbours of every point, by comparing it with every other: O(n^2 d), with
 * the marginal distances of a point computed once for all relative scales.
 */
public final class NeighbourCounts {

  /** Receives the counts of one point at one scale and k; called from several threads. */
  @FunctionalInterface
  public interface Sink {

    /**
     * Takes the counts of one point.
     *
     * @param cell which combination of relative scale and k
     * @param i the point
     * @param countX neighbours counted in X, the point itself not among them
     * @param countY neighbours counted in Y, the point itself not among them
     */
    void accept(int cell, int i, int countX, int countY);
  }

  private NeighbourCounts() {}

  /**
   * Counts for all points, scales and k.
   *
   * @param x the points of X
   * @param y the points of Y
   * @param scales relative scales: distances within Y are multiplied by each
   * @param rule which neighbours count
   * @param ks numbers of joint neighbours, each from 1 to n - 1
   * @param sink receives the counts; its cell is scale index * number of ks + index of k
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static void count(
      Coordinates x, Coordinates y, double[] scales, CountRule rule, int[] ks, Sink sink)
      throws InterruptedException {
    if (x.d() == 1 && y.d() == 1) {
      StripSearch search = new StripSearch(x.sorted(), y.sorted(), rule, ks);
      for (int s = 0; s < scales.length; s++) {
        search.count(scales[s], s * ks.length, sink);
      }
    } else {
      plain(x, y, scales, rule, ks, sink);
    }
  }

  static void plain(
      Coordinates x, Coordinates y, double[] scales, CountRule rule, int[] ks, Sink sink)
      throws InterruptedException {
    for (int a = 0; a < ks.length; a++) {
      int offset = a;
      plain(
          x.columns(),
          x.norm(),
          y.columns(),
          y.norm(),
          scales,
          rule,
          ks[a],
          (s, i, countX, countY) -> sink.accept(s * ks.length + offset, i, countX, countY));
    }
  }

  private static void plain(
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
              if (scales.length > 1 && rule.distance() == JointDistance.MAXIMUM) {
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
