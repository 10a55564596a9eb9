package io.github.miscope.task;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;

/** A normal value and an independent one bent into a surface of 32 dimensions. */
record ManifoldEmbedding() implements Embedding {

  private static final int WIDTH = 32;

  @Override
  public Variable apply(Variable variable, Seed seed) {
    dimension(variable.d());
    int n = variable.n();
    double[] x = variable.column(0).clone();
    double[] z = Draws.uniform(n, seed, "z", 0);
    double[][] columns = new double[WIDTH][n];
    double[][] restored = new double[1][n];
    for (int i = 0; i < n; i++) {
      Sampling.poll(i);
      columns[0][i] = 2 * StandardNormal.probability(x[i]) - 1;
      columns[1][i] = 2 * z[i] - 1;
      for (int k = 2; k < WIDTH; k++) {
        double a = columns[0][i] + k * columns[1][i];
        columns[k][i] = Math.max(a, 0.1 * k * a);
      }
      restored[0][i] = StandardNormal.quantile((1 + columns[0][i]) / 2);
    }
    RoundTrip.check(this, variable, columns, restored);
    return Variable.ofColumns(variable.name(), columns);
  }

  @Override
  public int dimension(int d) {
    if (d != 1) {
      throw new IllegalArgumentException(this + " applies to variables of 1 dimension: d=" + d);
    }
    return WIDTH;
  }

  @Override
  public String toString() {
    return "bentSurface";
  }
}
