package io.github.miscope.internal.neighbour.tree;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.space.Nearest;
import io.github.miscope.internal.neighbour.space.NeighbourSink;
import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;

/**
 * The nearest neighbours of all points by a k-d tree. The points of a leaf search together: the
 * tree is descended once for all, and each leaf in reach is compared by the kernels with four
 * points at a time.
 */
public final class TreeNeighbours {

  private static final int LEAF = TreeBoxes.LEAF;
  private static final int ROWS = Kernels.ROWS;

  private final Kernels kernels;
  private final SearchTree tree;
  private final TreeBoxes boxes;
  private final int k;
  private final boolean ordered;
  private final NeighbourSink sink;

  /**
   * A search.
   *
   * @param k number of neighbours
   * @param ordered whether it matters which of several equally distant neighbours are taken
   */
  public TreeNeighbours(
      Kernels kernels, PointTree tree, int k, boolean ordered, NeighbourSink sink) {
    this(kernels, (SearchTree) tree, k, ordered, sink);
  }

  TreeNeighbours(Kernels kernels, SearchTree tree, int k, boolean ordered, NeighbourSink sink) {
    this.kernels = kernels;
    this.tree = tree;
    boxes = tree.boxes();
    this.k = k;
    this.ordered = ordered;
    this.sink = sink;
  }

  public void run() throws InterruptedException {
    run(0, boxes.leaves());
  }

  /** Searches for the points of some leaves. */
  void run(int firstLeaf, int endLeaf) throws InterruptedException {
    int leaves = endLeaf - firstLeaf;
    Blocks.run(
        leaves,
        Math.max(1, Math.min(16, leaves / 32)),
        () -> {
          Group group = new Group();
          return (from, to) -> {
            for (int leaf = from; leaf < to; leaf++) {
              group.run(firstLeaf + leaf);
            }
          };
        });
  }

  /** The points of one leaf. */
  private final class Group {
    private final QueryGroup group = new QueryGroup(boxes.d());
    private final Nearest[] nearest = new Nearest[LEAF];
    private final int[] active = new int[LEAF];

    /** What a point must be below to be taken in; equally distant ones go by their index. */
    private final double[] limits = new double[LEAF];

    private final double[] room = new double[LEAF];
    private final double[] rowLimits = new double[ROWS];
    private final long[] near = new long[ROWS];
    private final LeafDistances distances = new LeafDistances(kernels, tree);
    private int first;
    private int size;

    /** The largest limit. */
    private double reach;

    Group() {
      Arrays.setAll(nearest, q -> new Nearest(k));
    }

    void run(int leaf) {
      first = leaf * LEAF;
      group.take(tree, leaf);
      size = group.size();
      for (int q = 0; q < size; q++) {
        nearest[q].clear();
        limits[q] = Double.POSITIVE_INFINITY;
        active[q] = q;
      }
      reach = Double.POSITIVE_INFINITY;
      scan(leaf, size);
      descend(1, 0, boxes.leaves(), leaf);
      for (int q = 0; q < size; q++) {
        sink.accept(tree.point(first + q), nearest[q]);
      }
    }

    private void descend(int node, int from, int to, int leaf) {
      if (to - from == 1) {
        if (from != leaf) {
          visit(node, from);
        }
        return;
      }
      int middle = (from + to) >>> 1;
      double left = boxes.nearest(group, 2 * node);
      double right = boxes.nearest(group, 2 * node + 1);
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
      long reaching = boxes.reaching(kernels, group, node, limits, room);
      for (; reaching != 0; reaching &= reaching - 1) {
        active[count++] = Long.numberOfTrailingZeros(reaching);
      }
      if (count > 0) {
        scan(leaf, count);
      }
    }

    private void scan(int leaf, int count) {
      int start = leaf * LEAF;
      long all = Kernels.first(boxes.end(leaf) - start);
      double before = reach;
      boolean isLess = false;
      for (int a = 0; a < count; a += ROWS) {
        int rows = Math.min(ROWS, count - a);
        distances.compute(leaf, group.points(), active, a, rows);
        for (int r = 0; r < rows; r++) {
          rowLimits[r] = limits[active[a + r]];
        }
        distances.below(rowLimits, near);
        for (int r = 0; r < rows; r++) {
          int q = active[a + r];
          isLess |= limits[q] == before;
          add(q, r, start, near[r] & all);
        }
      }
      if (isLess) {
        reach = 0;
        for (int q = 0; q < size; q++) {
          reach = Math.max(reach, limits[q]);
        }
      }
    }

    private void add(int q, int r, int start, long points) {
      Nearest held = nearest[q];
      int self = first + q - start;
      long near = self >= 0 && self < LEAF ? points & ~(1L << self) : points;
      for (; near != 0; near &= near - 1) {
        int m = Long.numberOfTrailingZeros(near);
        if (ordered) {
          int position = start + m;
          held.add(distances.value(r, m), tree.row(position), tree.point(position));
        } else {
          held.add(distances.value(r, m));
        }
      }
      limits[q] = ordered ? Math.nextUp(held.bound()) : held.bound();
    }
  }
}
