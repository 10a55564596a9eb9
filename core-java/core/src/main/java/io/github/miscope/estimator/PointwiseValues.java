package io.github.miscope.estimator;

import java.util.Arrays;

/** An estimate and the values of which it is the mean, one per observation. Immutable. */
abstract sealed class PointwiseValues<E> permits PointwiseEstimate, PointwiseEntropyEstimate {

  private final E estimate;
  private final double[] nats;

  PointwiseValues(E estimate, int n, double[] nats) {
    if (nats.length != n) {
      throw new IllegalArgumentException(
          "there must be one value per observation: " + nats.length + " for n=" + n);
    }
    this.estimate = estimate;
    this.nats = nats.clone();
  }

  /**
   * The estimate.
   *
   * @return the mean of the values
   */
  public E estimate() {
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
    return o instanceof PointwiseValues<?> other
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
