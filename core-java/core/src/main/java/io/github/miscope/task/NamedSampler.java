package io.github.miscope.task;

/** A sampler under a name. */
record NamedSampler(String name, Sampler base) implements SamplerWrapper {

  @Override
  public Sampler latent() {
    return new NamedSampler(name, base.latent());
  }

  @Override
  public String toString() {
    return name;
  }
}
