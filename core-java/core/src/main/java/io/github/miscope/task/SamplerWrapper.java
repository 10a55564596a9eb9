package io.github.miscope.task;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;

/** A sampler that draws what another draws. */
interface SamplerWrapper extends Sampler {

  /** The other. */
  Sampler base();

  @Override
  default int dX() {
    return base().dX();
  }

  @Override
  default int dY() {
    return base().dY();
  }

  @Override
  default double mutualInformation() {
    return base().mutualInformation();
  }

  @Override
  default Samples sample(int n, Seed seed) {
    return base().sample(n, seed);
  }
}
