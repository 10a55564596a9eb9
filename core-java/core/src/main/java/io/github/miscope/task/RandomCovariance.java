package io.github.miscope.task;

import io.github.miscope.sample.Seed;
import org.jspecify.annotations.Nullable;

/** A normal vector whose correlation matrix is drawn anew in each trial. */
record RandomCovariance(int dX, int dY) implements Task {

  RandomCovariance {
    Require.atLeast(1, "dX", dX);
    Require.atLeast(1, "dY", dY);
  }

  @Override
  public RandomGaussian source(Seed trial) {
    return new RandomGaussian(dX, dY, trial.derive("covariance"));
  }

  @Override
  public RandomCovariance withDimension(int d) {
    Require.atLeast(1, "d", d);
    return new RandomCovariance(d, d);
  }

  @Override
  public String toString() {
    return label(null);
  }

  @Override
  public String labelWithout(TaskParameter swept) {
    return label(swept);
  }

  private String label(@Nullable TaskParameter swept) {
    return Labels.task(
        "randomGaussian",
        Labels.unless(swept == TaskParameter.DIMENSION, "dX = " + dX()),
        Labels.unless(swept == TaskParameter.DIMENSION, "dY = " + dY()));
  }
}
