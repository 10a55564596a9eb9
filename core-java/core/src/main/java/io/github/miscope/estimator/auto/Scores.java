package io.github.miscope.estimator.auto;

import io.github.miscope.internal.linear.RowOrder;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.DistanceKernel;

/**
 * The normal scores of one variable, and what searches build from them: once for all pairs and
 * permutations.
 */
final class Scores {

  private final double[][] columns;
  private final Coordinates coordinates;

  /**
   * Scores by column; taken over.
   *
   * @param columns without ties
   */
  Scores(double[][] columns) {
    this(columns, new Coordinates(columns, DistanceKernel.LINF));
  }

  private Scores(double[][] columns, Coordinates coordinates) {
    this.columns = columns;
    this.coordinates = coordinates;
  }

  /** The scores of the same rows in another order. */
  Scores permuted(int[] rows) {
    Coordinates moved = coordinates.permuted(rows);
    return new Scores(moved.columns(), moved);
  }

  int n() {
    return columns[0].length;
  }

  int d() {
    return columns.length;
  }

  /** By column; for reading. */
  double[][] columns() {
    return columns;
  }

  /** By column, in an order of the rows. */
  double[][] inOrder(int[] order) {
    return RowOrder.apply(order, columns);
  }

  Coordinates coordinates() {
    return coordinates;
  }
}
