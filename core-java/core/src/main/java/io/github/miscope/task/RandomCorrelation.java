package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import org.jspecify.annotations.Nullable;

/** Correlated Gaussians whose correlation is drawn anew in each trial. */
record RandomCorrelation(int d, double low, double high) implements Task {

  RandomCorrelation {
    Check.atLeast("d", d, 1);
    Require.correlation("rhoLow", low);
    Require.correlation("rhoHigh", high);
    Require.range("rhoLow", low, "rhoHigh", high);
  }

  @Override
  public CorrelatedGaussians source(Seed trial) {
    return new CorrelatedGaussians(d, Draws.between(low, high, trial.derive("rho")));
  }

  @Override
  public RandomCorrelation withDimension(int dimension) {
    return new RandomCorrelation(dimension, low, high);
  }

  @Override
  public CorrelatedGaussians withCorrelation(double rho) {
    return new CorrelatedGaussians(d, rho);
  }

  @Override
  public CorrelatedGaussians withSignalToNoise(double ratio) {
    return new CorrelatedGaussians(d, 0).withSignalToNoise(ratio);
  }

  @Override
  public CorrelatedGaussians withInformation(double nats) {
    return new CorrelatedGaussians(d, 0).withInformation(nats);
  }

  @Override
  public String labelWithout(@Nullable TaskParameter swept) {
    return TaskLabels.oneParameter(
        "correlatedGaussians", d, "rho", TaskLabels.range(low, high), swept);
  }

  @Override
  public String toString() {
    return labelWithout(null);
  }
}
