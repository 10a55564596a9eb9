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
}
