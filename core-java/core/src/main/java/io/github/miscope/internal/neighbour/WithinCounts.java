package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.parallel.Blocks;

/** The number of points within a given distance of each point. */
public final class WithinCounts {

  private static final int POINTS_PER_BLOCK = 2048;

  private WithinCounts() {}

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
    return of(KthDistances.usesTree(space.n(), space.d()), space, radii, closed);
  }

  static int[] of(boolean tree, Space space, double[] radii, boolean closed)
      throws InterruptedException {
    double[] bounds = new double[radii.length];
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = closed ? Math.nextUp(radii[i]) : radii[i];
    }
    Space merged = space.merged();
    Kernels kernels = KernelChoice.forWork((double) merged.n() * merged.n() * merged.d());
    if (merged.isPlain()) {
      return below(tree, kernels, merged.parts().get(0).points(), bounds);
    }
    if (merged.join() == JointDistance.EUCLIDEAN) {
      // Squares are compared in a tree; here roots must be, as a plain count would.
      return plain(merged, bounds);
    }
    int[] counts = new int[bounds.length];
    new TreeCounts(kernels, new PointTree(merged), bounds, counts).run();
    return counts;
  }

  /** The number of other points whose distance is below each point's bound. */
  static int[] below(boolean tree, Kernels kernels, Coordinates points, double[] bounds)
      throws InterruptedException {
    int[] counts = new int[bounds.length];
    if (points.d() > 1) {
      if (tree) {
        new TreeCounts(kernels, points.tree(), bounds, counts).run();
      } else {
        new AllPairs(kernels, points).below(bounds, counts);
      }
      return counts;
    }
    SortedColumn sorted = points.sorted();
    Blocks.run(
        bounds.length,
        POINTS_PER_BLOCK,
        () ->
            (from, to) -> {
              for (int p = from; p < to; p++) {
                counts[sorted.row(p)] = sorted.count(p, 1, bounds[sorted.row(p)], false);
              }
            });
    return counts;
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
