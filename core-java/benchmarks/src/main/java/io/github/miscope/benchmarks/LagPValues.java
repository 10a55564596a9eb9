package io.github.miscope.benchmarks;

import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.file.WholeFile;
import io.github.miscope.inference.PermutationScheme;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.series.LagPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * P-values of a scan of lags for independent autoregressive series, by surrogates that keep the
 * series' memory and by permutations that do not.
 */
public final class LagPValues {

  private static final int SETS = 300;
  private static final int ROWS = 300;
  private static final int SURROGATES = 59;
  private static final double[] LEVELS = {1.0 / (SURROGATES + 1), 0.05, 0.1, 0.2, 0.5};

  private LagPValues() {}

  /**
   * Writes the table.
   *
   * @param args the file
   * @throws IOException if it cannot be written
   */
  public static void main(String[] args) throws IOException {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            """
            # P-values of lags between independent series

            %d pairs of independent AR(1) series of %d rows, scans of lags 0, 2 and 4
            by `gaussianCopula`, %d surrogates each, as many as there are shifts; the p-value of the
            largest of the three. The part of p-values that are at most a level should be that level,
            give or take two standard errors; Kolmogorov's distance from uniform is below %.3f in 95 %% of cases. Cyclic shifts
            keep what rows of a series have to do with each other; permutations of rows do not, and
            find dependence where there is none. For rows that remember nothing, both hold.

            `./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify
            -Dmeasure="lags core-java/benchmarks/lags.md"`

            | coefficient | surrogates | <= 1/60 | <= 0.05 | <= 0.1 | <= 0.2 | <= 0.5 | distance |
            |---|---|---|---|---|---|---|---|
            """,
            SETS,
            ROWS,
            SURROGATES,
            1.358 / Math.sqrt(SETS)));
    for (double coefficient : new double[] {0, 0.9}) {
      table.append(row(coefficient, "cyclic shifts", Optional.empty()));
      table.append(row(coefficient, "permutations", Optional.of(PermutationScheme.allRows())));
    }
    WholeFile.write(Path.of(args[0]), table.toString());
  }

  private static String row(double coefficient, String name, Optional<PermutationScheme> scheme) {
    double[] pValues = new double[SETS];
    for (int set = 0; set < SETS; set++) {
      Seed seed = Seed.of(27).derive("set", set);
      LagPlan plan =
          LagPlan.of(
                  Variable.of("x", series(coefficient, seed.derive("x"))),
                  Variable.of("y", series(coefficient, seed.derive("y"))),
                  0,
                  2,
                  4)
              .withEstimator(Presets.gaussianCopula())
              .withSurrogates(SURROGATES)
              .withSeed(seed);
      pValues[set] =
          scheme.map(plan::withScheme).orElse(plan).run().largest().adjustedPValue().orElseThrow();
    }
    Arrays.sort(pValues);
    StringBuilder row =
        new StringBuilder(String.format(Locale.ROOT, "| %.1f | %s |", coefficient, name));
    for (double level : LEVELS) {
      double share = Arrays.stream(pValues).filter(p -> p <= level + 1e-12).count() / (double) SETS;
      row.append(String.format(Locale.ROOT, " %.3f |", share));
    }
    return row.append(String.format(Locale.ROOT, " %.3f |%n", distance(pValues))).toString();
  }

  /** Of ascending values from uniform ones on the grid of 1 / (surrogates + 1). */
  private static double distance(double[] pValues) {
    double largest = 0;
    for (int step = 1; step <= SURROGATES + 1; step++) {
      double level = step / (SURROGATES + 1.0);
      double share = Arrays.stream(pValues).filter(p -> p <= level + 1e-12).count() / (double) SETS;
      largest = Math.max(largest, Math.abs(share - level));
    }
    return largest;
  }

  private static double[] series(double coefficient, Seed seed) {
    ZigguratSampler.NormalizedGaussian normal =
        ZigguratSampler.NormalizedGaussian.of(seed.generator());
    double[] series = new double[ROWS];
    double noise = Math.sqrt(1 - coefficient * coefficient);
    series[0] = normal.sample();
    for (int t = 1; t < ROWS; t++) {
      series[t] = coefficient * series[t - 1] + noise * normal.sample();
    }
    return series;
  }
}
