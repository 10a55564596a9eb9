package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.parallel.Blocks;

/**
 * The number of points within a distance of each point, by a {@link PointTree}. The points of a
 * leaf search together; what lies inside their reach is counted without being looked at.
 */
final class TreeCounts {

  private static final int LEAF = PointTree.LEAF;
  private static final int ROWS = Kernels.ROWS;

  private final Kernels kernels;
  private final PointTree tree;
  private final double[] bounds;
  private final int[] counts;

  /**
   * A count.
   *
   * @param bounds for each point, the number that joined distances are below
   * @param counts receives for each point the number of others
   */
  TreeCounts(Kernels kernels, PointTree tree, double[] bounds, int[] counts) {
    this.kernels = kernels;
    this.tree = tree;
    this.bounds = bounds;
    this.counts = counts;
  }

  void run() throws InterruptedException {
    Blocks.run(
        tree.leaves(),
        Math.max(1, Math.min(16, tree.leaves() / 32)),
        () -> {
          Group group = new Group();
          return (from, to) -> {
            for (int leaf = from; leaf < to; leaf++) {
              group.run(leaf);
            }
          };
        });
  }

  /** The points of one leaf. */
  private final class Group {
    private final int d = tree.d();
    private final boolean maximum = tree.space().isPlainMaximum();
    private final double[] points = new double[LEAF * d];
    private final double[] reach = new double[LEAF];
    private final int[] found = new int[LEAF];
    private final int[] active = new int[LEAF];
    private final double[] rows = new double[ROWS * d];
    private final double[] rowReach = new double[ROWS];
    private final int[] rowCounts = new int[ROWS];
    private final LeafDistances distances = new LeafDistances(kernels, tree);
    private int size;
    private int own;
    private double largest;
    private double smallest;
    private int inside;

    void run(int leaf) {
      int first = leaf * LEAF;
      size = tree.end(leaf) - first;
      own = tree.node(leaf);
      tree.copyLeaf(leaf, points);
      largest = 0;
      smallest = Double.POSITIVE_INFINITY;
      inside = 0;
      for (int q = 0; q < size; q++) {
        reach[q] = bounds[tree.point(first + q)];
        largest = Math.max(largest, reach[q]);
        smallest = Math.min(smallest, reach[q]);
        // Not itself, where it is below the bound.
        found[q] = reach[q] > 0 ? -1 : 0;
      }
      descend(1, 0, tree.leaves());
      for (int q = 0; q < size; q++) {
        counts[tree.point(first + q)] = found[q] + inside;
      }
    }

    private void descend(int node, int from, int to) {
      if (tree.nearest(own, node) >= largest) {
        return;
      }
      if (tree.farthest(own, node) < smallest) {
        inside += tree.end(to - 1) - from * LEAF;
      } else if (to - from == 1) {
        visit(node, from);
      } else {
        int middle = (from + to) >>> 1;
        descend(2 * node, from, middle);
        descend(2 * node + 1, middle, to);
      }
    }

    private void visit(int node, int leaf) {
      int count = 0;
      int all = tree.end(leaf) - leaf * LEAF;
      for (int q = 0; q < size; q++) {
        if (tree.reaches(points, q * d, node, reach[q])) {
          if (tree.covers(points, q * d, node, reach[q])) {
            found[q] += all;
          } else {
            active[count++] = q;
          }
        }
      }
      for (int a = 0; a < count; a += ROWS) {
        int length = Math.min(ROWS, count - a);
        if (maximum) {
          countMaximum(leaf, a, length);
        } else {
          distances.compute(leaf, points, active, a, length);
          for (int r = 0; r < length; r++) {
            found[active[a + r]] += distances.count(r, reach[active[a + r]]);
          }
        }
      }
    }

    private void countMaximum(int leaf, int a, int length) {
      for (int r = 0; r < ROWS; r++) {
        int q = active[a + Math.min(r, length - 1)];
        rowReach[r] = reach[q];
        rowCounts[r] = 0;
        for (int j = 0; j < d; j++) {
          rows[j * ROWS + r] = points[q * d + j];
        }
      }
      kernels.countMaximum(tree.tiles(0), leaf, rows, rowReach, rowCounts);
      for (int r = 0; r < length; r++) {
        found[active[a + r]] += rowCounts[r];
      }
    }
  }
}
