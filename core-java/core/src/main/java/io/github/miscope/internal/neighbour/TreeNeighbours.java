package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;

/**
 * The nearest neighbours of all points by a {@link PointTree}. The points of a leaf search
 * together: the tree is descended once for all, and each leaf in reach is compared by the kernels
 * with four points at a time.
 */
final class TreeNeighbours {

  /** Takes the neighbours of one point; called from several threads. */
  @FunctionalInterface
  interface Sink {

    /**
     * Takes one point's neighbours.
     *
     * @param i the point
     * @param nearest its neighbours; if they are ordered, tags are points
     */
    void accept(int i, Nearest nearest);
  }

  private static final int LEAF = PointTree.LEAF;
  private static final int ROWS = Kernels.ROWS;

  private final Kernels kernels;
  private final PointTree tree;
  private final int k;
  private final boolean ordered;
  private final Sink sink;

  /**
   * A search.
   *
   * @param k number of neighbours
   * @param ordered whether it matters which of several equally distant neighbours are taken
   */
  TreeNeighbours(Kernels kernels, PointTree tree, int k, boolean ordered, Sink sink) {
    this.kernels = kernels;
    this.tree = tree;
    this.k = k;
    this.ordered = ordered;
    this.sink = sink;
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
    private final double[] points = new double[LEAF * d];
    private final Nearest[] nearest = new Nearest[LEAF];
    private final int[] active = new int[LEAF];
    private final LeafDistances distances = new LeafDistances(kernels, tree);
    private int first;
    private int size;
    private int own;
    private double reach;

    Group() {
      Arrays.setAll(nearest, q -> new Nearest(k));
    }

    void run(int leaf) {
      first = leaf * LEAF;
      size = tree.end(leaf) - first;
      own = tree.node(leaf);
      tree.copyLeaf(leaf, points);
      for (int q = 0; q < size; q++) {
        nearest[q].clear();
        active[q] = q;
      }
      scan(leaf, size);
      descend(1, 0, tree.leaves(), leaf);
      for (int q = 0; q < size; q++) {
        sink.accept(tree.point(first + q), nearest[q]);
      }
    }

    /** What a point must be below to be taken in; equally distant ones go by their index. */
    private double limit(Nearest held) {
      return ordered ? Math.nextUp(held.bound()) : held.bound();
    }

    private void descend(int node, int from, int to, int leaf) {
      if (to - from == 1) {
        if (from != leaf) {
          visit(node, from);
        }
        return;
      }
      int middle = (from + to) >>> 1;
      double left = tree.nearest(own, 2 * node);
      double right = tree.nearest(own, 2 * node + 1);
      // The own side first: its points are likely to be near.
      boolean leftFirst = left < right || (left == right && leaf < middle);
      if (leftFirst) {
        if (left < reach) {
          descend(2 * node, from, middle, leaf);
        }
        if (right < reach) {
          descend(2 * node + 1, middle, to, leaf);
        }
      } else {
        if (right < reach) {
          descend(2 * node + 1, middle, to, leaf);
        }
        if (left < reach) {
          descend(2 * node, from, middle, leaf);
        }
      }
    }

    private void visit(int node, int leaf) {
      int count = 0;
      for (int q = 0; q < size; q++) {
        active[count] = q;
        count += tree.reaches(points, q * d, node, limit(nearest[q])) ? 1 : 0;
      }
      if (count > 0) {
        scan(leaf, count);
      }
    }

    private void scan(int leaf, int count) {
      int start = leaf * LEAF;
      int length = tree.end(leaf) - start;
      for (int a = 0; a < count; a += ROWS) {
        int rows = Math.min(ROWS, count - a);
        distances.compute(leaf, points, active, a, rows);
        for (int r = 0; r < rows; r++) {
          add(active[a + r], r, start, length);
        }
      }
      reach = 0;
      for (int q = 0; q < size; q++) {
        reach = Math.max(reach, limit(nearest[q]));
      }
    }

    private void add(int q, int r, int start, int length) {
      Nearest held = nearest[q];
      int self = first + q - start;
      long near = distances.below(r, limit(held)) & Kernels.first(length);
      if (self >= 0 && self < LEAF) {
        near &= ~(1L << self);
      }
      for (; near != 0; near &= near - 1) {
        int m = Long.numberOfTrailingZeros(near);
        if (ordered) {
          int point = tree.point(start + m);
          held.add(distances.value(r, m), point, point);
        } else {
          held.add(distances.value(r, m));
        }
      }
    }
  }
}
