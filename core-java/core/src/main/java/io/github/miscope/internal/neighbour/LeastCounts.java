package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.CountSink;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import io.github.miscope.internal.neighbour.space.Nearest;
import io.github.miscope.internal.neighbour.space.NeighbourLists;
import io.github.miscope.internal.parallel.Blocks;
import java.util.stream.IntStream;

/**
 * Marginal neighbours that every point has at least within the distance of its k-th joint
 * neighbour, from lists that permutations share: most numbers are those of {@link NeighbourCounts},
 * and none is larger. An estimate that falls with the counts is at most what these make of it.
 */
public final class LeastCounts {

  /** With fewer points or columns a whole search is as quick. */
  private static final int MIN_POINTS = 1000;

  private static final int MIN_COLUMNS = 5;
  private static final int BLOCK = 64;

  private final Coordinates x;
  private final Coordinates y;
  private final NeighbourLists listsX;
  private final NeighbourLists listsY;
  private final int[] placesX;
  private final int[] placesY;
  private final int[] ofX;
  private final int[] ofY;

  private LeastCounts(Coordinates x, Coordinates y, int k) throws InterruptedException {
    this.x = x;
    this.y = y;
    listsX = x.lists(k);
    listsY = y.lists(k);
    placesX = places(x);
    placesY = places(y);
    ofX = inverse(placesX);
    ofY = inverse(placesY);
  }

  /** Whether it pays: one of the variables is a permutation, and others will follow. */
  public static boolean suits(Coordinates x, Coordinates y, int k) {
    return (x.isPermutation() || y.isPermutation())
        && x.norm() == DistanceKernel.LINF
        && y.norm() == DistanceKernel.LINF
        && x.d() + y.d() >= MIN_COLUMNS
        && x.n() >= MIN_POINTS
        && x.n() <= NeighbourLists.MAX_POINTS
        && (double) k * k < x.n();
  }

  /**
   * Counts.
   *
   * @param x the points of X
   * @param y the points of Y
   * @param k the number of joint neighbours
   * @param sink receives the numbers, as cell 0
   */
  public static void count(Coordinates x, Coordinates y, int k, CountSink sink)
      throws InterruptedException {
    LeastCounts counts = new LeastCounts(x, y, k);
    double[] rowsX = x.rows();
    double[] rowsY = y.rows();
    Blocks.run(
        x.n(),
        BLOCK,
        () -> {
          Nearest nearest = new Nearest(k);
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              counts.count(i, rowsX, rowsY, nearest, sink);
            }
          };
        });
  }

  private static int[] places(Coordinates points) {
    int[] places = points.places();
    return places.length == 0 ? IntStream.range(0, points.n()).toArray() : places;
  }

  private static int[] inverse(int[] places) {
    int[] inverse = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      inverse[places[i]] = i;
    }
    return inverse;
  }

  private void count(int i, double[] rowsX, double[] rowsY, Nearest nearest, CountSink sink) {
    int inX = ofX[i];
    int inY = ofY[i];
    // Where neighbours are farther, fewer of them have to be looked at.
    int middle = listsX.length() / 2;
    double eps =
        listsX.distance(inX, middle) > listsY.distance(inY, middle)
            ? kth(i, listsX, inX, placesX, rowsY, y.d(), nearest)
            : kth(i, listsY, inY, placesY, rowsX, x.d(), nearest);
    sink.accept(0, i, listsX.atLeastBelow(inX, eps), listsY.atLeastBelow(inY, eps));
  }

  /** The distance of the k-th joint neighbour, or how far the list of one variable reaches. */
  private double kth(
      int i, NeighbourLists lists, int of, int[] places, double[] others, int d, Nearest nearest) {
    nearest.clear();
    int length = lists.length();
    for (int a = 0; a < length; a++) {
      double distance = lists.distance(of, a);
      if (distance >= nearest.bound()) {
        return nearest.bound();
      }
      int m = places[lists.point(of, a)];
      if (isWithin(others, d, i, m, nearest.bound())) {
        nearest.add(Math.max(distance, distance(others, d, i, m)));
      }
    }
    return Math.min(nearest.bound(), lists.distance(of, length - 1));
  }

  /** Most points are not, at one column or another: a branch for each would be mispredicted. */
  private static boolean isWithin(double[] rows, int d, int i, int m, double bound) {
    long signs = 0;
    int a = i * d;
    int b = m * d;
    for (int j = 0; j < d; j++) {
      signs |= Double.doubleToRawLongBits(bound - Math.abs(rows[a + j] - rows[b + j]));
    }
    return signs >= 0;
  }

  private static double distance(double[] rows, int d, int i, int m) {
    double largest = 0;
    int a = i * d;
    int b = m * d;
    for (int j = 0; j < d; j++) {
      largest = Math.max(largest, Math.abs(rows[a + j] - rows[b + j]));
    }
    return largest;
  }
}
