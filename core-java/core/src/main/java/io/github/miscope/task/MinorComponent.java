package io.github.miscope.task;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import org.jspecify.annotations.Nullable;

/** A normal vector of two coordinates, of which the one that varies less has all information. */
record MinorComponent(double nats, double variance) implements Sampler {

  MinorComponent {
    FixedInformationGaussians.correlation(1, nats);
    if (!(variance > 0 && variance < 1)) {
      throw new IllegalArgumentException(
          "variance must be above 0 and below 1: variance=" + variance);
    }
  }

  @Override
  public int dX() {
    return 2;
  }

  @Override
  public int dY() {
    return 1;
  }

  @Override
  public double mutualInformation() {
    return nats;
  }

  @Override
  public Samples sample(int n, Seed seed) {
    Require.samples(n, 3);
    double rho = FixedInformationGaussians.correlation(1, nats);
    double[] major = Draws.normal(n, seed, "x", 0);
    double[] minor = Draws.normal(n, seed, "x", 1);
    double[] y = Draws.normal(n, seed, "noise", 0);
    for (int i = 0; i < n; i++) {
      y[i] = rho * minor[i] + Math.sqrt(1 - rho * rho) * y[i];
      minor[i] *= Math.sqrt(variance);
    }
    return Samples.ofColumns(new double[][] {major, minor}, new double[][] {y});
  }

  @Override
  public MinorComponent withInformation(double newNats) {
    return new MinorComponent(newNats, variance);
  }

  @Override
  public String labelWithout(@Nullable TaskParameter swept) {
    return TaskLabels.task(
        "informationInMinorComponent",
        TaskLabels.unless(
            swept == TaskParameter.INFORMATION, "MI = " + TaskLabels.number(nats) + " nats"),
        "variance = " + TaskLabels.number(variance));
  }

  @Override
  public String toString() {
    return labelWithout(null);
  }
}
