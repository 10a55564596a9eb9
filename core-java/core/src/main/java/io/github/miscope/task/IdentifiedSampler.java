package io.github.miscope.task;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;

/** A sampler whose code a name stands for. */
record IdentifiedSampler(String name, Sampler base) implements Sampler, Identified {

  IdentifiedSampler {
    IdentifiedTask.requireName(name);
  }

  @Override
  public void identify(IdentityDigest digest) {
    digest.addName(name);
  }

  @Override
  public int dX() {
    return base.dX();
  }

  @Override
  public int dY() {
    return base.dY();
  }

  @Override
  public double mutualInformation() {
    return base.mutualInformation();
  }

  @Override
  public Samples sample(int n, Seed seed) {
    return base.sample(n, seed);
  }

  @Override
  public Sampler withDimension(int d) {
    return base.withDimension(d).identifiedBy(IdentifiedTask.changed(name, "dimension", d));
  }

  @Override
  public Sampler withCorrelation(double rho) {
    return base.withCorrelation(rho).identifiedBy(IdentifiedTask.changed(name, "correlation", rho));
  }

  @Override
  public Sampler withSignalToNoise(double ratio) {
    return base.withSignalToNoise(ratio)
        .identifiedBy(IdentifiedTask.changed(name, "signal-to-noise ratio", ratio));
  }

  @Override
  public String toString() {
    return name;
  }
}
