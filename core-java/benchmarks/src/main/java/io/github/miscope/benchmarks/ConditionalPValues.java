package io.github.miscope.benchmarks;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.file.WholeFile;
import io.github.miscope.inference.ConditionalInference;
import io.github.miscope.inference.PermutationScheme;
import io.github.miscope.inference.PermutationTest;
import io.github.miscope.internal.linear.LinearSmoother;
import io.github.miscope.internal.linear.SmoothRegression;
import io.github.miscope.internal.linear.Standardised;
import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Measures p-values of I(X;Y|Z): uniformity under conditional independence, power, and time, of the
 * test and of others that were tried, and writes the table:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify -Dmeasure="conditional core-java/benchmarks/conditional.md 1000 200 100,500"
 * </pre>
 *
 * <p>The two numbers are those of data sets for each cell of the test, and of the others.
 */
public final class ConditionalPValues {

  private static final int PERMUTATIONS = 200;

  /** As many as it takes for 0.05. */
  private static final int COMPARED = 19;

  private static final Seed SEED = Seed.of(2020);
  private static final ConditionalMutualInformationEstimator ESTIMATOR = Presets.autoConditional();

  /** A p-value from samples and a seed. */
  @FunctionalInterface
  private interface Test extends BiFunction<ConditionalSamples, Seed, Double> {}

  private ConditionalPValues() {}

  /**
   * Runs everything.
   *
   * @param args the file to write, data sets for the test and for the others (0 leaves the table
   *     out), sizes ("100,500"); words that the names of scenarios must contain may follow
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    int sets = Integer.parseInt(args[1]);
    int others = Integer.parseInt(args[2]);
    List<Integer> sizes = Arrays.stream(args[3].split(",", -1)).map(Integer::valueOf).toList();
    List<String> words = List.of(args).subList(4, args.length);
    List<String> lines = new ArrayList<>();
    lines.add("# P-values of conditional mutual information");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "`./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify"
                + " -Dmeasure=\"conditional %s\"`, %s.",
            String.join(" ", args),
            LocalDate.now(ZoneOffset.UTC)));
    Threads.within(1, () -> run(file, sets, others, sizes, words, lines));
  }

  private static void run(
      Path file,
      int sets,
      int others,
      List<Integer> sizes,
      List<String> words,
      List<String> lines) {
    List<ConditionalScenarios.Scenario> chosen =
        ConditionalScenarios.all().stream()
            .filter(scenario -> words.stream().allMatch(scenario.name()::contains))
            .toList();
    lines.addAll(header("The test", sets));
    for (int n : sets > 0 ? sizes : List.<Integer>of()) {
      for (ConditionalScenarios.Scenario scenario : chosen) {
        if (!scenario.sizes().contains(n)) {
          continue;
        }
        lines.add(row(scenario, n, sets));
        write(file, lines);
      }
    }
    if (others == 0) {
      return;
    }
    Map<String, Test> tests = others();
    lines.addAll(
        List.of(
            "",
            "## Against others",
            "",
            String.format(
                Locale.ROOT,
                "p <= 0.05, %% of %d data sets, %d draws: 5 if the test holds; more where X and Y"
                    + " depend on each other is power.",
                others,
                COMPARED),
            "",
            "| data | n | " + String.join(" | ", tests.keySet()) + " |",
            "|---|---:|" + "---:|".repeat(tests.size())));
    for (ConditionalScenarios.Scenario scenario : ConditionalScenarios.forComparison()) {
      for (int n : sizes) {
        if (!scenario.sizes().contains(n) || !words.stream().allMatch(scenario.name()::contains)) {
          continue;
        }
        StringBuilder line = new StringBuilder("| " + scenario.name() + " | " + n + " |");
        for (Test test : tests.values()) {
          long rejected =
              IntStream.range(0, others).filter(i -> p(test, scenario, n, i) <= 0.05).count();
          line.append(String.format(Locale.ROOT, " %.1f |", 100.0 * rejected / others));
        }
        System.out.println(line);
        lines.add(line.toString());
        write(file, lines);
      }
    }
  }

  static List<String> header(String title, int sets) {
    return List.of(
        "",
        "## " + title,
        "",
        String.format(
            Locale.ROOT,
            "%d data sets of each kind, `ConditionalInference.withPValue(%d)`, which stops early. D"
                + " is the distance of Kolmogorov and Smirnov from the uniform distribution on %s:"
                + " above %.4f at 1 %% of tests if p-values are uniform. *ms* is the mean time of a"
                + " test on one core.",
            sets,
            PERMUTATIONS,
            new Uniformity(PERMUTATIONS).values(),
            1.6276 / Math.sqrt(sets)),
        "",
        "| data | n | D | p <= 0.05, % | p <= 0.1, % | ms |",
        "|---|---:|---:|---:|---:|---:|");
  }

  private static void write(Path file, List<String> lines) {
    try {
      WholeFile.write(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static double p(Test test, ConditionalScenarios.Scenario scenario, int n, int i) {
    Seed seed = SEED.derive(scenario.name()).derive("n", n).derive("dataset", i);
    return test.apply(scenario.draw().apply(n, seed), seed.derive("permutations"));
  }

  static String row(ConditionalScenarios.Scenario scenario, int n, int sets) {
    double[] p = new double[sets];
    long start = System.nanoTime();
    for (int i = 0; i < sets; i++) {
      p[i] = p(ConditionalPValues::ofInference, scenario, n, i);
    }
    double millis = (System.nanoTime() - start) / 1e6 / sets;
    String row =
        String.format(
            Locale.ROOT,
            "| %s | %d | %.4f | %.1f | %.1f | %.0f |",
            scenario.name(),
            n,
            new Uniformity(PERMUTATIONS).distance(p),
            100 * Uniformity.share(p, 0.05),
            100 * Uniformity.share(p, 0.1),
            millis);
    System.out.println(row);
    return row;
  }

  /** What users get. */
  private static double ofInference(ConditionalSamples samples, Seed seed) {
    return ConditionalInference.of(ESTIMATOR)
        .withPValue(PERMUTATIONS)
        .withChecks(false)
        .withSeed(seed)
        .estimate(samples)
        .pValue()
        .orElseThrow()
        .value();
  }

