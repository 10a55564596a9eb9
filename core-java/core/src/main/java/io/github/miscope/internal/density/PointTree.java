package io.github.miscope.internal.density;

import io.github.miscope.internal.neighbour.order.RadixSort;
import io.github.miscope.internal.parallel.Interrupts;
import java.util.Arrays;

/** A k-d tree over points, split at the median of the widest side; nodes in preorder. */
final class PointTree {

  private static final int LEAF = 24;

  /** So few points are sorted by insertion. */
  private static final int FEW = 256;

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

  PointTree(double[][] columns) throws InterruptedException {
    int n = columns[0].length;
    int d = columns.length;
    order = new int[n];
    Arrays.setAll(order, i -> i);
    int most = 4 * (n / LEAF + 1);
    from = new int[most];
    to = new int[most];
    second = new int[most];
    centre = new double[most][d];
    halfWidth = new double[most][d];
    build(columns, 0, n);
    points = new double[d][n];
    for (int j = 0; j < d; j++) {
      for (int t = 0; t < n; t++) {
        points[j][t] = columns[j][order[t]];
      }
    }
  }

  private int build(double[][] columns, int start, int end) throws InterruptedException {
    Interrupts.check();
    int node = nodes++;
    from[node] = start;
    to[node] = end;
    int widest = box(columns, node);
    if (end - start > LEAF && halfWidth[node][widest] > 0) {
      sort(columns[widest], start, end);
      int middle = (start + end) >>> 1;
      build(columns, start, middle);
      second[node] = build(columns, middle, end);
    }
    return node;
  }

  /** Sorts a part of the order by the values of a column; equal values stay in their order. */
  private void sort(double[] column, int start, int end) {
    if (end - start > FEW) {
      double[] values = new double[end - start];
      for (int i = 0; i < values.length; i++) {
        values[i] = column[order[start + i]];
      }
      int[] before = Arrays.copyOfRange(order, start, end);
      int[] places = RadixSort.order(values);
      for (int i = 0; i < places.length; i++) {
        order[start + i] = before[places[i]];
      }
      return;
    }
    for (int i = start + 1; i < end; i++) {
      int point = order[i];
      int place = i;
      while (place > start && column[order[place - 1]] > column[point]) {
        order[place] = order[place - 1];
        place--;
      }
      order[place] = point;
    }
  }

  /** Encloses the node's points and returns the dimension in which they spread most. */
  private int box(double[][] columns, int node) {
    int widest = 0;
    for (int j = 0; j < columns.length; j++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int t = from[node]; t < to[node]; t++) {
        low = Math.min(low, columns[j][order[t]]);
        high = Math.max(high, columns[j][order[t]]);
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
