package io.github.miscope.task;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;

/** A sampler under a name. */
record NamedSampler(String name, Sampler base) implements Sampler {

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
  public String toString() {
    return name;
  }
}
