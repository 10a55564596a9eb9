package io.github.miscope.estimator.scale;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.NearestNeighbours;

/** Passes a number of neighbours on to the estimator inside. */
final class Neighbours {

  private Neighbours() {}

  static MutualInformationEstimator withK(MutualInformationEstimator base, int k) {
    if (base instanceof NearestNeighbours neighbours) {
      return neighbours.withK(k);
    }
    throw new IllegalArgumentException(base + " has no number of neighbours k to set to " + k);
  }
}
