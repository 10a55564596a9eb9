package io.github.miscope.estimator.mixed;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.scaling.Scaling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Prints the tables of core-java/benchmarks/mixed-data.md: errors on data with atoms, on pairs of a
 * discrete and a continuous variable, and on discrete pairs. Not a test.
 */
public final class MixedDataTable {

  private static final int[] SIZES = {300, 1000, 3000};

  private MixedDataTable() {}

  /** Prints the tables. */
  public static void main(String[] args) {
    System.out.println("## Atoms, zeros, limits and lattices\n");
    List<MutualInformationEstimator> estimators =
        List.of(
            Ksg.ksg1(),
            Scaled.of(Ksg.ksg1(), Scaling.normalRank()),
            MixtureKsg.withDefaults(),
            MesnerShalizi.withDefaults(),
            Scaled.of(MesnerShalizi.withDefaults(), Scaling.normalRank()));
    header(estimators);
    double[][] squares = new double[estimators.size()][SIZES.length];
    List<MixedCase> cases = MixedCase.all();
    for (MixedCase c : cases) {
      for (int s = 0; s < SIZES.length; s++) {
        double[] errors = row(c.name(), c.truth(), SIZES[s], estimators, c.sampler());
        for (int e = 0; e < errors.length; e++) {
          squares[e][s] += errors[e] * errors[e] / cases.size();
        }
      }
    }
    for (int s = 0; s < SIZES.length; s++) {
      int size = s;
      System.out.printf(
          Locale.ROOT,
          "| **root mean square of all RMSE** | | %d | %s |%n",
          SIZES[s],
          Arrays.stream(squares)
              .map(e -> String.format(Locale.ROOT, "**%.3f**", Math.sqrt(e[size])))
              .collect(Collectors.joining(" | ")));
    }
    DiscretePairs.print();
  }

  static void header(List<? extends MutualInformationEstimator> estimators) {
    System.out.println(
        "| data | truth | n | "
            + estimators.stream().map(Object::toString).collect(Collectors.joining(" | "))
            + " |\n|---|---|---|"
            + "---|".repeat(estimators.size()));
  }

  /** Prints mean error and spread of each estimator; returns the root mean square errors. */
  static double[] row(
      String name,
      double truth,
      int n,
      List<? extends MutualInformationEstimator> estimators,
      BiFunction<Integer, Seed, Samples> sampler) {
    int trials = n > 1000 ? 6 : 20;
    StringBuilder line = new StringBuilder();
    double rounded = Math.rint(1000 * truth) / 1000 + 0.0; // no "-0.000"
    line.append(String.format(Locale.ROOT, "| %s | %.3f | %d |", name, rounded, n));
    double[] rmse = new double[estimators.size()];
    for (int e = 0; e < rmse.length; e++) {
      double mean = 0;
      double square = 0;
      for (int t = 0; t < trials; t++) {
        Samples samples = sampler.apply(n, Seed.of(1).derive("trial", t));
        double error = estimators.get(e).estimate(samples).nats() - truth;
        mean += error / trials;
        square += error * error / trials;
      }
      double sd = Math.sqrt(Math.max(0, square - mean * mean));
      line.append(String.format(Locale.ROOT, " %+.3f (%.3f) |", mean, sd));
      rmse[e] = Math.sqrt(square);
    }
    System.out.println(line);
    return rmse;
  }
}
