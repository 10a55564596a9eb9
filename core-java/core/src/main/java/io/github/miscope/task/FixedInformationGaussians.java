package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import org.jspecify.annotations.Nullable;

/** {@link CorrelatedGaussians} whose rho is such that the MI is the same for every d. */
record FixedInformationGaussians(int d, double nats) implements PairedSampler {

  FixedInformationGaussians {
    Check.atLeast("d", d, 1);
    if (!(nats >= 0 && nats < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("nats must be finite and not negative: nats=" + nats);
    }
    if (rho(d, nats) >= 1) {
      throw new IllegalArgumentException(
          "nats must be at most about 18 per dimension, or rho rounds to 1: nats="
              + nats
              + ", d="
              + d);
    }
  }

  private static double rho(int d, double nats) {
    return Math.sqrt(-Math.expm1(-2 * nats / d));
  }

  private CorrelatedGaussians gaussians() {
    return new CorrelatedGaussians(d, rho(d, nats));
  }

  @Override
  public double mutualInformation() {
    return nats;
  }

  @Override
  public Samples sample(int n, Seed seed) {
    return gaussians().sample(n, seed);
  }

  @Override
  public FixedInformationGaussians withDimension(int dimension) {
    return new FixedInformationGaussians(dimension, nats);
  }

  @Override
  public String labelWithout(@Nullable TaskParameter swept) {
    return TaskLabels.task(
        "correlatedGaussians",
        TaskLabels.unless(swept == TaskParameter.DIMENSION, "d = " + d),
        "MI = " + TaskLabels.number(nats) + " nats");
  }

  @Override
  public String toString() {
    return labelWithout(null);
  }
}
