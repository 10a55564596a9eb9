package io.github.miscope.estimator;

/**
 * Columns with what a {@link BlockEstimator} computes from each alone. Immutable as far as anyone
 * can see; may be used by several threads.
 */
public interface PreparedBlock {

  /**
   * The number of columns.
   *
   * @return those that do not suit included
   */
  int size();

  /**
   * The first column with its observations in other orders, for permutation tests: what does not
   * depend on their order is kept.
   *
   * @param orders for each column of the result the rows in their new order, each once
   * @return as many columns as orders, whose estimates are those of columns that were prepared
   *     anew, but for rounding errors
   */
  PreparedBlock permuted(int[]... orders);
}
