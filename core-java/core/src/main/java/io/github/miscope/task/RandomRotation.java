package io.github.miscope.task;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;

/** A random orthogonal matrix, drawn anew from each seed. */
record RandomRotation() implements Bijection {

  @Override
  public Variable apply(Variable variable, Seed seed) {
    double[][] rotation = Matrices.orthonormalRows(variable.d(), variable.d(), seed);
    return variable.withColumns(Linear.product(rotation, variable.columns()));
  }

  @Override
  public String toString() {
    return "randomRotation";
  }
}
