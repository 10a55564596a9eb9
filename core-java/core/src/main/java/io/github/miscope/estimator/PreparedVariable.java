package io.github.miscope.estimator;

/**
 * A variable with what an estimator computes from it alone: ties, ranks, sorted columns, search
 * trees. Made by {@link PreparingEstimator} and of use to the estimator that made it. Immutable as
 * far as anyone can see; may be used by several threads.
 */
public interface PreparedVariable {

  /**
   * The variable with its observations in another order, for permutation tests. Whatever does not
   * depend on their order is kept, and estimates have the same bits as if it were prepared anew.
   *
   * @param rows observation i of the result is observation rows[i] of this; if they are no
   *     permutation (a row occurs twice), nothing is kept
   * @return the variable of those observations, prepared
   * @throws IllegalArgumentException if a row is out of range
   */
  PreparedVariable permuted(int... rows);
}
