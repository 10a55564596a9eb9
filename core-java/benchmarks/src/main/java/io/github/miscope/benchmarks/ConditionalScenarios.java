package io.github.miscope.benchmarks;

import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Distributions of (X, Y, Z), mostly with X and Y independent given Z. */
final class ConditionalScenarios {

  /** A distribution by name, the sizes to measure, and samples from it. */
  record Scenario(
      String name, List<Integer> sizes, BiFunction<Integer, Seed, ConditionalSamples> draw) {}

  /** What makes X and Y of the columns of Z. */
  @FunctionalInterface
  private interface Model {
    void fill(double[] z, double[] xy, double[] noise);
  }

  private static final List<Integer> BOTH = List.of(100, 500);

  private ConditionalScenarios() {}

  private static double line(double t) {
    return t;
  }

  private static double square(double t) {
    return t * t;
  }

  private static double wave(double t) {
    return Math.sin(2 * t);
  }

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    for (int d : new int[] {1, 3, 5}) {
      for (double s : new double[] {1, 3, 10}) {
        all.add(
            sums(
                "X, Y = s sum z / sqrt d + e",
                d,
                s,
                ConditionalScenarios::line,
                ConditionalScenarios::line,
                BOTH));
        all.add(
            sums(
                "X = s sum z^2 / sqrt d + e, Y = s sum sin 2z / sqrt d + e",
                d,
                s,
                ConditionalScenarios::square,
                ConditionalScenarios::wave,
                BOTH));
      }
    }
    for (double s : new double[] {1, 3, 10}) {
      all.add(levels(s));
      all.add(mixed(s));
    }
    all.add(
        scenario(
            "X, Y = mean of 10 columns + 0.1 e",
            List.of(500),
            10,
            (z, xy, e) -> {
              double mean = Arrays.stream(z).sum() / 10;
              xy[0] = mean + 0.1 * e[0];
              xy[1] = mean + 0.1 * e[1];
            }));
    all.add(copy(1));
    all.add(copy(3));
    for (int d : new int[] {1, 3, 5}) {
      all.add(
          sums(
              "X, Y = s sum z^2 / sqrt d + e",
              d,
              10,
              ConditionalScenarios::square,
              ConditionalScenarios::square,
              BOTH));
      all.add(
          sums(
              "X, Y = s sum sin 2z / sqrt d + e",
              d,
              10,
              ConditionalScenarios::wave,
              ConditionalScenarios::wave,
              BOTH));
    }
    all.add(
        scenario(
            "X, Y = 3 z1 z2 + e, d = 3",
            BOTH,
            3,
            (z, xy, e) -> {
              xy[0] = 3 * z[0] * z[1] + e[0];
              xy[1] = 3 * z[0] * z[1] + e[1];
            }));
    all.add(
        scenario(
            "X, Y = z + exp(0.7 z) e, d = 1",
            BOTH,
            1,
            (z, xy, e) -> {
              xy[0] = z[0] + Math.exp(0.7 * z[0]) * e[0];
              xy[1] = z[0] + Math.exp(0.7 * z[0]) * e[1];
            }));
    all.add(
        scenario(
            "X, Y = 3 z + e^3, d = 1",
            BOTH,
            1,
            (z, xy, e) -> {
              xy[0] = 3 * z[0] + e[0] * e[0] * e[0];
              xy[1] = 3 * z[0] + e[1] * e[1] * e[1];
            }));
    all.add(
        scenario(
            "X, Y = 3 z^3 + e, d = 1",
            BOTH,
            1,
            (z, xy, e) -> {
              xy[0] = 3 * z[0] * z[0] * z[0] + e[0];
              xy[1] = 3 * z[0] * z[0] * z[0] + e[1];
            }));
    return all;
  }

  static List<Scenario> forComparison() {
    List<Scenario> some = new ArrayList<>();
    some.add(
        sums(
            "X, Y = s sum z / sqrt d + e",
            1,
            3,
            ConditionalScenarios::line,
            ConditionalScenarios::line,
            BOTH));
    some.add(
        sums(
            "X, Y = s sum z / sqrt d + e",
            3,
            10,
            ConditionalScenarios::line,
            ConditionalScenarios::line,
            BOTH));
    some.add(
        sums(
            "X, Y = s sum z^2 / sqrt d + e",
            5,
            3,
            ConditionalScenarios::square,
            ConditionalScenarios::square,
            BOTH));
    some.add(
        sums(
            "X, Y = s sum sin 2z / sqrt d + e",
            5,
            10,
            ConditionalScenarios::wave,
            ConditionalScenarios::wave,
            List.of(100)));
    for (int d : new int[] {1, 3, 5}) {
      some.add(
          dependent(
              "partial rho 0.3, X, Y linear",
              d,
              ConditionalScenarios::line,
              (e, z) -> 0.3 * e[0] + Math.sqrt(0.91) * e[1]));
    }
    some.add(
        dependent(
            "partial rho 0.3, X, Y in sin 2z",
            3,
            ConditionalScenarios::wave,
            (e, z) -> 0.3 * e[0] + Math.sqrt(0.91) * e[1]));
    for (int d : new int[] {1, 5}) {
      some.add(
          dependent(
              "error of Y = 0.7 e^2 + ..",
              d,
              ConditionalScenarios::line,
              (e, z) -> 0.7 * (e[0] * e[0] - 1) / Math.sqrt(2) + Math.sqrt(0.51) * e[1]));
      some.add(
          dependent(
              "errors' rho = 0.7 sign z1",
              d,
              ConditionalScenarios::line,
              (e, z) -> 0.7 * Math.signum(z[0]) * e[0] + Math.sqrt(0.51) * e[1]));
    }
    return some;
  }

  private static Scenario sums(
      String name,
      int d,
      double s,
      DoubleUnaryOperator f,
      DoubleUnaryOperator g,
      List<Integer> sizes) {
    double factor = s / Math.sqrt(d);
    return scenario(
        String.format(Locale.ROOT, "%s, d = %d, s = %.0f", name, d, s),
        sizes,
        d,
        (z, xy, e) -> {
          xy[0] = factor * DoubleStream.of(z).map(f).sum() + e[0];
          xy[1] = factor * DoubleStream.of(z).map(g).sum() + e[1];
        });
  }

  private static Scenario dependent(
      String name, int d, DoubleUnaryOperator f, BiFunction<double[], double[], Double> error) {
    double factor = 3 / Math.sqrt(d);
    return scenario(
        name + ", d = " + d + ", s = 3",
        BOTH,
        d,
        (z, xy, e) -> {
          double sum = factor * DoubleStream.of(z).map(f).sum();
          xy[0] = sum + e[0];
          xy[1] = sum + error.apply(e, z);
        });
  }

  private static Scenario scenario(String name, List<Integer> sizes, int d, Model model) {
    return new Scenario(
        name,
        sizes,
        (n, seed) -> {
          double[][] z = new double[d][];
          for (int j = 0; j < d; j++) {
            z[j] = normals(n, seed.derive("z", j));
          }
          double[][] e = {normals(n, seed.derive("x")), normals(n, seed.derive("y"))};
          double[][] xy = new double[2][n];
          for (int i = 0; i < n; i++) {
            int row = i;
            double[] own = new double[2];
            model.fill(
                Arrays.stream(z).mapToDouble(column -> column[row]).toArray(),
                own,
                new double[] {e[0][i], e[1][i]});
            xy[0][i] = own[0];
            xy[1][i] = own[1];
          }
          return new ConditionalSamples(
              Variable.of("x", xy[0]), Variable.of("y", xy[1]), Variable.ofColumns("z", z));
        });
  }

  /** X and Y have other means within 4 levels of Z. */
  private static Scenario levels(double s) {
    return new Scenario(
        String.format(Locale.ROOT, "X, Y = s level + e, 4 levels, s = %.0f", s),
        BOTH,
        (n, seed) -> {
          int[] level = codes(n, 4, seed);
          return given(n, seed, Variable.discrete("z", level), i -> s * level[i]);
        });
  }

  /** X and Y have other slopes within 3 levels of Z. */
  private static Scenario mixed(double s) {
    return new Scenario(
        String.format(Locale.ROOT, "X, Y = s (level + level z) + e, 3 levels, s = %.0f", s),
        BOTH,
        (n, seed) -> {
          int[] level = codes(n, 3, seed);
          double[] z = normals(n, seed.derive("z", 0));
          return given(
              n,
              seed,
              Variable.join("z", Variable.discrete("g", level), Variable.of("t", z)),
              i -> s * (level[i] + level[i] * z[i]));
        });
  }

  private static Scenario copy(int d) {
    return new Scenario(
        "X = z1, Y = 3 z1 + e, d = " + d,
        BOTH,
        (n, seed) -> {
          double[][] z = new double[d][];
          for (int j = 0; j < d; j++) {
            z[j] = normals(n, seed.derive("z", j));
          }
          double[] e = normals(n, seed.derive("y"));
          double[] y = new double[n];
          Arrays.setAll(y, i -> 3 * z[0][i] + e[i]);
          return new ConditionalSamples(
              Variable.of("x", z[0]), Variable.of("y", y), Variable.ofColumns("z", z));
        });
  }

  private static ConditionalSamples given(
      int n, Seed seed, Variable z, java.util.function.IntToDoubleFunction mean) {
    double[] x = normals(n, seed.derive("x"));
    double[] y = normals(n, seed.derive("y"));
    for (int i = 0; i < n; i++) {
      x[i] += mean.applyAsDouble(i);
      y[i] += mean.applyAsDouble(i);
    }
    return new ConditionalSamples(Variable.of("x", x), Variable.of("y", y), z);
  }

  private static int[] codes(int n, int levels, Seed seed) {
    UniformRandomProvider random = seed.derive("levels").generator();
    int[] codes = new int[n];
    Arrays.setAll(codes, i -> random.nextInt(levels));
    return codes;
  }

  private static double[] normals(int n, Seed seed) {
    return ZigguratSampler.NormalizedGaussian.of(seed.generator()).samples(n).toArray();
  }
}
