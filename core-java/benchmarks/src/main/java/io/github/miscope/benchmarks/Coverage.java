package io.github.miscope.benchmarks;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.auto.Auto;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.file.WholeFile;
import io.github.miscope.sample.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures what intervals cover and whether p-values are uniform, and writes the tables:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify -Dmeasure="coverage FILE 200 500"
 * </pre>
 *
 * <p>The two numbers are those of data sets for each coverage and for each p-value; sizes other
 * than 500 and 2000 may follow them.
 */
public final class Coverage {

  private static final List<String> SIZES = List.of("500", "2000");
  private static final Seed SEED = Seed.of(2019);

  /** One line each. */
  private static final List<MutualInformationEstimator> ESTIMATORS =
      List.of(Presets.ksg(), Presets.ksgGlobalLinf(), Auto.withDefaults());

  /** The others cost 20 times as much as the first, so only up to this n. */
  private static final int LARGEST_FOR_OTHERS = 500;

  private Coverage() {}

  /**
   * Runs everything.
   *
   * @param args the file to write, the number of data sets for coverage, and for p-values, sizes
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    int datasets = Integer.parseInt(args[1]);
    int tests = Integer.parseInt(args[2]);
    List<String> lines = new ArrayList<>();
    lines.add("# Coverage of intervals and uniformity of p-values");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "`./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify"
                + " -Dmeasure=\"coverage %s\"`, %s. All values in nats.",
            String.join(" ", args),
            LocalDate.now(ZoneOffset.UTC)));
    lines.addAll(
        UniformPValues.table(
            UniformPValues.plainTests(), UniformPValues.PERMUTATIONS, tests, SEED));
    lines.addAll(
        CoverageRows.header(
            datasets,
            " Estimators that cost 20 times as much as the first and more are measured at n = 500"
                + " only."));
    List<String> sizes = args.length > 3 ? List.of(args).subList(3, args.length) : SIZES;
    for (MutualInformationEstimator estimator : ESTIMATORS) {
      for (String size : sizes) {
        int n = Integer.parseInt(size);
        for (Scenarios.Scenario scenario : Scenarios.forCoverage()) {
          if (n <= LARGEST_FOR_OTHERS || estimator.equals(ESTIMATORS.get(0))) {
            lines.add(CoverageRows.row(scenario, n, estimator, datasets, SEED));
            WholeFile.write(file, String.join("\n", lines) + "\n");
          }
        }
      }
    }
  }
}
