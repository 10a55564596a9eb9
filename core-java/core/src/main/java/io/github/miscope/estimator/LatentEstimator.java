package io.github.miscope.estimator;

/**
 * An estimator that is meant for the latent variables of a task, of which X and Y are images. A
 * sweep draws those for it.
 */
public interface LatentEstimator extends MutualInformationEstimator {

  /**
   * The estimator that sees the latent variables.
   *
   * @return what estimates
   */
  MutualInformationEstimator base();
}
