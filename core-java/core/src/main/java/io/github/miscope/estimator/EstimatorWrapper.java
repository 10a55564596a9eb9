package io.github.miscope.estimator;

import io.github.miscope.sample.Samples;
import java.util.Objects;
import java.util.Optional;

/**
 * An estimator around another: under a label, a scaling, with an interval. It {@link #capability
 * can do} what the other can, and answers for it.
 */
public interface EstimatorWrapper extends MutualInformationEstimator {

  /**
   * The estimator inside.
   *
   * @return the estimator that is wrapped
   */
  MutualInformationEstimator base();

  /**
   * The same wrapper around another estimator.
   *
   * @param base what to wrap
   * @return the wrapped estimator
   * @throws IllegalArgumentException if it cannot be wrapped
   */
  MutualInformationEstimator withBase(MutualInformationEstimator base);

  /**
   * What the estimator inside gets to see.
   *
   * @param samples the samples that this estimator is given
   * @return the samples for {@link #base()}; the same unless overridden
   */
  default Samples forBase(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    return samples;
  }

  /**
   * This estimator's estimate, where that of {@link #base()} is known.
   *
   * @param samples the samples that this estimator is given
   * @param estimate the estimate of the base from {@link #forBase}
   * @return the same under this label unless overridden
   */
  default Estimate own(Samples samples, Estimate estimate) {
    Objects.requireNonNull(samples, "samples");
    Objects.requireNonNull(estimate, "estimate");
    return estimate.labelled(toString());
  }

  @Override
  default boolean suitsRanks() {
    return base().suitsRanks();
  }

  @Override
  default <T> Optional<T> capability(Class<T> type) {
    Objects.requireNonNull(type, "type");
    return MutualInformationEstimator.super
        .capability(type)
        .or(() -> WrappedCapabilities.of(this, type));
  }
}
