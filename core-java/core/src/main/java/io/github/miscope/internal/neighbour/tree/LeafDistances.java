package io.github.miscope.internal.neighbour.tree;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.space.Metric;

/** Joined distances from up to four points to those of one leaf, for one thread. */
final class LeafDistances {

  private static final int LEAF = TreeBoxes.LEAF;
  private static final int ROWS = Kernels.ROWS;

  private final Kernels kernels;
  private final SearchTree tree;
  private final Metric metric;
  private final int d;
  private final double[] rows;
  private final double[][] within = new double[ROWS][LEAF];
  private final double[][] joined = new double[ROWS][LEAF];

  LeafDistances(Kernels kernels, SearchTree tree) {
    this.kernels = kernels;
    this.tree = tree;
    metric = tree.boxes().metric();
    d = metric.d();
    rows = new double[ROWS * d];
  }

  /**
   * Computes.
   *
   * @param points as many coordinates as the tree has, each
   * @param chosen indices of points; those at from to from + count are used
   */
  void compute(int leaf, double[] points, int[] chosen, int from, int count) {
    int at = 0;
    for (int p = 0; p < metric.parts().size(); p++) {
      Metric.Part part = metric.parts().get(p);
      int width = part.d();
      for (int r = 0; r < ROWS; r++) {
        int q = chosen[from + Math.min(r, count - 1)] * d + at;
        for (int j = 0; j < width; j++) {
          rows[j * ROWS + r] = points[q + j];
        }
      }
      at += width;
      double[][] out = metric.isPlain() ? joined : within;
      kernels.distances(part.norm(), tree.tiles(p, leaf), tree.tile(leaf), rows, out);
      if (metric.isPlain()) {
        return;
      }
      for (int r = 0; r < count; r++) {
        if (p == 0) {
          metric.join().start(within[r], part.scale(), joined[r], LEAF);
        } else {
          metric.join().join(within[r], part.scale(), joined[r], LEAF);
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
