package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;

/** Several copies side by side. */
record DuplicateSelf(int copies) implements Embedding {

  DuplicateSelf {
    Check.atLeast("copies", copies, 1);
  }

  @Override
  public Variable apply(Variable variable, Seed seed) {
    Check.memory("copies", copies, variable.d(), variable.n());
    double[][] columns = variable.columns();
    double[][] repeated = new double[dimension(columns.length)][];
    for (int j = 0; j < repeated.length; j++) {
      repeated[j] = columns[j % columns.length];
    }
    return Variable.ofColumns(variable.name(), repeated);
  }

  @Override
  public int dimension(int d) {
    return Math.multiplyExact(copies, d);
  }

  @Override
  public String toString() {
    return "duplicateSelf(" + copies + ")";
  }
}
