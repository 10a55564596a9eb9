package io.github.miscope.task;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.sample.Seed;

/** A task whose code a name stands for. */
record IdentifiedTask(String name, Task base) implements Task, Identified {

  IdentifiedTask {
    requireName(name);
  }

  static void requireName(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a name that identifies must not be blank");
    }
  }

  static String changed(String name, String option, double value) {
    return name + ", " + option + " = " + TaskLabels.number(value);
  }

  @Override
  public void identify(IdentityDigest digest) {
    digest.addName(name);
  }

  @Override
  public Source source(Seed trial) {
    return base.source(trial);
  }

  @Override
  public Task withDimension(int d) {
    return base.withDimension(d).identifiedBy(changed(name, "dimension", d));
  }

  @Override
  public Task withCorrelation(double rho) {
    return base.withCorrelation(rho).identifiedBy(changed(name, "correlation", rho));
  }

  @Override
  public Task withSignalToNoise(double ratio) {
    return base.withSignalToNoise(ratio)
        .identifiedBy(changed(name, "signal-to-noise ratio", ratio));
  }

  @Override
  public Task withInformation(double nats) {
    return base.withInformation(nats).identifiedBy(changed(name, "mutual information", nats));
  }

  @Override
  public Task latent() {
    return base.latent().identifiedBy(latent(name));
  }

  static String latent(String name) {
    return name + ", latent variables";
  }

  @Override
  public String toString() {
    return name;
  }
}
