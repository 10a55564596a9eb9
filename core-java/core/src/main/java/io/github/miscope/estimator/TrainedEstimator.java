package io.github.miscope.estimator;

import io.github.miscope.sample.Seed;

/**
 * An estimator that trains a model on each sample, such as a neural critic: an estimate takes
 * seconds, and an ensemble of models tells how far it depends on chance. These are the options that
 * all such estimators have; their own types have more.
 */
public interface TrainedEstimator extends MutualInformationEstimator {

  /**
   * The same estimator with another length of training.
   *
   * @param steps batches at most, at least 1
   * @return a changed copy
   * @throws IllegalArgumentException if steps &lt; 1
   */
  TrainedEstimator withSteps(int steps);

  /**
   * The same estimator with another batch.
   *
   * @param observations in a batch, at least 2
   * @return a changed copy
   * @throws IllegalArgumentException if observations &lt; 2
   */
  TrainedEstimator withBatch(int observations);

  /**
   * The same estimator with another number of models, whose mean is the estimate.
   *
   * @param models how many, at least 1; from two on the estimate has a standard error or a spread
   * @return a changed copy
   * @throws IllegalArgumentException if models &lt; 1
   */
  TrainedEstimator withMembers(int models);

  /**
   * The same estimator with another seed.
   *
   * @param seed of initial weights, splits and batches
   * @return a changed copy
   */
  TrainedEstimator withSeed(Seed seed);
}
