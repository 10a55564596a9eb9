package io.github.miscope.estimator;

import java.util.Arrays;

/** Pointwise entropy: an estimate of -log p at each observation. Immutable. */
public final class PointwiseEntropyEstimate {

  private final EntropyEstimate estimate;
  private final double[] nats;

  /**
   * Pointwise values.
   *
   * @param estimate the estimate, the mean of the values
   * @param nats n values in nats, copied
   * @throws IllegalArgumentException if there are not as many values as observations
   */
  public PointwiseEntropyEstimate(EntropyEstimate estimate, double[] nats) {
    if (nats.length != estimate.n()) {
      throw new IllegalArgumentException(
          "there must be one value per observation: " + nats.length + " for n=" + estimate.n());
    }
    this.estimate = estimate;
    this.nats = nats.clone();
  }

  /**
   * The estimate of the entropy.
   *
   * @return the estimate, the mean of the values
   */
  public EntropyEstimate estimate() {
    return estimate;
  }

  /**
   * The value at each observation.
   *
   * @return a copy of the n values in nats
   */
  public double[] nats() {
    return nats.clone();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof PointwiseEntropyEstimate other
        && estimate.equals(other.estimate)
        && Arrays.equals(nats, other.nats);
  }

  @Override
  public int hashCode() {
    return 31 * estimate.hashCode() + Arrays.hashCode(nats);
  }

  @Override
  public String toString() {
    return "pointwise values of " + estimate;
  }
}
