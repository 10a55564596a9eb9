package io.github.miscope.estimator.scale;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.RankBased;
import io.github.miscope.sample.Samples;

/**
 * An estimator under a scaling by ranks.
 *
 * @param scaled the estimator
 */
record ScaledRanks(Scaled scaled) implements RankBased {

  @Override
  public Estimate estimate(Samples samples) {
    return scaled.estimate(samples);
  }

  @Override
  public String toString() {
    return scaled.toString();
  }
}
