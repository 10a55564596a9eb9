package io.github.miscope.estimator;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.sample.Samples;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A function of samples under a label. */
record FunctionEstimator(String label, ToDoubleFunction<Samples> nats)
    implements MutualInformationEstimator, Identified {

  FunctionEstimator {
    if (label.isBlank()) {
      throw new IllegalArgumentException("the label of an estimator must not be blank");
    }
  }

  @Override
  public Estimate estimate(Samples samples) {
    EstimationInterruptedException.throwIfInterrupted(label);
    double value = nats.applyAsDouble(samples);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          label + " gave " + value + ": an estimate must be finite, in nats");
    }
    return new Estimate(value, label, samples.n(), samples.dX(), samples.dY(), Map.of(), List.of());
  }

  /** The function cannot be compared: the label stands for it. */
  @Override
  public void identify(IdentityDigest digest) {
    digest.addName(label);
  }

  @Override
  public String toString() {
    return label;
  }
}
