package io.github.miscope.benchmarks;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Interval;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.inference.Inference;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What intervals cover: rows of a table. */
final class CoverageRows {

  private static final double LEVEL = 0.95;

  private CoverageRows() {}

  static List<String> header(int datasets, String remark) {
    return List.of(
        "",
        "## Coverage",
        "",
        String.format(
            Locale.ROOT,
            "95 %% intervals by subsamples (`Inference.of(..).withInterval(0.95)`) on %d data sets"
                + " each. *own mean* is the estimator's mean over the data sets: an interval that"
                + " covers it knows its variance; one that misses the truth all the same has a"
                + " bias. With %d data sets a coverage of 95 %% is measured to within %.1f (two"
                + " standard deviations). *error/sd* is the root mean square of the standard errors"
                + " over the standard deviation between data sets.%s",
            datasets,
            datasets,
            200 * Math.sqrt(LEVEL * (1 - LEVEL) / datasets),
            remark),
        "",
        "| n | data | estimator | truth | mean | bias | sd | error/sd | covers own mean, %"
            + " | covers truth, % |",
        "|---:|---|---|---:|---:|---:|---:|---:|---:|---:|");
  }

  static String row(
      Scenarios.Scenario scenario,
      int n,
      MutualInformationEstimator estimator,
      int datasets,
      Seed base) {
    double[] nats = new double[datasets];
    List<Interval> intervals = new ArrayList<>();
    double mean = 0;
    double squaredErrors = 0;
    for (int i = 0; i < datasets; i++) {
      Seed seed = base.derive(scenario.name()).derive("n", n).derive("dataset", i);
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
