package io.github.miscope.estimator;

/** What has a number k of nearest neighbours that a sweep may vary. */
public interface NearestNeighbours {

  /**
   * The same estimator with another number of neighbours.
   *
   * @param k number of neighbours, at least 1
   * @return a copy with that k
   * @throws IllegalArgumentException if k &lt; 1, or if the estimator inside has no k
   */
  MutualInformationEstimator withK(int k);

  /**
   * Sets the number of neighbours of an estimator that has one.
   *
   * @param estimator any estimator
   * @param k number of neighbours, at least 1
   * @return a copy with that k
   * @throws IllegalArgumentException if k &lt; 1, or if the estimator has no k
   */
  static MutualInformationEstimator withK(MutualInformationEstimator estimator, int k) {
    if (estimator instanceof NearestNeighbours neighbours) {
      return neighbours.withK(k);
    }
    throw new IllegalArgumentException(estimator + " has no number of neighbours k to set to " + k);
  }
}
