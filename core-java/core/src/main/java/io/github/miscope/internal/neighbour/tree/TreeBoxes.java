package io.github.miscope.internal.neighbour.tree;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import io.github.miscope.internal.neighbour.space.JointDistance;
import io.github.miscope.internal.neighbour.space.Metric;

/**
 * The boxes around the points of a k-d tree's nodes, and bounds of distances between them.
 *
 * <p>Bounds are computed by the same operations in the same order as distances between points;
 * since rounding is monotone, they hold for the rounded distances too, without any tolerance.
 */
final class TreeBoxes {

  /** Points of a leaf; the last one may have fewer. */
  static final int LEAF = 64;

  private final Metric metric;
  private final int n;
  private final int d;
  private final int leaves;
  private final boolean plainMaximum;

  /** Nodes in heap order: children of v at 2 v and 2 v + 1; coordinate j at v * d + j. */
  private final double[] low;

  private final double[] high;

  /**
   * Boxes, to be filled in or read.
   *
   * @param n the number of points
   * @param low so many numbers as {@link #length} says
   * @param high as many
   */
  TreeBoxes(Metric metric, int n, double[] low, double[] high) {
    this.metric = metric;
    this.n = n;
    this.low = low;
    this.high = high;
    d = metric.d();
    leaves = leaves(n);
    plainMaximum = metric.isPlainMaximum();
  }

  /** The number of leaves of so many points. */
  static int leaves(int n) {
    return (int) ((n + (long) LEAF - 1) / LEAF);
  }

  /** The number of lower, or upper, ends of all boxes. */
  static int length(int n, int d) {
    int nodes = 2 * Integer.highestOneBit(Math.max(1, 2 * leaves(n) - 1));
    return Math.multiplyExact(nodes, d);
  }

  Metric metric() {
    return metric;
  }

  int n() {
    return n;
  }

  int d() {
    return d;
  }

  int leaves() {
    return leaves;
  }

  boolean isPlainMaximum() {
    return plainMaximum;
  }

  double[] low() {
    return low;
  }

  double[] high() {
    return high;
  }

  /** The position after the last of a leaf's. */
  int end(int leaf) {
    return (int) Math.min(n, (leaf + 1L) * LEAF);
  }

  /** The node of leaf t's box, found from the root. */
  int node(int leaf) {
    int node = 1;
    int from = 0;
    int to = leaves;
    while (to - from > 1) {
      int middle = (from + to) >>> 1;
      if (leaf < middle) {
        to = middle;
        node = 2 * node;
      } else {
        from = middle;
        node = 2 * node + 1;
      }
    }
    return node;
  }

  /** Not more than what joins a point of a group and one of a box. */
  double nearest(QueryGroup group, int node) {
    return bound(group.low(), group.high(), group.box(), node * d, true);
  }

  /** Not less than what joins a point of a group and one of a box. */
  double farthest(QueryGroup group, int node) {
    return bound(group.low(), group.high(), group.box(), node * d, false);
  }

  /**
   * Which points of a group may be below their limits from some point of a box: bit q stands for
   * the group's q-th point. Points that are not may be among them where a distance overflows.
   *
   * @param room for a number for each; is overwritten
   */
  long reaching(Kernels kernels, QueryGroup group, int node, double[] limits, double[] room) {
    return plainMaximum
        ? kernels.within(group.tiles(), group.tile(), low, high, node * d, limits, room)
            & Kernels.first(group.size())
        : below(group, node, limits, true);
  }

  /**
   * Which points of a group have all points of a box below their limits; as {@link #reaching}, but
   * limits are finite.
   */
  long covering(Kernels kernels, QueryGroup group, int node, double[] limits, double[] room) {
    return plainMaximum
        ? kernels.within(group.tiles(), group.tile(), high, low, node * d, limits, room)
            & Kernels.first(group.size())
        : below(group, node, limits, false);
  }

  private long below(QueryGroup group, int node, double[] limits, boolean near) {
    double[] points = group.points();
    long below = 0;
    for (int q = 0; q < group.size(); q++) {
      double beyond = bound(points, points, q * d, node * d, near) - limits[q];
      // The sign bit: a comparison would be mispredicted.
      below |= Double.doubleToRawLongBits(beyond) >>> (Long.SIZE - 1) << q;
    }
    return below;
  }

  private double bound(double[] lowA, double[] highA, int a, int b, boolean near) {
    double joined = 0;
    int j = 0;
    boolean euclidean = metric.join() == JointDistance.EUCLIDEAN;
    for (Metric.Part part : metric.parts()) {
      int end = j + part.d();
      DistanceKernel norm = part.norm();
      boolean single = end - j == 1;
      double within = 0;
      for (; j < end; j++) {
        double up = (near ? low[b + j] : high[b + j]) - (near ? highA[a + j] : lowA[a + j]);
        double down = (near ? lowA[a + j] : highA[a + j]) - (near ? high[b + j] : low[b + j]);
        // Not a comparison: which is larger is hard to predict.
        double gap = Math.max(0, Math.max(up, down));
        if (norm == DistanceKernel.LINF) {
          within = Math.max(within, gap);
        } else if (norm == DistanceKernel.L1 || single) {
          within += gap;
        } else {
          within += gap * gap;
        }
      }
      if (norm == DistanceKernel.L2 && !single) {
        within = Math.sqrt(within);
      }
      double scaled = part.scale() * within;
      joined = euclidean ? joined + scaled * scaled : Math.max(joined, scaled);
    }
    return joined;
  }
}
