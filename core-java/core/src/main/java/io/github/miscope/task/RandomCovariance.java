package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A normal vector whose covariance is drawn anew in each trial. */
record RandomCovariance(int dX, int dY, FactorDraw draw) implements Task {

  RandomCovariance {
    Check.atLeast("dX", dX, 1);
    Check.atLeast("dY", dY, 1);
    Objects.requireNonNull(draw, "draw");
  }

  @Override
  public RandomGaussian source(Seed trial) {
    return new RandomGaussian(dX, dY, draw, draw.seed(trial));
  }

  @Override
  public RandomCovariance withDimension(int d) {
    Check.atLeast("d", d, 1);
    return new RandomCovariance(d, d, draw);
  }

  @Override
  public String labelWithout(@Nullable TaskParameter swept) {
    return TaskLabels.task(
        draw.label(),
        TaskLabels.unless(swept == TaskParameter.DIMENSION, "dX = " + dX()),
        TaskLabels.unless(swept == TaskParameter.DIMENSION, "dY = " + dY()));
  }

  @Override
  public String toString() {
    return labelWithout(null);
  }
}
