package io.github.miscope.benchmarks;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Interval;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.auto.Auto;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.file.WholeFile;
import io.github.miscope.inference.Inference;
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

  private static final double LEVEL = 0.95;
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
    lines.addAll(UniformPValues.table(tests, SEED));
    lines.add("");
    lines.add("## Coverage");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "95 %% intervals by subsamples (`Inference.of(..).withInterval(0.95)`) on %d data sets"
                + " each. *own mean* is the estimator's mean over the data sets: an interval that"
                + " covers it knows its variance; one that misses the truth all the same has a"
                + " bias. With %d data sets a coverage of 95 %% is measured to within %.1f (two"
                + " standard deviations). *error/sd* is the root mean square of the standard errors"
                + " over the standard deviation between data sets. Estimators that cost 20 times as"
                + " much as the first and more are measured at n = 500 only.",
            datasets,
            datasets,
            200 * Math.sqrt(LEVEL * (1 - LEVEL) / datasets)));
    List<String> sizes = args.length > 3 ? List.of(args).subList(3, args.length) : SIZES;
    lines.add("");
    lines.add(
        "| n | data | estimator | truth | mean | bias | sd | error/sd | covers own mean, %"
            + " | covers truth, % |");
    lines.add("|---:|---|---|---:|---:|---:|---:|---:|---:|---:|");
    for (MutualInformationEstimator estimator : ESTIMATORS) {
      for (String size : sizes) {
        int n = Integer.parseInt(size);
        for (Scenarios.Scenario scenario : Scenarios.forCoverage()) {
          if (n <= LARGEST_FOR_OTHERS || estimator.equals(ESTIMATORS.get(0))) {
            lines.add(coverage(scenario, n, estimator, datasets));
            WholeFile.write(file, String.join("\n", lines) + "\n");
          }
        }
      }
    }
  }

  private static String coverage(
      Scenarios.Scenario scenario, int n, MutualInformationEstimator estimator, int datasets) {
    double[] nats = new double[datasets];
    List<Interval> intervals = new ArrayList<>();
    double mean = 0;
    double squaredErrors = 0;
    for (int i = 0; i < datasets; i++) {
      Seed seed = SEED.derive(scenario.name()).derive("n", n).derive("dataset", i);
      Estimate estimate =
          Inference.of(estimator)
              .withInterval(LEVEL)
              .withChecks(false)
              .withSeed(seed.derive("inference"))
              .estimate(scenario.draw().apply(n, seed));
      nats[i] = estimate.nats();
      intervals.add(estimate.interval().orElseThrow());
      mean += nats[i] / datasets;
      double error = estimate.standardError().orElseThrow();
      squaredErrors += error * error / datasets;
    }
    double variance = 0;
    for (double v : nats) {
      variance += (v - mean) * (v - mean) / (datasets - 1);
    }
    String row =
        String.format(
            Locale.ROOT,
            "| %d | %s | %s | %.4f | %.4f | %+.4f | %.4f | %.2f | %.1f | %.1f |",
            n,
            scenario.name(),
            estimator,
            scenario.truth(),
            mean,
            mean - scenario.truth(),
            Math.sqrt(variance),
            Math.sqrt(squaredErrors / variance),
            percent(intervals, mean),
            percent(intervals, scenario.truth()));
    System.out.println(row);
    return row;
  }

  private static double percent(List<Interval> intervals, double value) {
    long covering = intervals.stream().filter(interval -> interval.contains(value)).count();
    return 100.0 * covering / intervals.size();
  }
}
