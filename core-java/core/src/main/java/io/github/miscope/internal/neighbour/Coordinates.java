package io.github.miscope.internal.neighbour;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The points of one variable with the norm that measures distances between them.
 *
 * <p>What searches build from the points is kept here: use one instance for as many searches as
 * there are.
 */
public final class Coordinates {

  private final double[][] columns;
  private final DistanceKernel norm;
  private @Nullable SortedColumn sorted;
  private @Nullable Tiles tiles;
  private @Nullable PointTree tree;
  private double range = Double.NaN;
  private double @Nullable [] rows;

  /**
   * Points; the columns are taken over and must not change afterwards.
   *
   * @param columns d columns of n finite values, d at least 1
   * @param norm distance between points
   */
  public Coordinates(double[][] columns, DistanceKernel norm) {
    this.columns = columns;
    this.norm = norm;
  }

  /**
   * The same points in another order, for permutation tests: what has been sorted or put into a
   * tree is not sorted again.
   *
   * @param rows point i of the result is point rows[i] of these; each occurs once
   * @return the points in that order
   * @throws InterruptedException if the calling thread is interrupted
   */
  public Coordinates permuted(int[] rows) throws InterruptedException {
    double[][] moved = new double[d()][n()];
    int[] inverse = new int[n()];
    for (int i = 0; i < rows.length; i++) {
      inverse[rows[i]] = i;
      for (int j = 0; j < moved.length; j++) {
        moved[j][i] = columns[j][rows[i]];
      }
    }
    Coordinates other = new Coordinates(moved, norm);
    other.range = range();
    if (d() == 1) {
      other.sorted = sorted().permuted(inverse);
    } else if (Engine.isTreeFor(n(), 2 * d())) {
      other.tree = tree().permuted(Space.of(other), inverse);
    }
    return other;
  }

  /** The number of points. */
  public int n() {
    return columns[0].length;
  }

  /** The number of columns. */
  public int d() {
    return columns.length;
  }

  /** The only column, sorted once. */
  synchronized SortedColumn sorted() {
    SortedColumn known = sorted;
    if (known == null) {
      known = SortedColumn.of(columns[0]);
      sorted = known;
    }
    return known;
  }

  /** The points in a tree. */
  synchronized PointTree tree() throws InterruptedException {
    PointTree known = tree;
    if (known == null) {
      known = new PointTree(Space.of(this));
      tree = known;
    }
    return known;
  }

  /** The widest column's range. */
  synchronized double range() {
    if (Double.isNaN(range)) {
      range = Codes.range(columns);
    }
    return range;
  }

  /** Point by point: value j of point i at i * d + j. */
  synchronized double[] rows() {
    double[] known = rows;
    if (known == null) {
      known = new double[Math.multiplyExact(n(), d())];
      for (int j = 0; j < d(); j++) {
        for (int i = 0; i < n(); i++) {
          known[i * d() + j] = columns[j][i];
        }
      }
      rows = known;
    }
    return known;
  }

  /** The points as they come, in tiles of a size. */
  public synchronized Tiles tiles(int size) {
    Tiles known = tiles;
    if (known == null || known.size() != size) {
      known = new Tiles(columns, IntStream.range(0, n()).toArray(), size);
      tiles = known;
    }
    return known;
  }

  double[][] columns() {
    return columns;
  }

  /** Distance between points. */
  public DistanceKernel norm() {
    return norm;
  }
}
