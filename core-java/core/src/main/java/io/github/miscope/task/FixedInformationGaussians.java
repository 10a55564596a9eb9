package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@link CorrelatedGaussians} whose rho is such that the MI is the same for every number of pairs,
 * with independent coordinates beside them where X and Y have different numbers.
 */
record FixedInformationGaussians(int dX, int dY, double nats) implements Sampler {

  FixedInformationGaussians {
    Check.atLeast(dX == dY ? "d" : "dX", dX, 1);
    Check.atLeast("dY", dY, 1);
    correlation(Math.min(dX, dY), nats);
  }

  FixedInformationGaussians(int d, double nats) {
    this(d, d, nats);
  }

  /** The correlation of each of d pairs that share so much information. */
  static double correlation(int d, double nats) {
    if (!(nats >= 0 && nats < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("nats must be finite and not negative: nats=" + nats);
    }
    double rho = Math.sqrt(-Math.expm1(-2 * nats / d));
    if (rho >= 1) {
      throw new IllegalArgumentException(
          "nats must be at most about 18 per dimension, or rho rounds to 1: nats="
              + nats
              + ", d="
              + d);
    }
    return rho;
  }

  @Override
  public double mutualInformation() {
    return nats;
  }

  @Override
  public Samples sample(int n, Seed seed) {
    Require.samples(n, (long) dX + dY);
    int pairs = Math.min(dX, dY);
    Samples paired = new CorrelatedGaussians(pairs, correlation(pairs, nats)).sample(n, seed);
    return Samples.ofColumns(
        extended(paired.x().columns(), dX, n, seed, "x"),
        extended(paired.y().columns(), dY, n, seed, "noise"));
  }

  private static double[][] extended(double[][] columns, int d, int n, Seed seed, String purpose) {
    double[][] all = Arrays.copyOf(columns, d);
    for (int j = columns.length; j < d; j++) {
      all[j] = Draws.normal(n, seed, purpose, j);
    }
    return all;
  }

  @Override
  public FixedInformationGaussians withDimension(int dimension) {
    if (dX != dY) {
      throw Require.notApplicable(this, "dimension");
    }
    return new FixedInformationGaussians(dimension, nats);
  }

  @Override
  public FixedInformationGaussians withInformation(double newNats) {
    return new FixedInformationGaussians(dX, dY, newNats);
  }

  @Override
  public String labelWithout(@Nullable TaskParameter swept) {
    String[] dimensions =
        dX == dY ? new String[] {"d = " + dX} : new String[] {"dX = " + dX, "dY = " + dY};
    Stream<@Nullable String> shown =
        swept == TaskParameter.DIMENSION ? Stream.empty() : Arrays.stream(dimensions);
    String information =
        TaskLabels.unless(
            swept == TaskParameter.INFORMATION, "MI = " + TaskLabels.number(nats) + " nats");
    return TaskLabels.task(
        "correlatedGaussians", Stream.concat(shown, Stream.of(information)).toArray(String[]::new));
  }

  @Override
  public String toString() {
    return labelWithout(null);
  }
}
