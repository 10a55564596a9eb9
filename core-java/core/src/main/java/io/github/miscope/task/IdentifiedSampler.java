package io.github.miscope.task;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;

/** A sampler whose code a name stands for. */
record IdentifiedSampler(String name, Sampler base) implements SamplerWrapper, Identified {

  IdentifiedSampler {
    IdentifiedTask.requireName(name);
  }

  @Override
  public void identify(IdentityDigest digest) {
    digest.addName(name);
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
  public Sampler withInformation(double nats) {
    return base.withInformation(nats)
        .identifiedBy(IdentifiedTask.changed(name, "mutual information", nats));
  }

  @Override
  public Sampler latent() {
    return base.latent().identifiedBy(IdentifiedTask.latent(name));
  }

  @Override
  public String toString() {
    return name;
  }
}
