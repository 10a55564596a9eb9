package io.github.miscope.internal.neighbour.kernel;

import io.github.miscope.internal.neighbour.space.QuantisedColumns;

/**
 * Coded distances within X and within Y from a few points, the rows, to all points, under the
 * maximum norm: a code is a whole number within {@link QuantisedColumns#MARGIN} of the distance in
 * units of the variable. Serves one thread.
 */
public interface QuantisedRows {

  /** Computes the rows of points from (inclusive) to to (exclusive), at most Kernels.ROWS. */
  void load(int from, int to);

  /** The code of the distance within X from row r to point m; the largest int for itself. */
  int codeX(int r, int m);

  /** The same within Y. */
  int codeY(int r, int m);

  /**
   * A number that at least k points' codes do not exceed, neither in X nor in Y; quick rather than
   * small, and the largest int where quickness is in vain.
   */
  int bound(int r, int k);

  /**
   * Finds the points with codes of at most a bound in X and in Y, but not the row's own. Asked
   * after {@link #bound} of the same row.
   *
   * @param points receives them in any order; has room for all
   * @return how many there are
   */
  int collect(int r, int bound, int[] points);

  /**
   * Takes points out of a row, in X and in Y: from now on they are neither counted nor found.
   *
   * @param points some points
   * @param size how many of them, from the first one on
   */
  void takeOut(int r, int[] points, int size);

  /**
   * Counts for each of some bounds, in X or in Y, the points with a code of at most its low one,
   * and finds those above it and not above its high one; not the row's own.
   *
   * @param counts the bounds, set anew before each call; receive what is found
   */
  void count(boolean inX, int r, QuantisedCount[] counts);
}
