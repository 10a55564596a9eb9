package io.github.miscope.estimator;

import java.util.Objects;

/**
 * Pointwise (local) mutual information: an estimate of log p(x,y) / (p(x) p(y)) at each
 * observation. Single values may well be negative. Immutable.
 */
public final class PointwiseEstimate extends PointwiseValues<Estimate> {

  /**
   * Pointwise values.
   *
   * @param estimate the estimate, the mean of the values
   * @param nats n values in nats, copied
   * @throws IllegalArgumentException if there are not as many values as observations
   */
  public PointwiseEstimate(Estimate estimate, double[] nats) {
    super(
        Objects.requireNonNull(estimate, "estimate"),
        estimate.n(),
        Objects.requireNonNull(nats, "nats"));
  }
}
