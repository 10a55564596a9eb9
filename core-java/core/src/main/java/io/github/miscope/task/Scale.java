package io.github.miscope.task;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;

/** Multiplication by a factor. */
record Scale(double factor) implements Bijection {

  Scale {
    if (factor == 0 || !Double.isFinite(factor)) {
      throw new IllegalArgumentException("factor must be finite and not zero: factor=" + factor);
    }
  }

  @Override
  public Variable apply(Variable variable, Seed seed) {
    return Columns.map(this, x -> factor * x, variable);
  }

  @Override
  public String toString() {
    return "scale(" + TaskLabels.number(factor) + ")";
  }
}
