package io.github.miscope.estimator;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Weights;
import java.util.Objects;

/**
 * An estimator whose theory has a weight for each observation: estimates are functions of the
 * distribution that the weights describe. These are {@link
 * io.github.miscope.estimator.discrete.DiscreteMutualInformation}, {@link
 * io.github.miscope.estimator.discrete.BinnedMutualInformation} and {@link
 * io.github.miscope.estimator.gaussian.GaussianMutualInformation}. Those by nearest neighbours have
 * none: their counts are of observations that are drawn alike.
 */
public interface WeightedEstimator extends MutualInformationEstimator {

  /** The diagnostic that holds Kish's effective sample size. */
  String EFFECTIVE_N = "effectiveN";

  /**
   * Estimates I(X;Y) of the population that the weights describe. Equal weights change nothing but
   * rounding errors; without bias correction, a whole weight m is as good as m copies of a row.
   *
   * @param samples n paired observations
   * @param weights one for each
   * @return the estimate in nats, never clamped; n is the number of observations of positive
   *     weight, and the diagnostic {@code effectiveN} is {@link Weights#effectiveN()}, which takes
   *     the place of n in bias corrections
   * @throws IllegalArgumentException if there are not n weights, or samples do not suit the
   *     estimator, or its bias correction has no form with weights
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  Estimate estimate(Samples samples, Weights weights);

  /**
   * An estimator as one that takes weights.
   *
   * @param estimator the estimator
   * @return an estimator of the same that takes weights
   * @throws IllegalArgumentException if it takes none; the message names those that do
   */
  static WeightedEstimator of(MutualInformationEstimator estimator) {
    Objects.requireNonNull(estimator, "estimator");
    return estimator
        .capability(WeightedEstimator.class)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    estimator
                        + " takes no weights: those that do are Discrete and Binned (plug-in or"
                        + " Miller-Madow) and Gaussian"));
  }
}
