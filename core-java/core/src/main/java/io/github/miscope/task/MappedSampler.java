package io.github.miscope.task;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import org.jspecify.annotations.Nullable;

/** A sampler whose X and Y are mapped so that the MI is kept. */
record MappedSampler(Sampler base, InformationPreservingMap mapX, InformationPreservingMap mapY)
    implements Sampler {

  MappedSampler {
    // The maps must apply to these dimensions: better known now than when samples are drawn.
    mapX.dimension(base.dX());
    mapY.dimension(base.dY());
  }

  @Override
  public int dX() {
    return mapX.dimension(base.dX());
  }

  @Override
  public int dY() {
    return mapY.dimension(base.dY());
  }

  @Override
  public double mutualInformation() {
    return base.mutualInformation();
  }

  @Override
  public Samples sample(int n, Seed seed) {
    return MappedSource.sample(base, mapX, mapY, n, seed);
  }

  /** Composes the maps, so that each step has a seed of its own. */
  @Override
  public MappedSampler map(InformationPreservingMap nextX, InformationPreservingMap nextY) {
    return new MappedSampler(base, mapX.then(nextX), mapY.then(nextY));
  }

  @Override
  public Sampler withDimension(int d) {
    return base.withDimension(d).map(mapX, mapY);
  }

  @Override
  public Sampler withCorrelation(double rho) {
    return base.withCorrelation(rho).map(mapX, mapY);
  }

  @Override
  public Sampler withSignalToNoise(double ratio) {
    return base.withSignalToNoise(ratio).map(mapX, mapY);
  }

  @Override
  public Sampler withInformation(double nats) {
    return base.withInformation(nats).map(mapX, mapY);
  }

  @Override
  public Sampler latent() {
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
