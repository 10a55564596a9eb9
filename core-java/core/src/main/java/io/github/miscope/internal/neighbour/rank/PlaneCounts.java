package io.github.miscope.internal.neighbour.rank;

import io.github.miscope.internal.neighbour.order.SortedColumn;
import io.github.miscope.internal.parallel.Blocks;

/**
 * The number of points of a plane within a distance of each point under the maximum norm. In each
 * column the points that are near enough are neighbours in its order; how many are near in both is
 * counted by their ranks, so that no clustering of the data costs time.
 */
public final class PlaneCounts {

  private static final int MIN_PER_BLOCK = 128;

  private static final int MAX_PER_BLOCK = 1024;

  private final SortedColumn first;
  private final SortedColumn second;

  /** By position in the first column the position in the second. */
  private final int[] positions;

  /** Counts in these positions. */
  private final RankCounts ranks;

  public PlaneCounts(double[][] columns) {
    first = SortedColumn.of(columns[0]);
    second = SortedColumn.of(columns[1]);
    int[] inSecond = second.positions();
    positions = new int[first.n()];
    for (int p = 0; p < positions.length; p++) {
      positions[p] = inSecond[first.row(p)];
    }
    ranks = RankCounts.of(positions);
  }

  private PlaneCounts(PlaneCounts origin, int[] inverse) {
    first = origin.first.permuted(inverse);
    second = origin.second.permuted(inverse);
    positions = origin.positions;
    ranks = origin.ranks;
  }

  /** The same points in another order: point i of these is point inverse[i] of those. */
  public PlaneCounts permuted(int[] inverse) {
    return new PlaneCounts(this, inverse);
  }

  /**
   * Counts.
   *
   * @param bounds for each distance and point, the number that distances are below
   * @param counts receives for each distance and point the number of others
   */
  public void below(double[][] bounds, int[][] counts) throws InterruptedException {
    int size = Blocks.evenSize(first.n(), MIN_PER_BLOCK, MAX_PER_BLOCK);
    Blocks.run(first.n(), size, () -> new Batch(bounds, counts));
  }

  /** Counts in two planes of equally many points, side by side; each as {@link #below}. */
  public static void below(
      PlaneCounts a,
      double[][] boundsA,
      int[][] countsA,
      PlaneCounts b,
      double[][] boundsB,
      int[][] countsB)
      throws InterruptedException {
    int n = a.first.n();
    int size = Blocks.evenSize(n, MIN_PER_BLOCK, MAX_PER_BLOCK);
    Blocks.run(
        2 * n,
        size,
        () -> {
          Batch inA = a.new Batch(boundsA, countsA);
          Batch inB = b.new Batch(boundsB, countsB);
          return (from, to) -> {
            if (from < n) {
              inA.run(from, Math.min(n, to));
            }
            if (to > n) {
              inB.run(Math.max(n, from) - n, to - n);
            }
          };
        });
  }

  /** One thread's buffers: many squares at a time, so that none waits for another's memory. */
  private final class Batch implements Blocks.Worker {
    private static final int SIZE = 64;

    private final double[][] bounds;
    private final int[][] counts;
    private final double[] eps = new double[SIZE];
    private final int[] p = new int[SIZE];
    private final int[] q = new int[SIZE];
    private final int[] down = new int[SIZE];
    private final int[] up = new int[SIZE];
    private final Boxes boxes = ranks.boxes(SIZE);

    Batch(double[][] bounds, int[][] counts) {
      this.bounds = bounds;
      this.counts = counts;
    }

    @Override
    public void run(int from, int to) {
      for (int start = from; start < to; start += SIZE) {
        int m = Math.min(SIZE, to - start);
        for (int i = 0; i < m; i++) {
          p[i] = start + i;
          q[i] = positions[start + i];
        }
        for (int a = 0; a < bounds.length; a++) {
          count(m, bounds[a], counts[a]);
        }
      }
    }

    private void count(int m, double[] bound, int[] count) {
      for (int i = 0; i < m; i++) {
        eps[i] = bound[first.row(p[i])];
      }
      first.reach(m, p, 1, eps, down, up);
      for (int i = 0; i < m; i++) {
        boxes.positions(i, p[i] - down[i], p[i] + up[i] + 1);
      }
      second.reach(m, q, 1, eps, down, up);
      for (int i = 0; i < m; i++) {
        boxes.values(i, q[i] - down[i], q[i] + up[i] + 1);
      }
      boxes.count(m);
      for (int i = 0; i < m; i++) {
        count[first.row(p[i])] = eps[i] > 0 ? boxes.found(i) - 1 : 0;
      }
    }
  }
}
