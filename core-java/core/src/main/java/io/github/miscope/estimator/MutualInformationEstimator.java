package io.github.miscope.estimator;

import io.github.miscope.sample.Samples;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Estimates the mutual information I(X;Y) from paired observations.
 *
 * <p>Estimators are immutable, stateless and thread-safe: equal estimator, samples and seed give
 * equal bits, whatever the number of threads. {@code toString()} is the label in tables and
 * legends.
 */
@FunctionalInterface
public interface MutualInformationEstimator {

  /**
   * Estimates I(X;Y). Long work may be stopped by interrupting the calling thread.
   *
   * @param samples n paired observations
   * @return the estimate in nats, never clamped, with its warnings
   * @throws IllegalArgumentException if the samples do not suit the estimator (for instance k &ge;
   *     n); the message names the value and the rule
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  Estimate estimate(Samples samples);

  /**
   * This estimator as one that can do more: {@link NearestNeighbours} has a k, {@link
   * PointwiseEstimator} gives values of each observation, {@link PreparingEstimator} does the work
   * on one variable once, {@link RelativeScaleEstimator} takes several relative scales, {@link
   * TrainedEstimator} trains, {@link AcceptsLevels} takes a discrete variable as it is, {@link
   * LatentEstimator} is for latent variables, {@link BlockEstimator} does many pairs of columns
   * together, {@link RankBased} sees ranks only, {@link AdaptiveEstimator} chooses by the samples.
   * Estimators that wrap others answer for what they wrap: ask here, never by {@code instanceof}.
   *
   * @param <T> the capability
   * @param type the capability
   * @return an estimator with that capability that estimates the same; empty if there is none
   */
  default <T> Optional<T> capability(Class<T> type) {
    Objects.requireNonNull(type, "type");
    return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
  }

  /**
   * An estimator of your own, made from a function.
   *
   * @param label its label in tables and legends
   * @param nats the estimate of I(X;Y) in nats; thread-safe, and a function of the samples alone
   * @return the estimator; samples at which the function is not finite do not suit it
   * @throws IllegalArgumentException if the label is blank
   */
  static MutualInformationEstimator of(String label, ToDoubleFunction<Samples> nats) {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(nats, "nats");
    return new FunctionEstimator(label, nats);
  }

  /**
   * Whether columns may be replaced by their ranks, or normal scores of these, which leaves the
   * mutual information as it is. Not where the spaces between the values of one variable matter, as
   * for a sum of nearest-neighbour entropies: those of ranks are all equal, and those of a sample
   * are not.
   *
   * @return true unless an estimator says otherwise
   */
  default boolean suitsRanks() {
    return true;
  }

  /**
   * This estimator under a name that stands for its code. An estimator that is a lambda, or holds
   * one, cannot be compared with another, so that a sweep does not keep its rows in a file; under a
   * name it does. The name is taken at its word, but for one estimate from a few samples that is
   * compared all the same: whoever changes the code gives another name.
   *
   * @param name what stands for the code in checkpoints, and the label in tables and legends
   * @return the same estimator under that name
   * @throws IllegalArgumentException if the name is blank
   */
  default MutualInformationEstimator identifiedBy(String name) {
    Objects.requireNonNull(name, "name");
    return new IdentifiedEstimator(name, this);
  }
}
