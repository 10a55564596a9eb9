package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import org.jspecify.annotations.Nullable;

/** A normal signal in normal noise whose standard deviation is drawn anew in each trial. */
record RandomNoise(int d, double low, double high) implements Task {

  RandomNoise {
    Check.atLeast("d", d, 1);
    Require.noise("sigmaLow", low);
    Require.noise("sigmaHigh", high);
    Require.range("sigmaLow", low, "sigmaHigh", high);
  }

  @Override
  public AdditiveGaussianNoise source(Seed trial) {
    return new AdditiveGaussianNoise(d, Draws.between(low, high, trial.derive("sigma")));
  }

  @Override
  public RandomNoise withDimension(int dimension) {
    return new RandomNoise(dimension, low, high);
  }

  @Override
  public AdditiveGaussianNoise withCorrelation(double rho) {
    return new AdditiveGaussianNoise(d, low).withCorrelation(rho);
  }

  @Override
  public AdditiveGaussianNoise withSignalToNoise(double ratio) {
    return new AdditiveGaussianNoise(d, low).withSignalToNoise(ratio);
  }

  @Override
  public String labelWithout(@Nullable TaskParameter swept) {
    return TaskLabels.oneParameter(
        "additiveGaussianNoise", d, "sigma", TaskLabels.range(low, high), swept);
  }

  @Override
  public String toString() {
    return labelWithout(null);
  }
}
