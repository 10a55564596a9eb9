package io.github.miscope.internal.neighbour;

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

  double[][] columns() {
    return columns;
  }

  DistanceKernel norm() {
    return norm;
  }
}
