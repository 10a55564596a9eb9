package io.github.miscope.internal.density;

import java.util.Arrays;

/** A k-d tree over points, split at the median of the widest side; nodes in preorder. */
final class PointTree {

  private static final int LEAF = 24;

  /** Point t of the tree is point order[t] of the data. */
  final int[] order;

  /** The points' coordinates in the order of the tree: d columns of n. */
  final double[][] points;

  /** Node v holds the points from[v] (inclusive) to to[v] (exclusive). */
  final int[] from;

  final int[] to;

  /** The second child of node v; 0 for a leaf. The first child is v + 1. */
  final int[] second;

  /** The middle and half the width of the box that encloses node v's points, by dimension. */
  final double[][] centre;

  final double[][] halfWidth;

  private int nodes;

  PointTree(double[][] columns) {
    int n = columns[0].length;
    int d = columns.length;
    Integer[] sorted = new Integer[n];
    Arrays.setAll(sorted, i -> i);
    int most = 4 * (n / LEAF + 1);
    from = new int[most];
    to = new int[most];
    second = new int[most];
    centre = new double[most][d];
    halfWidth = new double[most][d];
    build(columns, sorted, 0, n);
    order = Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
    points = new double[d][n];
    for (int j = 0; j < d; j++) {
      for (int t = 0; t < n; t++) {
        points[j][t] = columns[j][order[t]];
      }
    }
  }

  private int build(double[][] columns, Integer[] sorted, int start, int end) {
    int node = nodes++;
    from[node] = start;
    to[node] = end;
    int widest = box(columns, sorted, node);
    if (end - start > LEAF && halfWidth[node][widest] > 0) {
      double[] column = columns[widest];
      Arrays.sort(sorted, start, end, (a, b) -> Double.compare(column[a], column[b]));
      int middle = (start + end) >>> 1;
      build(columns, sorted, start, middle);
      second[node] = build(columns, sorted, middle, end);
    }
    return node;
  }

  /** Encloses the node's points and returns the dimension in which they spread most. */
  private int box(double[][] columns, Integer[] sorted, int node) {
    int widest = 0;
    for (int j = 0; j < columns.length; j++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int t = from[node]; t < to[node]; t++) {
        low = Math.min(low, columns[j][sorted[t]]);
        high = Math.max(high, columns[j][sorted[t]]);
      }
      centre[node][j] = 0.5 * (low + high);
      halfWidth[node][j] = Math.max(high - centre[node][j], centre[node][j] - low);
      widest = halfWidth[node][j] > halfWidth[node][widest] ? j : widest;
    }
    return widest;
  }

  int nodes() {
    return nodes;
  }

  int count(int node) {
    return to[node] - from[node];
  }

  boolean isLeaf(int node) {
    return second[node] == 0;
  }
}
