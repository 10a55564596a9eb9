package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.neighbour.kernel.KernelChoice;
import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.order.SortedColumn;
import io.github.miscope.internal.neighbour.pairs.AllPairs;
import io.github.miscope.internal.neighbour.pairs.PlainDistances;
import io.github.miscope.internal.neighbour.rank.PlaneCounts;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.JointDistance;
import io.github.miscope.internal.neighbour.space.Space;
import io.github.miscope.internal.neighbour.tree.PointTree;
import io.github.miscope.internal.neighbour.tree.TreeCounts;
import io.github.miscope.internal.parallel.Blocks;

/** The number of points within a given distance of each point. */
public final class WithinCounts {

  private static final int MIN_PER_BLOCK = 256;

  private static final int MAX_PER_BLOCK = 2048;

  private static final int POINTS_PER_BATCH = 128;

  private WithinCounts() {}

  /** Sorts what counts in a variable will want sorted. */
  static void prepare(Coordinates points) {
    if (points.isPlane()) {
      points.plane();
    } else if (points.d() == 1) {
      points.sorted();
    }
  }

  /**
   * Counts neighbours in a product of variables.
   *
   * @param space the points and their distance
   * @param radii a distance for each point, at least 0
   * @param closed whether points at the distance itself count, not only closer ones
   * @return for each point the number of others
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static int[] of(Space space, double[] radii, boolean closed) throws InterruptedException {
    return of(KthDistances.usesTree(space), space, radii, closed);
  }

  static int[] of(boolean tree, Space space, double[] radii, boolean closed)
      throws InterruptedException {
    double[] bounds = new double[radii.length];
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = closed ? Math.nextUp(radii[i]) : radii[i];
    }
    Space merged = space.merged();
    Engine engine = tree || !merged.isPlain() ? Engine.TREE : Engine.BLOCKS;
    Kernels kernels = KernelChoice.forWork(engine.work(merged.n(), merged.d()));
    if (merged.isPlain()) {
      return below(tree, kernels, merged.parts().get(0).points(), bounds);
    }
    if (merged.join() == JointDistance.EUCLIDEAN) {
      // Squares are compared in a tree; here roots must be, as a plain count would.
      return plain(merged, bounds);
    }
    int[] counts = new int[bounds.length];
    new TreeCounts(kernels, new PointTree(merged), new double[][] {bounds}, new int[][] {counts})
        .run();
    return counts;
  }

  private static int[] below(boolean tree, Kernels kernels, Coordinates points, double[] bounds)
      throws InterruptedException {
    int[] counts = new int[bounds.length];
    if (tree || points.d() == 1) {
      below(kernels, points, new double[][] {bounds}, new int[][] {counts});
    } else {
      new AllPairs(kernels, points).below(bounds, counts);
    }
    return counts;
  }

  /**
   * Counts in two variables, in sorted columns or by trees: in planes side by side, so that other
   * threads are woken once.
   *
   * @param boundsX several for each point, ascending: the first of all points first
   * @param countsX receives for each of them the number of other points whose distance is below
   * @param boundsY the same for Y
   * @param countsY the same for Y
   */
  static void below(
      Kernels kernels,
      Coordinates x,
      double[][] boundsX,
      int[][] countsX,
      Coordinates y,
      double[][] boundsY,
      int[][] countsY)
      throws InterruptedException {
    if (x.isPlane() && y.isPlane()) {
      PlaneCounts.below(x.plane(), boundsX, countsX, y.plane(), boundsY, countsY);
    } else {
      below(kernels, x, boundsX, countsX);
      below(kernels, y, boundsY, countsY);
    }
  }

  private static void below(Kernels kernels, Coordinates points, double[][] bounds, int[][] counts)
      throws InterruptedException {
    int n = points.n();
    if (points.isPlane()) {
      points.plane().below(bounds, counts);
      return;
    }
    if (points.d() > 1) {
      new TreeCounts(kernels, PointTree.of(points), bounds, counts).run();
      return;
    }
    SortedColumn sorted = points.sorted();
    Blocks.run(
        n,
        Blocks.evenSize(n, MIN_PER_BLOCK, MAX_PER_BLOCK),
        () -> {
          int[] positions = new int[POINTS_PER_BATCH];
          double[] eps = new double[POINTS_PER_BATCH];
          int[] found = new int[POINTS_PER_BATCH];
          int[] room = new int[POINTS_PER_BATCH];
          return (from, to) -> {
            for (int a = 0; a < bounds.length; a++) {
              for (int first = from; first < to; first += POINTS_PER_BATCH) {
                int m = Math.min(POINTS_PER_BATCH, to - first);
                for (int q = 0; q < m; q++) {
                  positions[q] = first + q;
                  eps[q] = bounds[a][sorted.row(first + q)];
                }
                sorted.count(m, positions, 1, eps, found, room);
                for (int q = 0; q < m; q++) {
                  counts[a][sorted.row(first + q)] = found[q];
                }
              }
            }
          };
        });
  }

  private static int[] plain(Space space, double[] bounds) throws InterruptedException {
    int[] counts = new int[bounds.length];
    int n = space.n();
    Blocks.run(
        n,
        16,
        () -> {
          PlainDistances plain = new PlainDistances(space);
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              double[] joined = plain.from(i);
              for (int m = 0; m < n; m++) {
                if (m != i && space.join().value(joined[m]) < bounds[i]) {
                  counts[i]++;
                }
              }
            }
          };
        });
    return counts;
  }
}
