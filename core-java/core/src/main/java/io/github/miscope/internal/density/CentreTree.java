package io.github.miscope.internal.density;

import io.github.miscope.internal.parallel.Interrupts;
import java.util.Arrays;

/**
 * A tree over weighted centres, split in the middle of the widest side, so that clusters part;
 * nodes in preorder. A node that a {@link TaylorExpansion} serves is not split further.
 *
 * <p>{@link PointTree} splits at the median and to the end, as sums that leave out the point itself
 * need.
 */
final class CentreTree {

  private static final int LEAF = 16;

  /** Boxes that are still not small after so many halvings hold points in a geometric sequence. */
  private static final int DEEPEST = 100;

  /** Position t of the tree is centre order[t] of the data. */
  final int[] order;

  /** By dimension and position. */
  final double[][] points;

  /** Weights by position, 1 in all. */
  final double[] mass;

  /** The terminal node of each position. */
  final int[] terminal;

  /** Node v holds the positions from[v] (inclusive) to to[v] (exclusive). */
  int[] from = new int[64];

  int[] to = new int[64];

  /** The second child; 0 for a terminal node. The first child is v + 1. */
  int[] second = new int[64];

  /** The order of the series that serves a terminal node; 0 for a leaf. */
  int[] expansionOrder = new int[64];

  /** Sums of weights. */
  double[] nodeMass = new double[64];

  /** The box of node v in dimension j, at v d + j. */
  double[] low;

  double[] high;

  private final int d;
  private final double reach;
  private final double tolerance;
  private final boolean split;
  private int nodes;

  /**
   * Sorts centres.
   *
   * @param points by dimension, reordered
   * @param mass their weights, reordered
   * @param reach how far series must hold
   * @param tolerance the relative error of series
   * @param split false for one leaf that holds all
   */
  CentreTree(double[][] points, double[] mass, double reach, double tolerance, boolean split)
      throws InterruptedException {
    this.points = points;
    this.mass = mass;
    this.reach = reach;
    this.tolerance = tolerance;
    this.split = split;
    d = points.length;
    low = new double[64 * d];
    high = new double[64 * d];
    order = new int[mass.length];
    Arrays.setAll(order, i -> i);
    terminal = new int[mass.length];
    build(0, mass.length, 0);
  }

  int nodes() {
    return nodes;
  }

  double[] middle(int node) {
    double[] middle = new double[d];
    for (int j = 0; j < d; j++) {
      middle[j] = 0.5 * (low[node * d + j] + high[node * d + j]);
    }
    return middle;
  }

  /** No point of the box is farther from its middle. */
  double radius(int node) {
    double squared = 0;
    for (int j = 0; j < d; j++) {
      double top = high[node * d + j];
      double width = top - low[node * d + j];
      // The middle is rounded.
      width += width > 0 ? 4 * Math.max(Math.ulp(top), Math.ulp(low[node * d + j])) : 0;
      squared += width * width;
    }
    return 0.5 * Math.sqrt(squared) * (1 + 1e-12);
  }

  private int build(int start, int end, int depth) throws InterruptedException {
    Interrupts.check();
    int node = nodes++;
    grow();
    from[node] = start;
    to[node] = end;
    int widest = box(node);
    for (int t = start; t < end; t++) {
      nodeMass[node] += mass[t];
    }
    int series = split ? TaylorExpansion.order(d, radius(node), end - start, reach, tolerance) : 0;
    if (series == 0 && split && end - start > LEAF && depth < DEEPEST) {
      double middle = 0.5 * (low[node * d + widest] + high[node * d + widest]);
      int middlePosition = partition(points[widest], middle, start, end);
      if (middlePosition > start && middlePosition < end) {
        build(start, middlePosition, depth + 1);
        int upper = build(middlePosition, end, depth + 1);
        second[node] = upper;
        return node;
      }
    }
    expansionOrder[node] = series;
    Arrays.fill(terminal, start, end, node);
    return node;
  }

  private void grow() {
    if (nodes > from.length) {
      int size = 2 * from.length;
      from = Arrays.copyOf(from, size);
      to = Arrays.copyOf(to, size);
      second = Arrays.copyOf(second, size);
      expansionOrder = Arrays.copyOf(expansionOrder, size);
      nodeMass = Arrays.copyOf(nodeMass, size);
      low = Arrays.copyOf(low, size * d);
      high = Arrays.copyOf(high, size * d);
    }
  }

  private int box(int node) {
    int widest = 0;
    for (int j = 0; j < d; j++) {
      double[] column = points[j];
      double least = column[from[node]];
      double most = least;
      for (int t = from[node] + 1; t < to[node]; t++) {
        least = Math.min(least, column[t]);
        most = Math.max(most, column[t]);
      }
      low[node * d + j] = least;
      high[node * d + j] = most;
      widest = most - least > high[node * d + widest] - low[node * d + widest] ? j : widest;
    }
    return widest;
  }

  /** Moves what is below a value to the front and returns where the rest starts. */
  private int partition(double[] column, double value, int start, int end) {
    int i = start;
    int k = end - 1;
    while (true) {
      while (i <= k && column[i] < value) {
        i++;
      }
      while (i <= k && column[k] >= value) {
        k--;
      }
      if (i >= k) {
        return i;
      }
      swap(i++, k--);
    }
  }

  private void swap(int a, int b) {
    for (double[] column : points) {
      double value = column[a];
      column[a] = column[b];
      column[b] = value;
    }
    double weight = mass[a];
    mass[a] = mass[b];
    mass[b] = weight;
    int index = order[a];
    order[a] = order[b];
    order[b] = index;
  }

  /** The squared distance from a box to that of a node. */
  double squaredDistance(int node, double[] boxLow, double[] boxHigh) {
    double squared = 0;
    int at = node * d;
    for (int j = 0; j < d; j++) {
      double apart = Math.max(0, Math.max(boxLow[j] - high[at + j], low[at + j] - boxHigh[j]));
      squared += apart * apart;
    }
    return squared;
  }

  /** The terminal node to which one descends by always taking the nearer box. */
  int nearTerminal(double[] point) {
    int node = 0;
    while (second[node] != 0) {
      double first = squaredDistance(node + 1, point, point);
      double other = squaredDistance(second[node], point, point);
      node = first <= other ? node + 1 : second[node];
    }
    return node;
  }
}
