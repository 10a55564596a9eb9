package io.github.miscope.estimator;

import io.github.miscope.sample.Variable;
import java.util.List;

/**
 * An estimator that estimates all pairs of two groups of single columns together, with less work
 * for each pair than one after another: a network of many columns asks for it.
 *
 * <p>A pair's estimate is that of {@link #estimate(io.github.miscope.sample.Samples)}, but for
 * rounding errors in the last bits where an implementation says so. Findings and warnings are left
 * out.
 */
public interface BlockEstimator extends MutualInformationEstimator {

  /**
   * Prepares a group of columns, for the place of X and for that of Y.
   *
   * @param columns variables of one column and of equally many observations
   * @return the columns, prepared
   */
  PreparedBlock prepareBlock(List<Variable> columns);

  /**
   * Estimates the information of each pair of a column of X and one of Y.
   *
   * @param x what {@link #prepareBlock} gave
   * @param y what {@link #prepareBlock} gave, perhaps the same
   * @param nats receives the estimate of column a of X and column b of Y at a * y.size() + b, in
   *     nats; NaN where a column does not suit and the pair must be estimated by itself
   * @throws IllegalArgumentException if another estimator prepared the columns
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  void estimateBlock(PreparedBlock x, PreparedBlock y, double[] nats);
}