  private static Test of(ConditionalMutualInformationEstimator estimator) {
    return (samples, seed) ->
        PermutationTest.of(COMPARED).withSeed(seed).test(estimator, samples).value();
  }

  private static Map<String, Test> others() {
    Map<String, Test> tests = new LinkedHashMap<>();
    tests.put("the test", of(ESTIMATOR));
    tests.put("5 neighbours in Z", neighbours(n -> 5));
    tests.put("n / 10 neighbours", neighbours(n -> n / 10));
    tests.put("residuals, KSG without Z", of(pairs(Presets.ksg())));
    tests.put("residuals, correlation", of(correlation()));
    tests.put("redrawn X against Y", ConditionalPValues::redrawn);
    tests.put(
        "largest of test and 5 neighbours",
        (samples, seed) ->
            Math.max(of(ESTIMATOR).apply(samples, seed), neighbours(n -> 5).apply(samples, seed)));
    return tests;
  }

  private static Test neighbours(java.util.function.IntUnaryOperator count) {
    return (samples, seed) ->
        PermutationTest.of(COMPARED)
            .withSeed(seed)
            .withScheme(
                PermutationScheme.amongNeighbours(samples.z(), count.applyAsInt(samples.n())))
            .test(ESTIMATOR, samples)
            .value();
  }

  private static ConditionalMutualInformationEstimator pairs(MutualInformationEstimator estimator) {
    return samples ->
        estimator.estimate(Samples.of(unit(samples.x().column(0)), unit(samples.y().column(0))));
  }

  private static ConditionalMutualInformationEstimator correlation() {
    return samples -> {
      double[] x = unit(samples.x().column(0));
      double[] y = unit(samples.y().column(0));
      double sum = IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i] / x.length).sum();
      return new Estimate(
          -0.5 * Math.log1p(-sum * sum), "correlation", x.length, 1, 1, Map.of(), List.of());
    };
  }

  /** The conditional randomisation test with a fitted mean: the statistic is of X and Y as such. */
  private static double redrawn(ConditionalSamples samples, Seed seed) {
    int n = samples.n();
    double[] x = unit(samples.x().column(0));
    LinearSmoother smoother = smoother(samples, x);
    double[] fitted = smoother.fitted(x);
    double[] rest = smoother.residuals(x);
    double observed = ESTIMATOR.estimate(samples).nats();
    int reached = 0;
    for (int b = 0; b < COMPARED; b++) {
      int[] order =
          PermutationScheme.allRows().permutations(n, COMPARED, seed).order().apply(b + 1);
      double[] drawn = new double[n];
      Arrays.setAll(drawn, i -> fitted[i] + rest[order[i]]);
      ConditionalSamples null0 =
          new ConditionalSamples(samples.x().withColumns(drawn), samples.y(), samples.z());
      reached += ESTIMATOR.estimate(null0).nats() >= observed ? 1 : 0;
    }
    return (1.0 + reached) / (1 + COMPARED);
  }

  private static LinearSmoother smoother(ConditionalSamples samples, double[] x) {
    try {
      return SmoothRegression.on(samples.z().columns(), new int[x.length]).fit(x);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double[] unit(double[] values) {
    return Standardised.of(values).columns()[0];
  }
}
