package io.github.miscope.benchmarks;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Distributions for coverage, and pairs of independent variables for p-values. */
final class Scenarios {

  /** A distribution with known mutual information. */
  record Scenario(String name, double truth, BiFunction<Integer, Seed, Samples> draw) {}

  private static final int STUDENT_FREEDOM = 3;

  private Scenarios() {}

  static List<Scenario> forCoverage() {
    List<Scenario> all = new ArrayList<>();
    for (int d : new int[] {1, 3}) {
      for (double rho : new double[] {0, 0.5, 0.9}) {
        all.add(
            new Scenario(
                "Gaussian, d = " + d + ", rho = " + rho,
                -0.5 * d * Math.log1p(-rho * rho),
                Tasks.correlatedGaussians(d, rho)::sample));
      }
    }
    all.add(
        new Scenario(
            "Student t, 3 degrees of freedom, d = 1", studentInformation(), Scenarios::student));
    for (double a : new double[] {0.1, 0.75}) {
      all.add(
          new Scenario(
              "uniform additive noise, a = " + a,
              a / 2 - Math.log(a),
              Tasks.additiveUniformNoise(1, a)::sample));
    }
    return all;
  }

  static List<Scenario> independentContinuous() {
    return List.of(
        new Scenario("Gaussian, d = 1", 0, Tasks.correlatedGaussians(1, 0)::sample),
        new Scenario("Gaussian, d = 3", 0, Tasks.correlatedGaussians(3, 0)::sample),
        new Scenario(
            "Gaussian rounded to 0.5", 0, (n, seed) -> rounded(gaussian(n, seed), 0.5, 0.5)),
        new Scenario("Gaussian, X rounded to 1", 0, (n, seed) -> rounded(gaussian(n, seed), 1, 0)));
  }

  /** Several columns that depend on each other, but not on those of the other variable. */
  static List<Scenario> independentColumns() {
    return List.of(
        new Scenario(
            "1 and 4 columns with a common factor", 0, (n, seed) -> factors(n, 1, 4, seed)),
        new Scenario(
            "5 and 5 columns with a common factor", 0, (n, seed) -> factors(n, 5, 5, seed)));
  }

  private static Samples factors(int n, int dX, int dY, Seed seed) {
    return Samples.ofColumns(factor(n, dX, seed.derive("x")), factor(n, dY, seed.derive("y")));
  }

  private static double[][] factor(int n, int d, Seed seed) {
    double[] common = normals(n, seed.derive("common"));
    double[][] columns = new double[d][];
    for (int j = 0; j < d; j++) {
      columns[j] = normals(n, seed.derive("own", j));
      for (int i = 0; i < n; i++) {
        columns[j][i] += common[i];
      }
    }
    return columns;
  }

  private static double[] normals(int n, Seed seed) {
    return ZigguratSampler.NormalizedGaussian.of(seed.generator()).samples(n).toArray();
  }

  /** Three levels each. */
  static Scenario independentDiscrete() {
    return new Scenario(
        "discrete, 3 and 3 levels",
        0,
        (n, seed) -> {
          Samples samples = gaussian(n, seed);
          return new Samples(levels(samples.x()), levels(samples.y()));
        });
  }

  /** A normal X and three levels of Y. */
  static Scenario independentMixed() {
    return new Scenario(
        "Gaussian and 3 levels",
        0,
        (n, seed) -> {
          Samples samples = gaussian(n, seed);
          return new Samples(samples.x(), levels(samples.y()));
        });
  }

  private static Variable levels(Variable variable) {
    int[] codes = new int[variable.n()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (int) Math.max(-1, Math.min(1, Math.rint(variable.get(i, 0))));
    }
    return Variable.discrete(variable.name(), codes);
  }

  private static Samples gaussian(int n, Seed seed) {
    return Tasks.correlatedGaussians(1, 0).sample(n, seed);
  }

  private static Samples rounded(Samples samples, double stepX, double stepY) {
    return Samples.of(rounded(samples.x().column(0), stepX), rounded(samples.y().column(0), stepY));
  }

  private static double[] rounded(double[] values, double step) {
    for (int i = 0; step > 0 && i < values.length; i++) {
      values[i] = step * Math.rint(values[i] / step);
    }
    return values;
  }

  /** Two normal variables over one shared root of chi-square/3. */
  private static Samples student(int n, Seed seed) {
    UniformRandomProvider random = seed.generator();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double square = 0;
      for (int j = 0; j < STUDENT_FREEDOM; j++) {
        double v = normal.sample();
        square += v * v;
      }
      double factor = Math.sqrt(STUDENT_FREEDOM / square);
      x[i] = factor * normal.sample();
      y[i] = factor * normal.sample();
    }
    return Samples.of(x, y);
  }

  private static double studentInformation() {
    return 2 * studentEntropy(1) - studentEntropy(2);
  }

  /** The entropy of a d-dimensional Student vector of unit dispersion. */
  private static double studentEntropy(int d) {
    double half = STUDENT_FREEDOM / 2.0;
    double sum = half + d / 2.0;
    return LogGamma.value(half)
        - LogGamma.value(sum)
        + d / 2.0 * Math.log(STUDENT_FREEDOM * Math.PI)
        + sum * (Digamma.value(sum) - Digamma.value(half));
  }
}
