package io.github.miscope.benchmarks;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.auto.Auto;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.inference.Inference;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** P-values of independent variables, as users get them, against the uniform distribution. */
final class UniformPValues {

  private static final int N = 100;
  static final int PERMUTATIONS = 200;

  /** What is tested with what; one line each. */
  record Test(Scenarios.Scenario scenario, MutualInformationEstimator estimator) {}

  private UniformPValues() {}

  static List<Test> plainTests() {
    List<Test> tests = new ArrayList<>();
    tests.add(new Test(Scenarios.independentDiscrete(), Presets.discreteMi()));
    tests.add(new Test(Scenarios.independentMixed(), Presets.ross()));
    List<Scenarios.Scenario> continuous = Scenarios.independentContinuous();
    continuous.forEach(scenario -> tests.add(new Test(scenario, Presets.ksg())));
    // The dearer ones on one distribution: what is tested is that the maximum is repeated.
    tests.add(new Test(continuous.get(0), Presets.ksgGlobalLinf()));
    tests.add(new Test(continuous.get(0), Auto.withDefaults()));
    return tests;
  }

  static List<String> table(List<Test> tests, int permutations, int datasets, Seed seed) {
    List<String> lines = header(N, permutations, datasets);
    for (Test test : tests) {
      lines.add(row(test, N, permutations, datasets, seed));
    }
    return lines;
  }

  static List<String> header(int n, int permutations, int datasets) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("## P-values of independent variables, n = " + n);
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "`Inference.withPValue(%d)`, which stops early, %d data sets each. D is the"
                + " distance of Kolmogorov and Smirnov from the uniform distribution on %s: above"
                + " %.4f at 5 %%, above %.4f at 1 %% of tests if p-values are uniform.",
            permutations,
            datasets,
            new Uniformity(permutations).values(),
            1.3581 / Math.sqrt(datasets),
            1.6276 / Math.sqrt(datasets)));
    lines.add("");
    lines.add("| data | estimator | n | D | p <= 0.05, % | p <= 0.1, % |");
    lines.add("|---|---|---:|---:|---:|---:|");
    return lines;
  }

  static String row(Test test, int n, int permutations, int datasets, Seed seed) {
    double[] p = new double[datasets];
    for (int i = 0; i < datasets; i++) {
      Seed own = seed.derive(test.scenario.name()).derive("independent", i);
      p[i] =
          Inference.of(test.estimator)
              .withPValue(permutations)
              .withChecks(false)
              .withSeed(own)
              .estimate(test.scenario.draw().apply(n, own))
              .pValue()
              .orElseThrow()
              .value();
    }
    String row =
        String.format(
            Locale.ROOT,
            "| %s | %s | %d | %.4f | %.1f | %.1f |",
            test.scenario.name(),
            test.estimator,
            n,
            new Uniformity(permutations).distance(p),
            100 * Uniformity.share(p, 0.05),
            100 * Uniformity.share(p, 0.1));
    System.out.println(row);
    return row;
  }
}
