package io.github.miscope.task;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import org.apache.commons.rng.UniformRandomProvider;

/** x to alpha W'x, with alpha and the entries of W uniform on (0, 1). */
record RandomMatrix() implements Bijection {

  @Override
  public Variable apply(Variable variable, Seed seed) {
    return Variable.ofColumns(
        variable.name(), Linear.product(draw(variable.d(), seed), variable.columns()));
  }

  /** alpha W'. Singular draws have probability 0 and bad ones a small one, so that this ends. */
  static double[][] draw(int d, Seed seed) {
    UniformRandomProvider random = seed.derive("randmat").generator();
    double alpha = open(random);
    double[][] matrix = new double[d][d];
    do {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          matrix[j][i] = alpha * open(random);
        }
      }
    } while (Matrices.inverseIfWell(matrix).isEmpty());
    return matrix;
  }

  /** Uniform on (0, 1), both ends excluded. */
  private static double open(UniformRandomProvider random) {
    double u;
    do {
      u = random.nextDouble();
    } while (u == 0);
    return u;
  }

  @Override
  public String toString() {
    return "randmat";
  }
}
