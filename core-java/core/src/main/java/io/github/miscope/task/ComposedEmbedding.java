package io.github.miscope.task;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;

/** Maps one after another, at least one of them an embedding. */
record ComposedEmbedding(Steps steps) implements Embedding {

  @Override
  public Variable apply(Variable variable, Seed seed) {
    return steps.apply(variable, seed);
  }

  @Override
  public int dimension(int d) {
    return steps.dimension(d);
  }

  @Override
  public Bijection latent() {
    return steps.latent();
  }

  @Override
  public String toString() {
    return steps.toString();
  }
}
