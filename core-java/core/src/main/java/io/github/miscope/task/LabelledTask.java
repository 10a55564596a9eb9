package io.github.miscope.task;

import io.github.miscope.sample.Seed;
import java.util.OptionalInt;

/** A task under another label. */
record LabelledTask(Task base, String label) implements Task {

  LabelledTask {
    Require.label(label);
  }

  @Override
  public OptionalInt mostSamples() {
    return base.mostSamples();
  }

  @Override
  public Source source(Seed trial) {
    return base.source(trial);
  }

  @Override
  public Task withDimension(int d) {
    return new LabelledTask(base.withDimension(d), label);
  }

  @Override
  public Task withCorrelation(double rho) {
    return new LabelledTask(base.withCorrelation(rho), label);
  }

  @Override
  public Task withSignalToNoise(double ratio) {
    return new LabelledTask(base.withSignalToNoise(ratio), label);
  }

  @Override
  public Task withInformation(double nats) {
    return new LabelledTask(base.withInformation(nats), label);
  }

  @Override
  public Task latent() {
    return new LabelledTask(base.latent(), label);
  }

  @Override
  public String toString() {
    return label;
  }
}
