package io.github.miscope.estimator;

import io.github.miscope.sample.Samples;
import java.util.Objects;

/**
 * An estimator that chooses by the samples between ways to estimate that differ in kind.
 *
 * <p>Standard errors from subsamples hold what all observations have chosen. A part with fewer
 * observations may waver between kinds of which one is clearly better on the whole; to choose anew
 * in each part would add a variance that the estimate of the whole does not have, and that does not
 * fall as 1 / n. P-values let each permutation choose for itself, since under independence the
 * choice is part of what chance does.
 */
public interface AdaptiveEstimator extends MutualInformationEstimator {

  /**
   * The estimator with its choice made.
   *
   * @param samples the samples that choose
   * @return an estimator that gives the same estimate of these samples, and makes the same choice
   *     for others
   * @throws IllegalArgumentException if the samples do not suit the estimator
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  MutualInformationEstimator adaptedTo(Samples samples);

  /**
   * Any estimator with its choice made, if it makes one.
   *
   * @param estimator the estimator
   * @param samples the samples that choose
   * @return the estimator with its choice, or itself if it does not choose
   * @throws IllegalArgumentException if the samples do not suit the estimator
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  static MutualInformationEstimator adapted(MutualInformationEstimator estimator, Samples samples) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(samples, "samples");
    return estimator
        .capability(AdaptiveEstimator.class)
        .map(adaptive -> adaptive.adaptedTo(samples))
        .orElse(estimator);
  }
}
