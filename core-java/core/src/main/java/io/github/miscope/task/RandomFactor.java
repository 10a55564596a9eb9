package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import org.jspecify.annotations.Nullable;

/** A normal vector whose covariance LL' is drawn anew in each trial. */
record RandomFactor(int dX, int dY) implements Task {

  RandomFactor {
    Check.atLeast("dX", dX, 1);
    Check.atLeast("dY", dY, 1);
  }

  @Override
  public RandomFactorGaussian source(Seed trial) {
    return new RandomFactorGaussian(dX, dY, trial.derive("factor"));
  }

  @Override
  public RandomFactor withDimension(int d) {
    Check.atLeast("d", d, 1);
    return new RandomFactor(d, d);
  }

  @Override
  public String labelWithout(@Nullable TaskParameter swept) {
    return TaskLabels.task(
        "randomFactorGaussian",
        TaskLabels.unless(swept == TaskParameter.DIMENSION, "dX = " + dX()),
        TaskLabels.unless(swept == TaskParameter.DIMENSION, "dY = " + dY()));
  }

  @Override
  public String toString() {
    return labelWithout(null);
  }
}
