package io.github.miscope.benchmarks;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/** Distributions of two discrete variables, with their mutual information. */
final class DiscreteTasks {

  private static final int[][] LEVELS = {
    {2, 2}, {5, 5}, {10, 10}, {20, 20}, {50, 50}, {200, 200}, {2, 50}, {5, 200}
  };

  /** How probable levels are. */
  enum Evenness {
    EVEN,
    /** As 1, 1/2, 1/3, ... */
    ZIPF
  }

  /** How cells depart from the product of the margins. */
  private enum Dependence {
    INDEPENDENT("independent"),
    FIFTH("equal in 0.2"),
    HALF("equal in 0.5"),
    MAX("equal in 0.8"),
    COPY("equal"),
    PATCHY("Dirichlet(0.1) given x"),
    BAND("x or the next level"),
    BLOCKS("two blocks");

    private final String label;

    Dependence(String label) {
      this.label = label;
    }
  }

  /** A table of probabilities. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Task(
      int levelsX, int levelsY, Evenness evenness, String dependence, double[][] probabilities) {

    /** I(X;Y) in nats. */
    double nats() {
      double[] x = new double[levelsX];
      double[] y = new double[levelsY];
      for (int i = 0; i < levelsX; i++) {
        for (int j = 0; j < levelsY; j++) {
          x[i] += probabilities[i][j];
          y[j] += probabilities[i][j];
        }
      }
      double sum = 0;
      for (int i = 0; i < levelsX; i++) {
        for (int j = 0; j < levelsY; j++) {
          double p = probabilities[i][j];
          sum += p > 0 ? p * Math.log(p / (x[i] * y[j])) : 0;
        }
      }
      return sum;
    }

    Samples sample(int n, Seed seed) {
      UniformRandomProvider random = seed.generator();
      double[] cumulative = new double[levelsX * levelsY];
      double sum = 0;
      for (int cell = 0; cell < cumulative.length; cell++) {
        sum += probabilities[cell / levelsY][cell % levelsY];
        cumulative[cell] = sum;
      }
      int[] x = new int[n];
      int[] y = new int[n];
      for (int i = 0; i < n; i++) {
        int found = Arrays.binarySearch(cumulative, sum * random.nextDouble());
        int cell = found < 0 ? -found - 1 : found;
        x[i] = cell / levelsY;
        y[i] = cell % levelsY;
      }
      return new Samples(Variable.discrete("x", x), Variable.discrete("y", y));
    }

    @Override
    public String toString() {
      return levelsX
          + " x "
          + levelsY
          + (evenness == Evenness.EVEN ? ", " : ", Zipf, ")
          + dependence;
    }
  }

  private DiscreteTasks() {}

  static List<Task> all() {
    List<Task> tasks = new ArrayList<>();
    for (int[] levels : LEVELS) {
      for (Evenness evenness : Evenness.values()) {
        for (Dependence dependence : Dependence.values()) {
          // Of two levels, x or the next is all of them.
          if (dependence != Dependence.BAND || levels[0] > 2) {
            tasks.add(
                new Task(
                    levels[0],
                    levels[1],
                    evenness,
                    dependence.label,
                    probabilities(levels[0], levels[1], evenness, dependence)));
          }
        }
      }
    }
    return tasks;
  }

  private static double[][] probabilities(
      int levelsX, int levelsY, Evenness evenness, Dependence dependence) {
    double[] x = margin(levelsX, evenness);
    double[] y = margin(levelsY, evenness);
    double[][] table = new double[levelsX][];
    for (int i = 0; i < levelsX; i++) {
      double[] given = given(i, levelsX, y, dependence);
      double sum = Arrays.stream(given).sum();
      double p = x[i];
      table[i] = Arrays.stream(given).map(v -> p * v / sum).toArray();
    }
    return table;
  }

  /** The probabilities of y given one x, up to a factor. */
  private static double[] given(int x, int levelsX, double[] y, Dependence dependence) {
    int levels = y.length;
    double[] given = new double[levels];
    switch (dependence) {
      case INDEPENDENT -> System.arraycopy(y, 0, given, 0, levels);
      case FIFTH -> mix(given, y, x, 0.2);
      case HALF -> mix(given, y, x, 0.5);
      case MAX -> mix(given, y, x, 0.8);
      case COPY -> mix(given, y, x, 1);
      case PATCHY -> {
        UniformRandomProvider random = Seed.of(7).derive("given", x).generator();
        for (int j = 0; j < levels; j++) {
          given[j] = y[j] * AhrensDieterMarsagliaTsangGammaSampler.of(random, 0.1, 1).sample();
        }
      }
      case BAND -> {
        given[x % levels] = 0.5;
        given[(x + 1) % levels] = 0.5;
      }
      case BLOCKS -> {
        for (int j = 0; j < levels; j++) {
          given[j] = 2 * x / levelsX == 2 * j / levels ? y[j] : 0;
        }
      }
    }
    return given;
  }

  private static void mix(double[] given, double[] y, int x, double same) {
    for (int j = 0; j < y.length; j++) {
      given[j] = (1 - same) * y[j] + (x % y.length == j ? same : 0);
    }
  }

  private static double[] margin(int levels, Evenness evenness) {
    double[] p = new double[levels];
    for (int i = 0; i < levels; i++) {
      p[i] = evenness == Evenness.EVEN ? 1 : 1.0 / (i + 1);
    }
    double sum = Arrays.stream(p).sum();
    return Arrays.stream(p).map(v -> v / sum).toArray();
  }
}
