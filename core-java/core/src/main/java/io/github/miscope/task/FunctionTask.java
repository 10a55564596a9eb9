package io.github.miscope.task;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/** A function that draws samples, under a label. */
record FunctionTask(String label, OptionalDouble nats, BiFunction<Integer, Seed, Samples> draw)
    implements Source, Task, Identified {

  FunctionTask {
    Require.label(label);
    if (nats.isPresent() && !(nats.getAsDouble() >= 0)) {
      throw new IllegalArgumentException(
          "the mutual information of " + label + " must be >= 0: nats=" + nats.getAsDouble());
    }
  }

  @Override
  public Samples sample(int n, Seed seed) {
    Check.atLeast("n", n, 2);
    Samples samples = draw.apply(n, seed);
    if (samples.n() != n) {
      throw new IllegalArgumentException(
          label + " drew " + samples.n() + " observations where n=" + n + " were asked for");
    }
    return samples;
  }

  @Override
  public OptionalDouble knownMutualInformation() {
    return nats;
  }

  @Override
  public Source source(Seed trial) {
    return this;
  }

  /** The function cannot be compared: the label stands for it. */
  @Override
  public void identify(IdentityDigest digest) {
    digest.addName(label).add("nats", nats);
  }

  @Override
  public String toString() {
    return label;
  }
}
