package io.github.miscope.task;

import io.github.miscope.sample.Seed;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A task whose X and Y are mapped, in each trial, so that the MI is kept. */
record MappedTask(Task base, InformationPreservingMap mapX, InformationPreservingMap mapY)
    implements Task {

  @Override
  public OptionalInt mostSamples() {
    return base.mostSamples();
  }

  @Override
  public Source source(Seed trial) {
    Source source = base.source(trial);
    return source instanceof Sampler sampler
        ? sampler.map(mapX, mapY)
        : new MappedSource(source, mapX, mapY);
  }

  /** Composes the maps, so that each step has a seed of its own. */
  @Override
  public MappedTask map(InformationPreservingMap nextX, InformationPreservingMap nextY) {
    return new MappedTask(base, mapX.then(nextX), mapY.then(nextY));
  }

  @Override
  public Task withDimension(int d) {
    return base.withDimension(d).map(mapX, mapY);
  }

  @Override
  public Task withCorrelation(double rho) {
    return base.withCorrelation(rho).map(mapX, mapY);
  }

  @Override
  public Task withSignalToNoise(double ratio) {
    return base.withSignalToNoise(ratio).map(mapX, mapY);
  }

  @Override
  public Task withInformation(double nats) {
    return base.withInformation(nats).map(mapX, mapY);
  }

  @Override
  public Task latent() {
    return base.latent().map(mapX.latent(), mapY.latent());
  }

  @Override
  public String labelWithout(@Nullable TaskParameter swept) {
    return MappedSource.label(base.labelWithout(swept), mapX, mapY);
  }

  @Override
  public String toString() {
    return MappedSource.label(base, mapX, mapY);
  }
}
