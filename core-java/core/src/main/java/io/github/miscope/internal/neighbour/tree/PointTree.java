package io.github.miscope.internal.neighbour.tree;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.order.Selection;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import io.github.miscope.internal.neighbour.space.JointDistance;
import io.github.miscope.internal.neighbour.space.Space;
import io.github.miscope.internal.neighbour.space.Tiles;
import io.github.miscope.internal.parallel.Blocks;
import io.github.miscope.internal.parallel.Threads;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A k-d tree over points of a space: halved by rank in the direction of the widest spread, down to
 * leaves of {@link #LEAF} points that are tiles for the kernels.
 *
 * <p>Halves have equal numbers of points, so that neither ties nor clusters unbalance the tree.
 * Bounds of distances between boxes are computed by the same operations in the same order as
 * distances between points; since rounding is monotone, they hold for the rounded distances too,
 * without any tolerance.
 */
public final class PointTree implements Coordinates.Index {

  static final int LEAF = 64;

  private static final int SERIAL_DEPTH = 4;

  /** So many that building half a tree takes long. */
  private static final int MANY_LEAVES = 1024;

  private final Space space;
  private final int n;
  private final int d;
  private final int leaves;
  private final boolean plainMaximum;
  private final int[] order;
  private final double[][] columns;
  private final double[] weights;
  private final Tiles[] tiles;

  /** Nodes in heap order: children of v at 2 v and 2 v + 1; coordinate j at v * d + j. */
  private final double[] low;

  private final double[] high;

  public PointTree(Space space) throws InterruptedException {
    this.space = space;
    n = space.n();
    d = space.d();
    plainMaximum = space.isPlainMaximum();
    leaves = (n + LEAF - 1) / LEAF;
    order = IntStream.range(0, n).toArray();
    columns = columns(space);
    weights =
        space.parts().stream()
            .flatMapToDouble(part -> DoubleStream.generate(part::scale).limit(part.points().d()))
            .toArray();
    int nodes = 2 * Integer.highestOneBit(Math.max(1, 2 * leaves - 1));
    low = new double[nodes * d];
    high = new double[nodes * d];
    build();
    tiles = new Tiles[space.parts().size()];
    for (int p = 0; p < tiles.length; p++) {
      tiles[p] = new Tiles(space.parts().get(p).points().columns(), order, LEAF);
    }
  }

  /** The tree of some points, built once and kept with them. */
  public static PointTree of(Coordinates points) throws InterruptedException {
    return points.index(PointTree.class, PointTree::new);
  }

  private PointTree(PointTree other, Space space, int[] inverse) {
    this.space = space;
    n = other.n;
    d = other.d;
    leaves = other.leaves;
    plainMaximum = other.plainMaximum;
    order = new int[n];
    for (int p = 0; p < n; p++) {
      order[p] = inverse[other.order[p]];
    }
    columns = columns(space);
    weights = other.weights;
    tiles = other.tiles;
    low = other.low;
    high = other.high;
  }

  /**
   * The same tree for the same points in another order.
   *
   * @param permuted the points in that order
   * @param inverse point i of this tree's space is point inverse[i] of theirs
   */
  @Override
  public PointTree permuted(Space permuted, int[] inverse) {
    return new PointTree(this, permuted, inverse);
  }

  private static double[][] columns(Space space) {
    return space.parts().stream()
        .flatMap(part -> Arrays.stream(part.points().columns()))
        .toArray(double[][]::new);
  }

  /** Halves the whole, then both halves side by side, then what those came to. */
  private void build() throws InterruptedException {
    halve(1, 0, leaves);
    if (leaves < MANY_LEAVES && Threads.current() <= 2) {
      // The halves take as long as each other, and to wake a thread twice takes longer.
      sideBySide(2, Integer.MAX_VALUE);
    } else {
      sideBySide(2, SERIAL_DEPTH - 1);
      sideBySide(1 << SERIAL_DEPTH, Integer.MAX_VALUE);
    }
  }

  /** Builds subtrees from a node on, as many as its number says, each down by so many levels. */
  private void sideBySide(int first, int levels) throws InterruptedException {
    Blocks.run(
        first,
        1,
        () ->
            (a, b) -> {
              for (int subtree = first + a; subtree < first + b; subtree++) {
                int[] range = range(subtree);
                if (range[1] - range[0] > 0) {
                  descend(subtree, range[0], range[1], levels);
                }
              }
            });
  }

  /** The leaves below a node, first and end; none if there is no such node. */
  private int[] range(int node) {
    int from = 0;
    int to = leaves;
    for (int bit = Integer.highestOneBit(node) >> 1; bit > 0; bit >>= 1) {
      if (to - from < 2) {
        return new int[] {0, 0};
      }
      int middle = (from + to) >>> 1;
      if ((node & bit) == 0) {
        to = middle;
      } else {
        from = middle;
      }
    }
    return new int[] {from, to};
  }

  private void descend(int node, int from, int to, int levels) {
    halve(node, from, to);
    if (to - from > 1 && levels > 1) {
      int middle = (from + to) >>> 1;
      descend(2 * node, from, middle, levels - 1);
      descend(2 * node + 1, middle, to, levels - 1);
    }
  }

  /** Finds the node's box, and puts its lower half by the widest coordinate first. */
  private void halve(int node, int from, int to) {
    int first = from * LEAF;
    int end = Math.min(n, to * LEAF);
    int widest = 0;
    double spread = -1;
    for (int j = 0; j < d; j++) {
      double[] column = columns[j];
      double smallest = column[order[first]];
      double largest = smallest;
      for (int p = first + 1; p < end; p++) {
        double v = column[order[p]];
        smallest = v < smallest ? v : smallest;
        largest = v > largest ? v : largest;
      }
      low[node * d + j] = smallest;
      high[node * d + j] = largest;
      // Halves, since the difference of two doubles may be too large for one.
      double own = weights[j] * (largest / 2 - smallest / 2);
      if (own > spread) {
        spread = own;
        widest = j;
      }
    }
    if (to - from > 1) {
      Selection.split(columns[widest], order, first, end, ((from + to) >>> 1) * LEAF);
    }
  }

  Space space() {
    return space;
  }

  int leaves() {
    return leaves;
  }

  /** The point at a position; leaf t holds the positions from t * LEAF. */
  int point(int position) {
    return order[position];
  }

  int end(int leaf) {
    return Math.min(n, (leaf + 1) * LEAF);
  }

  Tiles tiles(int part) {
    return tiles[part];
  }

  /** Not more than what joins two points of two boxes. */
  double nearest(int a, int b) {
    return bound(low, high, a * d, low, high, b * d, true);
  }

  /** Not less than what joins two points of two boxes. */
  double farthest(int a, int b) {
    return bound(low, high, a * d, low, high, b * d, false);
  }

  /**
   * Which points of a leaf may be below their limits from some point of a box: bit q stands for the
   * leaf's q-th point. Points that are not may be among them where a distance overflows.
   *
   * @param points the leaf's, d coordinates each
   * @param room for a number for each; is overwritten
   */
  long reaching(
      Kernels kernels, int leaf, double[] points, int box, double[] limits, double[] room) {
    return plainMaximum
        ? kernels.within(tiles[0], leaf, low, high, box * d, limits, room) & all(leaf)
        : below(leaf, points, box, limits, true);
  }

  /**
   * Which points of a leaf have all points of a box below their limits; as {@link #reaching}, but
   * limits are finite.
   */
  long covering(
      Kernels kernels, int leaf, double[] points, int box, double[] limits, double[] room) {
    return plainMaximum
        ? kernels.within(tiles[0], leaf, high, low, box * d, limits, room) & all(leaf)
        : below(leaf, points, box, limits, false);
  }

  private long all(int leaf) {
    return Kernels.first(end(leaf) - leaf * LEAF);
  }

  private long below(int leaf, double[] points, int box, double[] limits, boolean near) {
    long below = 0;
    for (int q = 0; q < end(leaf) - leaf * LEAF; q++) {
      double beyond = bound(points, points, q * d, low, high, box * d, near) - limits[q];
      // The sign bit: a comparison would be mispredicted.
      below |= Double.doubleToRawLongBits(beyond) >>> (Long.SIZE - 1) << q;
    }
    return below;
  }

  private double bound(
      double[] lowA, double[] highA, int a, double[] lowB, double[] highB, int b, boolean near) {
    double joined = 0;
    int j = 0;
    boolean euclidean = space.join() == JointDistance.EUCLIDEAN;
    for (Space.Factor part : space.parts()) {
      int end = j + part.points().d();
      DistanceKernel norm = part.points().norm();
      boolean single = end - j == 1;
      double within = 0;
      for (; j < end; j++) {
        double up = (near ? lowB[b + j] : highB[b + j]) - (near ? highA[a + j] : lowA[a + j]);
        double down = (near ? lowA[a + j] : highA[a + j]) - (near ? highB[b + j] : lowB[b + j]);
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

  /** Copies a leaf's points, d coordinates each. */
  void copyLeaf(int leaf, double[] out) {
    for (int p = leaf * LEAF; p < end(leaf); p++) {
      for (int j = 0; j < d; j++) {
        out[(p - leaf * LEAF) * d + j] = columns[j][order[p]];
      }
    }
  }

  int d() {
    return d;
  }
}
