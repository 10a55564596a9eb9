package io.github.miscope.internal.neighbour.tree;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.space.Space;

/** Joined distances from up to four points to those of one leaf, for one thread. */
final class LeafDistances {

  private static final int LEAF = PointTree.LEAF;
  private static final int ROWS = Kernels.ROWS;

  private final Kernels kernels;
  private final PointTree tree;
  private final Space space;
  private final double[] rows;
  private final double[][] within = new double[ROWS][LEAF];
  private final double[][] joined = new double[ROWS][LEAF];

  LeafDistances(Kernels kernels, PointTree tree) {
    this.kernels = kernels;
    this.tree = tree;
    this.space = tree.space();
    rows = new double[ROWS * tree.d()];
  }

  /**
   * Computes.
   *
   * @param points tree.d() coordinates each
   * @param chosen indices of points; those at from to from + count are used
   */
  void compute(int leaf, double[] points, int[] chosen, int from, int count) {
    int d = tree.d();
    int at = 0;
    for (int p = 0; p < space.parts().size(); p++) {
      Space.Factor part = space.parts().get(p);
      int width = part.points().d();
      for (int r = 0; r < ROWS; r++) {
        int q = chosen[from + Math.min(r, count - 1)] * d + at;
        for (int j = 0; j < width; j++) {
          rows[j * ROWS + r] = points[q + j];
        }
      }
      at += width;
      if (space.isPlain()) {
        kernels.distances(part.points().norm(), tree.tiles(p), leaf, rows, joined);
        return;
      }
      kernels.distances(part.points().norm(), tree.tiles(p), leaf, rows, within);
      for (int r = 0; r < count; r++) {
        if (p == 0) {
          space.join().start(within[r], part.scale(), joined[r], LEAF);
        } else {
          space.join().join(within[r], part.scale(), joined[r], LEAF);
        }
      }
    }
  }

  double value(int r, int m) {
    return joined[r][m];
  }

  /** Which points are below each row's bound, one bit each. */
  void below(double[] bounds, long[] out) {
    kernels.below(joined, bounds, out);
  }

  /** The number of points below a bound. */
  int count(int r, double bound) {
    return kernels.countBelow(joined[r], LEAF, bound);
  }
}
