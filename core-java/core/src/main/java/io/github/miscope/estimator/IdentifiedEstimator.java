package io.github.miscope.estimator;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.sample.Samples;

/** An estimator whose code a name stands for. */
record IdentifiedEstimator(String name, MutualInformationEstimator base)
    implements EstimatorWrapper, Identified {

  IdentifiedEstimator {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a name that identifies must not be blank");
    }
  }

  @Override
  public void identify(IdentityDigest digest) {
    digest.addName(name);
  }

  /** The name does not stand for another estimator, so that a change becomes part of it. */
  @Override
  public IdentifiedEstimator withBase(MutualInformationEstimator changed) {
    return new IdentifiedEstimator(name + ": " + changed, changed);
  }

  @Override
  public Estimate estimate(Samples samples) {
    return base.estimate(samples).labelled(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
