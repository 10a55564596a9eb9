package io.github.miscope.estimator.entropy;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.estimator.PointwiseEntropyEstimate;
import io.github.miscope.estimator.PointwiseEntropyEstimator;
import io.github.miscope.estimator.PointwiseEstimate;
import io.github.miscope.estimator.PointwiseEstimator;
import io.github.miscope.sample.Samples;

/**
 * {@link EntropySum} of entropies that are means over the observations: it has pointwise values,
 * whose variance gives a standard error and an asymptotic 95 % interval.
 *
 * @param base the estimator of the entropies
 */
public record PointwiseEntropySum(PointwiseEntropyEstimator base)
    implements PointwiseEstimator, NearestNeighbours {

  @Override
  public PointwiseEstimate pointwise(Samples samples) {
    double[] nats = new double[samples.n()];
    Estimate estimate =
        new EntropySummation(
                toString(),
                variable -> {
                  PointwiseEntropyEstimate part = base.estimatePointwise(variable);
                  return new EntropySummation.Part(part.estimate(), part.nats());
                })
            .sum(samples, nats);
    return new PointwiseEstimate(estimate, nats);
  }

  @Override
  public PointwiseEntropySum withK(int k) {
    if (base instanceof NeighbourEntropy neighbours) {
      return new PointwiseEntropySum(neighbours.withK(k));
    }
    throw new IllegalArgumentException(this + " has no number of neighbours k to set to " + k);
  }

  @Override
  public String toString() {
    return EntropySummation.label(base);
  }
}
