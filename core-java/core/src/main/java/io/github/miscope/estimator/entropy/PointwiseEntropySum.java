package io.github.miscope.estimator.entropy;

import io.github.miscope.estimator.AcceptsLevels;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.estimator.PointwiseEntropyEstimate;
import io.github.miscope.estimator.PointwiseEntropyEstimator;
import io.github.miscope.estimator.PointwiseEstimate;
import io.github.miscope.estimator.PointwiseEstimator;
import io.github.miscope.sample.Samples;
import java.util.Objects;
import java.util.Optional;

/**
 * {@link EntropySum} of entropies that are means over the observations: it has pointwise values,
 * whose variance gives a standard error and an asymptotic 95 % interval.
 *
 * @param base the estimator of the entropies
 */
public record PointwiseEntropySum(PointwiseEntropyEstimator base)
    implements PointwiseEstimator, AcceptsLevels {

  /**
   * Refuses null.
   *
   * @param base the estimator of the entropies
   */
  public PointwiseEntropySum {
    Objects.requireNonNull(base, "base");
  }

  @Override
  public PointwiseEstimate pointwise(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    double[] nats = new double[samples.n()];
    Estimate estimate =
        new EntropySummation(
                toString(),
                variable -> {
                  PointwiseEntropyEstimate part = base.estimatePointwise(variable);
                  return new EntropySummation.TermEntropy(part.estimate(), part.nats());
                })
            .sum(samples, nats);
    return new PointwiseEstimate(estimate, nats);
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    Objects.requireNonNull(type, "type");
    if (type == NearestNeighbours.class && base instanceof NeighbourEntropy neighbours) {
      return Optional.of(
          type.cast((NearestNeighbours) k -> new PointwiseEntropySum(neighbours.withK(k))));
    }
    return PointwiseEstimator.super.capability(type);
  }

  /**
   * The same with another number of neighbours of the entropy inside.
   *
   * @param k the number of nearest neighbours
   * @return a copy with that k
   * @throws IllegalArgumentException if k &lt; 1, or if the entropy has no k
   */
  public PointwiseEntropySum withK(int k) {
    return (PointwiseEntropySum) NearestNeighbours.withK(this, k);
  }

  @Override
  public boolean suitsRanks() {
    return base.suitsRanks();
  }

  @Override
  public String toString() {
    return EntropySummation.label(base);
  }
}
