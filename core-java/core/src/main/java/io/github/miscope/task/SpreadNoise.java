package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import org.jspecify.annotations.Nullable;

/** A normal signal in normal noise whose standard deviation is drawn anew in each trial. */
record SpreadNoise(int d, ScalePaper.Range sigma, ScalePaper.Spread spread) implements Task {

  SpreadNoise {
    Check.atLeast("d", d, 1);
  }

  @Override
  public AdditiveGaussianNoise source(Seed trial) {
    double part = Draws.between(0, 1, trial.derive("sigma"));
    return new AdditiveGaussianNoise(d, spread.between(sigma, part));
  }

  @Override
  public String labelWithout(@Nullable TaskParameter swept) {
    return TaskLabels.oneParameter(
        "additiveGaussianNoise", d, "sigma", TaskLabels.range(sigma.low(), sigma.high()), swept);
  }

  @Override
  public String toString() {
    return labelWithout(null);
  }
}
