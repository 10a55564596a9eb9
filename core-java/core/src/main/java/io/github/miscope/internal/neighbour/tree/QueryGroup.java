package io.github.miscope.internal.neighbour.tree;

import io.github.miscope.internal.neighbour.space.Tiles;
import java.util.Arrays;

/** Points close to each other that search a tree together: at most a leaf's. For one thread. */
final class QueryGroup {

  private static final int LEAF = TreeBoxes.LEAF;

  private final int d;
  private final double[] points;
  private final double[] ownLow;
  private final double[] ownHigh;
  private int size;
  private Tiles tiles;
  private int tile;
  private double[] low;
  private double[] high;
  private int box;

  /**
   * Room for points.
   *
   * @param d their columns
   */
  QueryGroup(int d) {
    this.d = d;
    points = new double[LEAF * d];
    ownLow = new double[d];
    ownHigh = new double[d];
    low = ownLow;
    high = ownHigh;
    tiles = new Tiles(points, 0, d, LEAF);
  }

  /** Takes the points of a leaf. */
  void take(SearchTree tree, int leaf) {
    TreeBoxes boxes = tree.boxes();
    size = boxes.end(leaf) - leaf * LEAF;
    low = boxes.low();
    high = boxes.high();
    box = boxes.node(leaf) * d;
    tile = tree.tile(leaf);
    int at = 0;
    for (int p = 0; at < d; p++) {
      Tiles part = tree.tiles(p, leaf);
      double[] data = part.data();
      for (int j = 0; j < part.d(); j++) {
        int from = (tile * part.d() + j) * LEAF;
        for (int q = 0; q < size; q++) {
          points[q * d + at + j] = data[from + q];
        }
      }
      at += part.d();
    }
    tiles = tree.tiles(0, leaf);
  }

  /**
   * Takes other points.
   *
   * @param rows d values for each point, point by point
   * @param first the first of the points
   * @param count how many, from 1 to a leaf's
   */
  void take(double[] rows, int first, int count) {
    size = count;
    System.arraycopy(rows, first * d, points, 0, count * d);
    double[] data = new double[LEAF * d];
    Arrays.fill(data, Double.NaN);
    for (int j = 0; j < d; j++) {
      double smallest = points[j];
      double largest = smallest;
      for (int q = 0; q < count; q++) {
        double v = points[q * d + j];
        smallest = v < smallest ? v : smallest;
        largest = v > largest ? v : largest;
        data[j * LEAF + q] = v;
      }
      ownLow[j] = smallest;
      ownHigh[j] = largest;
    }
    low = ownLow;
    high = ownHigh;
    box = 0;
    tiles = new Tiles(data, count, d, LEAF);
    tile = 0;
  }

  int size() {
    return size;
  }

  /** d coordinates each. */
  double[] points() {
    return points;
  }

  /** Tiles among which the points' values of the first variable are. */
  Tiles tiles() {
    return tiles;
  }

  /** Which of those tiles has them. */
  int tile() {
    return tile;
  }

  /** Lower ends of a box around the points, from {@link #box} on. */
  double[] low() {
    return low;
  }

  /** Upper ends. */
  double[] high() {
    return high;
  }

  int box() {
    return box;
  }
}
