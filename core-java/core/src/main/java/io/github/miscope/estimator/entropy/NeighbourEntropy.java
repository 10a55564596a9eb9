package io.github.miscope.estimator.entropy;

import io.github.miscope.estimator.PointwiseEntropyEstimator;

/** An entropy estimator with a number k of nearest neighbours. */
public interface NeighbourEntropy extends PointwiseEntropyEstimator {

  /**
   * The same estimator with another number of neighbours.
   *
   * @param k number of neighbours, at least 1
   * @return a copy with that k
   * @throws IllegalArgumentException if k &lt; 1
   */
  NeighbourEntropy withK(int k);

  /**
   * Evenly spaced values have neighbours farther away than random ones.
   *
   * @return false
   */
  @Override
  default boolean suitsRanks() {
    return false;
  }
}
