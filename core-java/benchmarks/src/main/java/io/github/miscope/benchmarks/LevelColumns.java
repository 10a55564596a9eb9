package io.github.miscope.benchmarks;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** A discrete variable against many normal columns, few of which depend on it. */
final class LevelColumns {

  /**
   * A distribution.
   *
   * @param nats I(X;Y)
   */
  record Scenario(String name, double nats, Function<Seed, Samples> draw) {}

  /** Draws for truths without a closed form: a standard error of 0.001. */
  private static final int DRAWS = 400_000;

  private static final int N = 1000;

  private LevelColumns() {}

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    for (Worlds.World world : Worlds.all()) {
      if (world.name().startsWith("class means")) {
        all.add(new Scenario(world.name(), world.nats(), seed -> world.draw().apply(N, seed)));
      }
    }
    for (int levels : new int[] {3, 5}) {
      for (double shift : new double[] {1.5, 3}) {
        double nats = cornerInformation(levels, shift);
        for (int d : new int[] {levels, 30, 100}) {
          all.add(
              new Scenario(
                  levels + " means, " + shift + " from the origin, in " + d + " columns",
                  nats,
                  seed -> corners(N, d, levels, shift, seed)));
        }
      }
    }
    for (int d : new int[] {2, 10, 40}) {
      all.add(
          new Scenario(
              "deviations 1 and 3 in 2 of " + d + " columns",
              deviationInformation(3),
              seed -> deviations(d, 3, seed)));
      all.add(new Scenario("sign of a product, " + d + " columns", Math.log(2), s -> signs(d, s)));
    }
    for (int[] size :
        new int[][] {{100, 5, 2}, {100, 50, 2}, {N, 5, 2}, {N, 30, 2}, {N, 30, 5}, {200, 10, 10}}) {
      for (double common : new double[] {0, 2}) {
        all.add(
            new Scenario(
                size[2]
                    + " independent levels, "
                    + size[1]
                    + " columns"
                    + (common > 0 ? " with a common factor" : "")
                    + ", n = "
                    + size[0],
                0,
                seed -> independent(size[0], size[1], size[2], common, seed)));
      }
    }
    return all;
  }

  private static Samples independent(int n, int d, int levels, double common, Seed seed) {
    UniformRandomProvider random = seed.generator();
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    int[] level = new int[n];
    double[][] x = new double[d][n];
    for (int i = 0; i < n; i++) {
      level[i] = random.nextInt(levels);
      double factor = common * normal.sample();
      for (double[] column : x) {
        column[i] = normal.sample() + factor;
      }
    }
    return samples(x, level);
  }

  /** The mean of each level is on an axis of its own. */
  private static Samples corners(int n, int d, int levels, double shift, Seed seed) {
    Samples none = independent(n, d, levels, 0, seed);
    int[] level = none.y().levels();
    double[][] x = none.x().columns();
    for (int i = 0; i < n; i++) {
      x[level[i]][i] += shift;
    }
    return samples(x, level);
  }

  private static Samples deviations(int d, double ratio, Seed seed) {
    Samples none = independent(N, d, 2, 0, seed);
    int[] level = none.y().levels();
    double[][] x = none.x().columns();
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < 2; j++) {
        x[j][i] *= level[i] == 1 ? ratio : 1;
      }
    }
    return samples(x, level);
  }

  private static Samples signs(int d, Seed seed) {
    double[][] x = independent(N, d, 2, 0, seed).x().columns();
    int[] level = new int[N];
    for (int i = 0; i < N; i++) {
      level[i] = x[0][i] * x[1][i] > 0 ? 1 : 0;
    }
    return samples(x, level);
  }

  private static Samples samples(double[][] x, int[] level) {
    return new Samples(Variable.ofColumns("x", x), Variable.discrete("level", level));
  }

  private static double cornerInformation(int levels, double shift) {
    Samples draws = corners(DRAWS, levels, levels, shift, Seed.of(77));
    int[] level = draws.y().levels();
    double[][] x = draws.x().columns();
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      double own = 0;
      double all = 0;
      for (int j = 0; j < levels; j++) {
        double density = Math.exp(shift * x[j][i] - shift * shift / 2);
        all += density / levels;
        own = j == level[i] ? density : own;
      }
      sum += Math.log(own / all);
    }
    return sum / DRAWS;
  }

  private static double deviationInformation(double ratio) {
    UniformRandomProvider random = Seed.of(78).generator();
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      double scale = i % 2 == 1 ? ratio : 1;
      double squares = 0;
      for (int j = 0; j < 2; j++) {
        double v = scale * normal.sample();
        squares += v * v;
      }
      double narrow = Math.exp(-squares / 2);
      double wide = Math.exp(-squares / (2 * ratio * ratio)) / (ratio * ratio);
      sum += Math.log((i % 2 == 1 ? wide : narrow) / ((narrow + wide) / 2));
    }
    return sum / DRAWS;
  }
}
