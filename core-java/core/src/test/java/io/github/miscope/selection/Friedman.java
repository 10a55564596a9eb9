package io.github.miscope.selection;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Data like those of Friedman (Annals of Statistics 19, 1991): a target of five columns with an
 * interaction, a parabola and two lines, scaled so that each has a like part of the variance;
 * copies of the five; columns of noise.
 */
record Friedman(Variable target, List<Variable> columns) {

  static Friedman of(int n, int noise, long seed) {
    UniformRandomProvider random = Seed.of(seed).derive("friedman").generator();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] x = new double[10 + noise][n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < x.length; j++) {
        x[j][i] = random.nextDouble();
      }
      for (int j = 0; j < 5; j++) {
        x[5 + j][i] = x[j][i];
      }
      y[i] =
          10 * Math.sin(Math.PI * x[0][i] * x[1][i])
              + 30 * (x[2][i] - 0.5) * (x[2][i] - 0.5)
              + 8 * x[3][i]
              + 8 * x[4][i]
              + normal.sample();
    }
    List<Variable> columns = new ArrayList<>();
    for (int j = 0; j < x.length; j++) {
      String name = j < 5 ? "x" + (j + 1) : j < 10 ? "copy" + (j - 4) : "noise" + (j - 9);
      columns.add(Variable.of(name, x[j]));
    }
    return new Friedman(Variable.of("y", y), columns);
  }
}
