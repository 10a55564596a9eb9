package io.github.miscope.estimator.auto;

import io.github.miscope.internal.linear.RowOrder;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import io.github.miscope.internal.parallel.Blocks;
import io.github.miscope.internal.parallel.Lazy;
import java.util.stream.IntStream;

/**
 * The normal scores of one variable, and what searches build from them: once for all pairs and
 * permutations.
 */
final class Scores {

  private final double[][] columns;
  private final Coordinates coordinates;
  private final Lazy<long[]> hashes;

  /**
   * Scores by column; taken over.
   *
   * @param columns without ties
   */
  Scores(double[][] columns) {
    this.columns = columns;
    coordinates = new Coordinates(columns, DistanceKernel.LINF);
    hashes = new Lazy<>(() -> RowOrder.hashes(columns, n()));
  }

  private Scores(Scores origin, int[] rows) {
    coordinates = origin.coordinates.permuted(rows);
    columns = coordinates.columns();
    hashes = new Lazy<>(() -> IntStream.of(rows).mapToLong(i -> origin.hashes.get()[i]).toArray());
  }

  /** The scores of the same rows in another order. */
  Scores permuted(int[] rows) {
    return new Scores(this, rows);
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

  /** An order of the rows of two variables, whose values decide it. */
  static RowOrder.Rows rows(Scores x, Scores y) {
    return RowOrder.rows(x.d(), y.d(), x.hashes.get(), y.hashes.get());
  }

  /** By column, in an order of the rows. */
  double[][] inOrder(int[] order) {
    return RowOrder.apply(order, columns);
  }

  /** Sorts the only columns of two variables, side by side, where they are not yet. */
  static void sort(Scores x, Scores y) throws InterruptedException {
    if (!x.coordinates.isSorted() || !y.coordinates.isSorted()) {
      Blocks.both(x.n(), x.coordinates::sorted, y.coordinates::sorted);
    }
  }

  Coordinates coordinates() {
    return coordinates;
  }
}
