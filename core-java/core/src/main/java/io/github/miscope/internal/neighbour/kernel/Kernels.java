package io.github.miscope.internal.neighbour.kernel;

import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import io.github.miscope.internal.neighbour.space.JointDistance;
import io.github.miscope.internal.neighbour.space.QuantisedColumns;
import io.github.miscope.internal.neighbour.space.Tiles;

/**
 * The inner loops of searches. Implementations differ in speed only: each does the same floating
 * point operations for each pair of points, so that the same bits come out.
 */
public interface Kernels {

  /** Points whose distances are computed together, for each value loaded once. */
  int ROWS = 4;

  /** Rows of distances have room for a multiple of so many points; what is too much is NaN. */
  int PADDING = 64;

  /** Points before and behind a point that {@link #nearest} looks at. */
  int WINDOW = 16;

  /** So many, rounded up to a multiple of PADDING. */
  static int padded(int count) {
    return (count + PADDING - 1) / PADDING * PADDING;
  }

  /** The first bits of a long, at most all. */
  static long first(int bits) {
    return bits >= Long.SIZE ? -1 : (1L << bits) - 1;
  }

  /** Rows for the distances from ROWS points to n points. */
  static double[][] rows(int n) {
    return new double[ROWS][padded(n)];
  }

  /** What does the arithmetic, for people. */
  String name();

  /**
   * Writes the distances from some points to all points.
   *
   * @param points all points
   * @param from the first of the points
   * @param to the point after the last, at most ROWS later
   * @param out one row for each; NaN or anything beyond n
   */
  void distances(Coordinates points, int from, int to, double[][] out);

  /**
   * Which of PADDING points from one on have a joined distance below a bound: bit m stands for the
   * point at from + m. NaN is below none. Both arrays hold so many points.
   *
   * @param join how distances are joined
   * @param dx distances within X
   * @param dy distances within Y
   * @param c what multiplies distances within Y
   * @param from the first point
   * @param bound of the joined value, not negative
   */
  long below(JointDistance join, double[] dx, double[] dy, double c, int from, double bound);

  /** The first index in [from, to) with d[index] below a bound, or to. */
  int next(double[] d, int from, int to, double bound);

  /**
   * Which of the first PADDING values of each of ROWS rows are below the row's bound: bit m of a
   * row's word stands for its m-th value. NaN is below none.
   *
   * @param d distances, none negative
   * @param bounds of each row, not negative
   * @param out receives a word for each row
   */
  void below(double[][] d, double[] bounds, long[] out);

  /**
   * Which points of a tile of PADDING points are, along every column, so near to both sides of a
   * box: bit m stands for the m-th point, and is set where side - value and value - other side are
   * below the point's limit. Bits of points that fill up the tile have no meaning, nor have those
   * where a difference overflows and the limit is infinite.
   *
   * @param side for each column a number that values are taken from
   * @param other for each column a number that is taken from values
   * @param box where the box starts in both
   * @param limits for each point
   * @param room for a tile; is overwritten
   */
  long within(
      Tiles tiles, int t, double[] side, double[] other, int box, double[] limits, double[] room);

  /** The number of indices below length with d[index] below a bound; NaN is below none. */
  int countBelow(double[] d, int length, double bound);

  /**
   * The same for several bounds.
   *
   * @param bounds in any order, none negative
   * @param counts receives the number for each
   */
  void countBelow(double[] d, int length, double[] bounds, int[] counts);

  /**
   * The smallest distances from each of some points of a list to the WINDOW points before it and
   * the WINDOW points behind it, where a distance is the larger of cX times that along x and cY
   * times that along y. On either side of the points the list goes on for twice that many entries:
   * those are infinitely far along y where they are no points.
   *
   * @param k how many distances, from 1 to 4
   * @param from the first point
   * @param to the point after the last
   * @param out row j receives each point's (j + 1)-th smallest distance, the first point's at 0;
   *     padded
   */
  void nearest(
      int k, double[] x, double cX, double[] y, double cY, int from, int to, double[][] out);

  /** Rows of coded distances between all points of X and of Y, for one thread. */
  QuantisedRows coded(QuantisedColumns x, QuantisedColumns y);

  /** The largest code of a coordinate, which fixes the resolution. */
  int largestCode();

  /**
   * Writes the distances from ROWS points to those of one tile.
   *
   * @param norm the distance
   * @param tiles the points
   * @param t the tile
   * @param points value j of point r at j * ROWS + r
   * @param out a row of tiles.size() distances for each
   */
  void distances(DistanceKernel norm, Tiles tiles, int t, double[] points, double[][] out);

  /**
   * Counts the points of one tile below some distances from ROWS points under the maximum norm.
   *
   * @param eps the distance for each point
   * @param counts what is found for each point is added here
   */
  void countMaximum(Tiles tiles, int t, double[] points, double[] eps, int[] counts);
}
