package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.parallel.Blocks;

/** Distances from every point to its k-th nearest neighbours, for one k or many at once. */
public final class KthDistances {

  private static final int POINTS_PER_BLOCK = 8192;

  private KthDistances() {}

  /**
   * Distances within one variable.
   *
   * @param columns d columns of n finite values; not changed, and not to be changed meanwhile
   * @param norm distance between points
   * @param ks which neighbours, each from 1 to n - 1, in any order; many cost little more than the
   *     largest of them
   * @return one array of n distances for each k, in the order of ks
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static double[][] of(double[][] columns, DistanceKernel norm, int... ks)
      throws InterruptedException {
    return of(Space.of(new Coordinates(columns, norm)), ks);
  }

  /**
   * Distances within a product of variables.
   *
   * @param space the points and their distance
   * @param ks which neighbours, each from 1 to n - 1, in any order
   * @return one array of n distances for each k, in the order of ks
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static double[][] of(Space space, int... ks) throws InterruptedException {
    int n = space.n();
    int largest = 0;
    for (int k : ks) {
      if (k < 1 || k >= n) {
        throw new IllegalArgumentException(
            "k must be from 1 to n - 1: k=" + k + ", number of points n=" + n);
      }
      largest = Math.max(largest, k);
    }
    Space merged = space.merged();
    double[][] distances = new double[ks.length][n];
    if (merged.isPlain() && merged.d() == 1) {
      inColumn(merged.parts().get(0).points().sorted(), ks, largest, distances);
      return distances;
    }
    double work = (double) n * n * merged.d();
    find(
        merged,
        KernelChoice.forWork(work),
        largest,
        (i, nearest) -> {
          for (int a = 0; a < ks.length; a++) {
            distances[a][i] = merged.join().value(nearest.value(ks[a]));
          }
        });
    return distances;
  }

  private static void inColumn(SortedColumn sorted, int[] ks, int largest, double[][] distances)
      throws InterruptedException {
    Blocks.run(
        sorted.n(),
        Math.max(1, POINTS_PER_BLOCK / largest),
        () -> {
          double[] nearest = new double[largest];
          return (from, to) -> {
            for (int p = from; p < to; p++) {
              sorted.nearest(p, nearest);
              for (int a = 0; a < ks.length; a++) {
                distances[a][sorted.row(p)] = nearest[ks[a] - 1];
              }
            }
          };
        });
  }

  private static void find(Space space, Kernels kernels, int k, TreeNeighbours.Sink sink)
      throws InterruptedException {
    // A tree is quick in few columns, and no slower than plain loops in many.
    PointTree tree = space.isPlain() ? space.parts().get(0).points().tree() : new PointTree(space);
    new TreeNeighbours(kernels, tree, k, false, sink).run();
  }
}
