package io.github.miscope.internal.neighbour.tree;

import io.github.miscope.internal.neighbour.kernel.Kernels;

/**
 * Counts the points of a tree within a distance, or each of several, of the points of a group. What
 * lies inside the reach of all is counted without being looked at. For one thread.
 */
final class GroupCounts {

  private static final int LEAF = TreeBoxes.LEAF;
  private static final int ROWS = Kernels.ROWS;

  private final Kernels kernels;
  private final SearchTree tree;
  private final TreeBoxes boxes;
  private final int d;
  private final int radii;
  private final boolean fused;
  private final double[][] reach;

  /** The same, but 0 where it is infinite: a distance that overflows is not below that. */
  private final double[][] cover;

  private final int[][] found;
  private final int[] active = new int[LEAF];

  /** For each distance the points, one bit each, of which a leaf leaves open what is below it. */
  private final long[] open;

  private final double[] room = new double[LEAF];
  private final double[] rows;
  private final double[] rowReach = new double[ROWS];
  private final int[] rowCounts = new int[ROWS];
  private final LeafDistances distances;
  private final double[] largest;
  private final double[] smallest;
  private final int[] inside;
  private QueryGroup group;

  /**
   * Counts to come.
   *
   * @param radii how many distances each point has
   */
  GroupCounts(Kernels kernels, SearchTree tree, int radii) {
    this.kernels = kernels;
    this.tree = tree;
    this.radii = radii;
    boxes = tree.boxes();
    d = boxes.d();
    fused = boxes.isPlainMaximum() && radii == 1;
    reach = new double[radii][LEAF];
    cover = new double[radii][LEAF];
    found = new int[radii][LEAF];
    open = new long[radii];
    rows = new double[ROWS * d];
    distances = new LeafDistances(kernels, tree);
    largest = new double[radii];
    smallest = new double[radii];
    inside = new int[radii];
    group = new QueryGroup(d);
  }

  /**
   * The distances of the points of the next group, to be written before it is counted: the numbers
   * that joined distances are below.
   *
   * @param a which distance; those of one are no smaller than those of the one before
   */
  double[] reach(int a) {
    return reach[a];
  }

  /** Counts for points that are in the tree, too. */
  void count(QueryGroup points) {
    group = points;
    int size = group.size();
    for (int a = 0; a < radii; a++) {
      largest[a] = 0;
      smallest[a] = Double.POSITIVE_INFINITY;
      inside[a] = 0;
      for (int q = 0; q < size; q++) {
        double bound = reach[a][q];
        cover[a][q] = bound < Double.POSITIVE_INFINITY ? bound : 0;
        largest[a] = Math.max(largest[a], bound);
        smallest[a] = Math.min(smallest[a], bound);
        // Not itself, where it is below the bound.
        found[a][q] = bound > 0 ? -1 : 0;
      }
    }
    descend(1, 0, boxes.leaves(), 0, radii);
  }

  /** The number of others within a distance of the group's q-th point. */
  int found(int a, int q) {
    return found[a][q] + inside[a];
  }

  /** Counts the points of a node for the distances from lo to hi. */
  private void descend(int node, int from, int to, int lo, int hi) {
    double near = boxes.nearest(group, node);
    int a = lo;
    while (a < hi && near >= largest[a]) {
      a++;
    }
    if (a == hi) {
      return;
    }
    double far = boxes.farthest(group, node);
    int b = hi;
    while (b > a && far < smallest[b - 1]) {
      b--;
      inside[b] += boxes.end(to - 1) - from * LEAF;
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
    int all = boxes.end(leaf) - leaf * LEAF;
    long looking = 0;
    for (int a = lo; a < hi; a++) {
      long reaching = boxes.reaching(kernels, group, node, reach[a], room);
      long covering = boxes.covering(kernels, group, node, cover[a], room);
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
        distances.compute(leaf, group.points(), active, a, length);
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
    double[] points = group.points();
    for (int r = 0; r < ROWS; r++) {
      int q = active[a + Math.min(r, length - 1)];
      rowReach[r] = reach[0][q];
      rowCounts[r] = 0;
      for (int j = 0; j < d; j++) {
        rows[j * ROWS + r] = points[q * d + j];
      }
    }
    kernels.countMaximum(tree.tiles(0, leaf), tree.tile(leaf), rows, rowReach, rowCounts);
    for (int r = 0; r < length; r++) {
      found[0][active[a + r]] += rowCounts[r];
    }
  }
}
