package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.parallel.Blocks;

/**
 * The number of points of a plane within a distance of each point under the maximum norm. In each
 * column the points that are near enough are neighbours in its order; how many are near in both is
 * counted in log n steps by their ranks, so that no clustering of the data costs time.
 */
final class PlaneCounts {

  private static final int POINTS_PER_BLOCK = 1024;

  private final SortedColumn first;
  private final SortedColumn second;

  /** By position in the first column the position in the second. */
  private final WaveletMatrix ranks;

  PlaneCounts(double[][] columns) {
    first = SortedColumn.of(columns[0]);
    second = SortedColumn.of(columns[1]);
    int[] positions = new int[first.n()];
    for (int p = 0; p < positions.length; p++) {
      positions[p] = second.position(first.row(p));
    }
    ranks = new WaveletMatrix(positions);
  }

  private PlaneCounts(SortedColumn first, SortedColumn second, WaveletMatrix ranks) {
    this.first = first;
    this.second = second;
    this.ranks = ranks;
  }

  /** The same points in another order: point i of these is point inverse[i] of those. */
  PlaneCounts permuted(int[] inverse) {
    return new PlaneCounts(first.permuted(inverse), second.permuted(inverse), ranks);
  }

  static boolean does(Coordinates points) {
    return points.d() == 2 && points.norm() == DistanceKernel.LINF;
  }

  /**
   * Counts.
   *
   * @param bounds for each distance and point, the number that distances are below
   * @param counts receives for each distance and point the number of others
   */
  void below(double[][] bounds, int[][] counts) throws InterruptedException {
    Blocks.run(
        first.n(),
        POINTS_PER_BLOCK,
        () ->
            (from, to) -> {
              for (int p = from; p < to; p++) {
                int row = first.row(p);
                for (int a = 0; a < bounds.length; a++) {
                  counts[a][row] = below(p, second.position(row), bounds[a][row]);
                }
              }
            });
  }

  private int below(int p, int q, double bound) {
    if (!(bound > 0)) {
      return 0;
    }
    int inSquare =
        ranks.count(
            p - first.within(p, -1, bound),
            p + first.within(p, 1, bound) + 1,
            q - second.within(q, -1, bound),
            q + second.within(q, 1, bound) + 1);
    return inSquare - 1;
  }
}
