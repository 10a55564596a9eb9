package io.github.miscope.estimator;

import java.util.Objects;

/** Pointwise entropy: an estimate of -log p at each observation. Immutable. */
public final class PointwiseEntropyEstimate extends PointwiseValues<EntropyEstimate> {

  /**
   * Pointwise values.
   *
   * @param estimate the estimate, the mean of the values
   * @param nats n values in nats, copied
   * @throws IllegalArgumentException if there are not as many values as observations
   */
  public PointwiseEntropyEstimate(EntropyEstimate estimate, double[] nats) {
    super(
        Objects.requireNonNull(estimate, "estimate"),
        estimate.n(),
        Objects.requireNonNull(nats, "nats"));
  }
}
