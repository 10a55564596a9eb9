package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;

/** Columns of independent normal noise after those of the variable. */
record DuplicateNoise(int k, double sigma) implements Embedding {

  DuplicateNoise {
    Check.atLeast("k", k, 1);
    Check.positive("sigma", sigma);
  }

  @Override
  public Variable apply(Variable variable, Seed seed) {
    Check.memory("noise columns", k, variable.n());
    double[][] columns = Arrays.copyOf(variable.columns(), dimension(variable.d()));
    for (int j = 0; j < k; j++) {
      double[] noise = Draws.normal(variable.n(), seed, "noise", j);
      for (int i = 0; i < noise.length; i++) {
        noise[i] *= sigma;
      }
      columns[variable.d() + j] = noise;
    }
    return Variable.ofColumns(variable.name(), columns);
  }

  @Override
  public int dimension(int d) {
    return Math.addExact(d, k);
  }

  @Override
  public String toString() {
    return "duplicateNoise(" + k + ", " + TaskLabels.number(sigma) + ")";
  }
}
