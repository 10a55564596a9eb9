package io.github.miscope.internal.neighbour.tree;

import io.github.miscope.internal.neighbour.order.Selection;
import io.github.miscope.internal.neighbour.space.Metric;
import io.github.miscope.internal.neighbour.space.Space;
import io.github.miscope.internal.parallel.Blocks;
import io.github.miscope.internal.parallel.Threads;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Points of a space, halved by rank in the direction of the widest spread, down to leaves of {@link
 * TreeBoxes#LEAF} points. Halves have equal numbers of points, so that neither ties nor clusters
 * unbalance the tree.
 */
final class Halves {

  private static final int LEAF = TreeBoxes.LEAF;

  private static final int SERIAL_DEPTH = 4;

  /** So many that building half a tree takes long. */
  private static final int MANY_LEAVES = 1024;

  private final int n;
  private final int d;
  private final double[][] columns;
  private final double[] weights;
  private final int[] order;
  private final TreeBoxes boxes;

  private Halves(Space space) {
    n = space.n();
    d = space.d();
    Metric metric = space.metric();
    columns =
        space.parts().stream()
            .flatMap(part -> Arrays.stream(part.points().columns()))
            .toArray(double[][]::new);
    weights =
        metric.parts().stream()
            .flatMapToDouble(part -> IntStream.range(0, part.d()).mapToDouble(j -> part.scale()))
            .toArray();
    order = IntStream.range(0, n).toArray();
    int length = TreeBoxes.length(n, d);
    boxes = new TreeBoxes(metric, n, new double[length], new double[length]);
  }

  /**
   * Halves the points of a space.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  static Halves of(Space space) throws InterruptedException {
    Halves halves = new Halves(space);
    halves.build();
    return halves;
  }

  /** By position the point. */
  int[] order() {
    return order;
  }

  TreeBoxes boxes() {
    return boxes;
  }

  /** Halves the whole, then both halves side by side, then what those came to. */
  private void build() throws InterruptedException {
    int leaves = boxes.leaves();
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
    int to = boxes.leaves();
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
    double[] low = boxes.low();
    double[] high = boxes.high();
    int first = from * LEAF;
    int end = boxes.end(to - 1);
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
}
