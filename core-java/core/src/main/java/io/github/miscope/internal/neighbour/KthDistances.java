package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.neighbour.kernel.KernelChoice;
import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.order.SortedColumn;
import io.github.miscope.internal.neighbour.pairs.AllPairs;
import io.github.miscope.internal.neighbour.pairs.ConditionalBlocks;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import io.github.miscope.internal.neighbour.space.NeighbourSink;
import io.github.miscope.internal.neighbour.space.Space;
import io.github.miscope.internal.neighbour.tree.PointTree;
import io.github.miscope.internal.neighbour.tree.TreeNeighbours;
import io.github.miscope.internal.parallel.Blocks;

/** Distances from every point to its k-th nearest neighbours, for one k or many at once. */
public final class KthDistances {

  private static final int POINTS_PER_BLOCK = 8192;

  private KthDistances() {}

  /**
   * Whether points are so many for their dimension that trees in a product of variables under the
   * maximum norm, and in its parts, beat {@link ConditionalBlocks}, which compare all pairs once.
   * Measured for 3 to 6 columns, k = 3 and 10: with the Vector API trees are ahead from 690 points
   * in 3 columns on and from 1.7 times as many for each further one, in plain loops from 470 and
   * 1.8 times.
   *
   * @param n points
   * @param d columns of the product
   */
  public static boolean usesTrees(int n, int d) {
    boolean isPlain = KernelChoice.vector() == KernelChoice.scalar();
    return n >= (isPlain ? 80 * Math.pow(1.8, d) : 140 * Math.pow(1.7, d));
  }

  static boolean usesTree(Space space) {
    Coordinates first = space.parts().get(0).points();
    return Engine.isTreeForOne(KernelChoice.vector(), first.norm(), space.n(), space.d());
  }

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
    return of(usesTree(space), space, ks);
  }

  static double[][] of(boolean tree, Space space, int... ks) throws InterruptedException {
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
    find(
        tree,
        merged,
        largest,
        false,
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

  /**
   * The points that are the nearest of each.
   *
   * @param points n points
   * @param k how many, from 1 to n - 1
   * @return neighbour j of point i at i * k + j, the nearest first; of equally distant ones those
   *     of lower index
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static int[] indices(Coordinates points, int k) throws InterruptedException {
    return indices(usesTree(Space.of(points)), points, k);
  }

  static int[] indices(boolean tree, Coordinates points, int k) throws InterruptedException {
    int[] indices = new int[Math.multiplyExact(points.n(), k)];
    find(
        tree,
        Space.of(points),
        k,
        true,
        (i, nearest) -> {
          for (int j = 0; j < k; j++) {
            indices[i * k + j] = nearest.tag(j + 1);
          }
        });
    return indices;
  }

  private static void find(boolean tree, Space space, int k, boolean ordered, NeighbourSink sink)
      throws InterruptedException {
    Engine engine = tree || !space.isPlain() ? Engine.TREE : Engine.BLOCKS;
    Kernels kernels = KernelChoice.forWork(engine.work(space.n(), space.d()));
    if (!space.isPlain()) {
      new TreeNeighbours(kernels, new PointTree(space), k, ordered, sink).run();
      return;
    }
    Coordinates points = space.parts().get(0).points();
    if (tree) {
      new TreeNeighbours(kernels, PointTree.of(points), k, ordered, sink).run();
    } else {
      new AllPairs(kernels, points).nearest(k, sink);
    }
  }
}
