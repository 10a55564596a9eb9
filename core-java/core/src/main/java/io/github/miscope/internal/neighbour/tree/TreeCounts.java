package io.github.miscope.internal.neighbour.tree;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.parallel.Blocks;

/**
 * The number of points within a distance, or each of several, of each point, by a {@link
 * PointTree}. The points of a leaf search together, for all distances at once; what lies inside
 * their reach is counted without being looked at.
 */
public final class TreeCounts {

  private static final int LEAF = PointTree.LEAF;
  private static final int ROWS = Kernels.ROWS;

  private final Kernels kernels;
  private final PointTree tree;
  private final double[][] bounds;
  private final int[][] counts;

  /**
   * A count.
   *
   * @param bounds for each distance and point, the number that joined distances are below; no
   *     smaller for a later distance than for the one before
   * @param counts receives for each distance and point the number of others
   */
  public TreeCounts(Kernels kernels, PointTree tree, double[][] bounds, int[][] counts) {
    this.kernels = kernels;
    this.tree = tree;
    this.bounds = bounds;
    this.counts = counts;
  }

  public void run() throws InterruptedException {
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
    private final int radii = bounds.length;
    private final boolean fused = tree.space().isPlainMaximum() && radii == 1;
    private final double[] points = new double[LEAF * d];
    private final double[][] reach = new double[radii][LEAF];

    /** The same, but 0 where it is infinite: a distance that overflows is not below that. */
    private final double[][] cover = new double[radii][LEAF];

    private final int[][] found = new int[radii][LEAF];
    private final int[] active = new int[LEAF];

    /** For each distance the points, one bit each, of which a leaf leaves open what is below it. */
    private final long[] open = new long[radii];

    private final double[] room = new double[LEAF];
    private final double[] rows = new double[ROWS * d];
    private final double[] rowReach = new double[ROWS];
    private final int[] rowCounts = new int[ROWS];
    private final LeafDistances distances = new LeafDistances(kernels, tree);
    private final double[] largest = new double[radii];
    private final double[] smallest = new double[radii];
    private final int[] inside = new int[radii];
    private int group;
    private int size;
    private int own;

    void run(int leaf) {
      int first = leaf * LEAF;
      group = leaf;
      size = tree.end(leaf) - first;
      own = tree.node(leaf);
      tree.copyLeaf(leaf, points);
      for (int a = 0; a < radii; a++) {
        largest[a] = 0;
        smallest[a] = Double.POSITIVE_INFINITY;
        inside[a] = 0;
        for (int q = 0; q < size; q++) {
          double bound = bounds[a][tree.point(first + q)];
          reach[a][q] = bound;
          cover[a][q] = bound < Double.POSITIVE_INFINITY ? bound : 0;
          largest[a] = Math.max(largest[a], bound);
          smallest[a] = Math.min(smallest[a], bound);
          // Not itself, where it is below the bound.
          found[a][q] = bound > 0 ? -1 : 0;
        }
      }
      descend(1, 0, tree.leaves(), 0, radii);
      for (int a = 0; a < radii; a++) {
        for (int q = 0; q < size; q++) {
          counts[a][tree.point(first + q)] = found[a][q] + inside[a];
        }
      }
    }

    /** Counts the points of a node for the distances from lo to hi. */
    private void descend(int node, int from, int to, int lo, int hi) {
      double near = tree.nearest(own, node);
      int a = lo;
      while (a < hi && near >= largest[a]) {
        a++;
      }
      if (a == hi) {
        return;
      }
      double far = tree.farthest(own, node);
      int b = hi;
      while (b > a && far < smallest[b - 1]) {
        b--;
        inside[b] += tree.end(to - 1) - from * LEAF;
      }
      if (a == b) {
        return;
      }
      if (to - from == 1) {
        visit(node, from, a, b);
      } else {
        int middle = (from + to) >>> 1;
        descend(2 * node, from, middle, a, b);
        descend(2 * node + 1, middle, to, a, b);
      }
    }

    private void visit(int node, int leaf, int lo, int hi) {
      int all = tree.end(leaf) - leaf * LEAF;
      long looking = 0;
      for (int a = lo; a < hi; a++) {
        long reaching = tree.reaching(kernels, group, points, node, reach[a], room);
        long covering = tree.covering(kernels, group, points, node, cover[a], room);
        open[a] = reaching & ~covering;
        looking |= open[a];
        for (; covering != 0; covering &= covering - 1) {
          found[a][Long.numberOfTrailingZeros(covering)] += all;
        }
      }
      int count = 0;
      for (; looking != 0; looking &= looking - 1) {
        active[count++] = Long.numberOfTrailingZeros(looking);
      }
      for (int a = 0; a < count; a += ROWS) {
        int length = Math.min(ROWS, count - a);
        if (fused) {
          countMaximum(leaf, a, length);
        } else {
          distances.compute(leaf, points, active, a, length);
          for (int r = 0; r < length; r++) {
            int q = active[a + r];
            for (int b = lo; b < hi; b++) {
              if ((open[b] >>> q & 1) != 0) {
                found[b][q] += distances.count(r, reach[b][q]);
              }
            }
          }
        }
      }
    }

    private void countMaximum(int leaf, int a, int length) {
      for (int r = 0; r < ROWS; r++) {
        int q = active[a + Math.min(r, length - 1)];
        rowReach[r] = reach[0][q];
        rowCounts[r] = 0;
        for (int j = 0; j < d; j++) {
          rows[j * ROWS + r] = points[q * d + j];
        }
      }
      kernels.countMaximum(tree.tiles(0), leaf, rows, rowReach, rowCounts);
      for (int r = 0; r < length; r++) {
        found[0][active[a + r]] += rowCounts[r];
      }
    }
  }
}
