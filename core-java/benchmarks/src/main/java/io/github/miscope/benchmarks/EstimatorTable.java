package io.github.miscope.benchmarks;

import io.github.miscope.benchmark.Suites;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.auto.Auto;
import io.github.miscope.estimator.discrete.BinnedMutualInformation;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.estimator.gaussian.GaussianMutualInformation;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.inference.Inference;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.scaling.Scaling;
import io.github.miscope.task.BeyondNormal;
import io.github.miscope.task.Sampler;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prints, in Markdown, how well estimators do on tasks of known mutual information.
 *
 * <p>Sections, each an argument: {@code stored} (one sample of n = 1000 of each task of Beyond
 * Normal), {@code fresh=N} (a new sample of n = N; {@code default=N}: by the default only), {@code
 * held-out} (other tasks), {@code plain} (the default, without intervals, on stored samples and on
 * ten samples of each held-out task), {@code seeds} (the default on five other samples of each
 * task), {@code independent}, {@code discrete=N} (discrete pairs, N samples each).
 */
public final class EstimatorTable {

  /** The estimators of the tables; the default comes last, and has its interval shown. */
  private static final List<MutualInformationEstimator> ESTIMATORS =
      List.of(
          Presets.ksg(),
          Presets.ksg2(),
          Presets.biKsg(),
          Presets.ksgLocal(),
          Presets.ksgGlobal(),
          Presets.ksgGlobalLinf(),
          Scaled.of(Presets.ksg(), Scaling.normalRank()),
          Presets.ksgLnc(),
          Scaled.of(EntropySum.of(Entropies.knnEntropy()), Scaling.local()),
          Scaled.of(EntropySum.of(Entropies.weightedKnnEntropy()), Scaling.local()),
          Presets.binnedMi(8),
          Scaled.of(GaussianMutualInformation.withDefaults(), Scaling.normalRank()),
          Inference.of(Auto.withDefaults()).withInterval(0.95).withChecks(false));

  private static final MutualInformationEstimator DEFAULT = Auto.withDefaults();

  /** Sums of entropies, and bins, mean nothing in more dimensions, and weights take hours. */
  private static final int MAX_FOR_SUMS = 10;

  private static final int SEEDS = 5;
  private static final int OTHER_SEEDS = 100;
  private static final int PLAIN_SEEDS = 10;

  private EstimatorTable() {}

  /**
   * Prints the sections.
   *
   * @param arguments which sections
   */
  public static void main(String[] arguments) {
    for (String section : arguments) {
      String[] parts = section.split("=", -1);
      switch (parts[0]) {
        case "stored" -> stored();
        case "fresh" -> fresh(Integer.parseInt(parts[1]), ESTIMATORS);
        case "default" ->
            fresh(
                Integer.parseInt(parts[1]),
                ESTIMATORS.subList(ESTIMATORS.size() - 1, ESTIMATORS.size()));
        case "held-out" -> heldOut();
        case "plain" -> plain();
        case "seeds" -> seeds();
        case "independent" -> independent();
        case "discrete" -> DiscreteTable.print(Integer.parseInt(parts[1]));
        default -> throw new IllegalArgumentException("no such section: " + section);
      }
    }
  }

  private static boolean isSum(MutualInformationEstimator estimator) {
    return estimator.toString().startsWith("3H-") || estimator instanceof BinnedMutualInformation;
  }

  private static void stored() {
    System.out.println("\n## Beyond Normal, stored samples, n = 1000\n");
    Table table = new Table(ESTIMATORS);
    Ablation ablation = new Ablation();
    for (StoredSamples task : StoredSamples.all()) {
      ablation.add(table.row(task.name(), task.nats(), task.samples()), task.nats());
    }
    table.summary();
    ablation.print("stored samples, n = 1000");
  }

  private static void fresh(int n, List<MutualInformationEstimator> estimators) {
    System.out.println("\n## Beyond Normal, fresh samples, n = " + n + "\n");
    // The quick ones first, for those who stop early.
    List<Sampler> tasks = new ArrayList<>(BeyondNormal.tasks());
    tasks.sort(Comparator.comparingInt(task -> task.dX() + task.dY()));
    table(tasks, n, estimators);
  }

  private static void heldOut() {
    System.out.println("\n## Held-out tasks, n = 1000\n");
    table(heldOutTasks(), 1000, ESTIMATORS);
  }

  private static void plain() {
    System.out.println("\n## The default, stored samples, n = 1000\n");
    Plain stored = new Plain();
    for (StoredSamples task : StoredSamples.all()) {
      stored.row(task.name(), task.nats(), task.samples());
    }
    stored.summary();
    System.out.println("\n## The default, held-out tasks, n = 1000, seed 1\n");
    Plain heldOut = new Plain();
    for (Sampler task : heldOutTasks()) {
      heldOut.row(task.toString(), task.mutualInformation(), task.sample(1000, Seed.of(1)));
    }
    heldOut.summary();
    overSeeds("The default, held-out tasks", heldOutTasks(), 0, PLAIN_SEEDS);
  }

  /** Mean errors and their chance: one sample of much information is high or low by itself. */
  private static void overSeeds(String title, List<Sampler> tasks, int first, int seeds) {
    System.out.printf(
        Locale.ROOT, "%n## %s, n = 1000, seeds %d to %d%n%n", title, first, first + seeds - 1);
    System.out.println("| task | truth | mean error | standard error | largest |");
    System.out.println("|---|---:|---:|---:|---:|");
    Errors means = new Errors();
    Errors single = new Errors();
    List<Errors> bySeed = Stream.generate(Errors::new).limit(seeds).toList();
    for (Sampler task : tasks) {
      double truth = task.mutualInformation();
      Errors errors = new Errors();
      for (int s = 0; s < seeds; s++) {
        double error = DEFAULT.estimate(task.sample(1000, Seed.of(first + s))).nats() - truth;
        errors.add(error);
        single.add(error);
        bySeed.get(s).add(error);
      }
      means.add(errors.mean());
      System.out.printf(
          Locale.ROOT,
          "| %s | %.3f | %+.3f | %.3f | %+.3f |%n",
          task,
          truth,
          errors.mean(),
          errors.deviation() / Math.sqrt(seeds),
          errors.largest());
    }
    System.out.println("\n- mean errors: " + means);
    System.out.println("- single samples: " + single);
    for (int s = 0; s < seeds; s++) {
      System.out.println("- seed " + (first + s) + ": " + bySeed.get(s));
    }
  }

  /** A table of the default alone. */
  private static final class Plain {
    private final Errors errors = new Errors();

    Plain() {
      System.out.println("| task | truth | auto | error | view |\n|---|---:|---:|---:|---|");
    }

    void row(String task, double truth, Samples samples) {
      Estimate estimate = DEFAULT.estimate(samples);
      errors.add(estimate.nats() - truth);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.3f | %.3f | %+.3f | %s |%n",
          task,
          truth,
          estimate.nats(),
          estimate.nats() - truth,
          view(estimate));
    }

    void summary() {
      System.out.printf(
          Locale.ROOT,
          "%n%d tasks: mean absolute error %.3f, %s%n",
          errors.size(),
          errors.meanSize(),
          errors);
    }
  }

  private static String view(Estimate estimate) {
    return estimate.findings(Finding.ChosenView.class).stream()
        .map(Finding.ChosenView::view)
        .findFirst()
        .orElse("");
  }

  private static List<Sampler> heldOutTasks() {
    return Suites.ourHeldOut().tasks().stream().map(task -> (Sampler) task.task()).toList();
  }

  private static void table(
      List<Sampler> tasks, int n, List<MutualInformationEstimator> estimators) {
    Table table = new Table(estimators);
    Ablation ablation = new Ablation();
    for (Sampler task : tasks) {
      Samples samples = task.sample(n, Seed.of(1));
      ablation.add(
          table.row(task.toString(), task.mutualInformation(), samples), task.mutualInformation());
    }
    table.summary();
    ablation.print("these samples");
  }

  private static void seeds() {
    overSeeds("The default, Beyond Normal", BeyondNormal.tasks(), OTHER_SEEDS, SEEDS);
    overSeeds("The default, held-out tasks", heldOutTasks(), OTHER_SEEDS, SEEDS);
  }

  private static void independent() {
    System.out.println("\n## Independent normals, n = 1000, 50 samples each\n");
    System.out.println("| d | mean | sd | largest |\n|---|---|---|---|");
    for (int d : new int[] {1, 2, 5, 25}) {
      Errors errors = new Errors();
      for (int s = 0; s < 50; s++) {
        errors.add(
            DEFAULT.estimate(Tasks.correlatedGaussians(d, 0).sample(1000, Seed.of(s))).nats());
      }
      System.out.printf(
          Locale.ROOT,
          "| %d + %d | %+.4f | %.4f | %+.4f |%n",
          d,
          d,
          errors.mean(),
          errors.deviation(),
          errors.largest());
    }
  }

  /** One table of estimates. */
  private static final class Table {
    private final List<MutualInformationEstimator> estimators;
    private final List<Errors> errors = new ArrayList<>();

    Table(List<MutualInformationEstimator> estimators) {
      this.estimators = estimators;
      StringBuilder header = new StringBuilder("| task | truth |");
      for (MutualInformationEstimator estimator : estimators) {
        header.append(' ').append(estimator).append(" |");
        errors.add(new Errors());
      }
      System.out.println(header.append(" 95 % interval | view | ms with interval |"));
      System.out.println("|---|---|" + "---|".repeat(estimators.size() + 3));
    }

    /** Prints a row, and returns the last estimate. */
    Estimate row(String task, double truth, Samples samples) {
      StringBuilder row = new StringBuilder();
      row.append(String.format(Locale.ROOT, "| %s | %.3f |", task, truth));
      Estimate estimate = Auto.withDefaults().estimate(samples);
      long start = System.nanoTime();
      for (int e = 0; e < estimators.size(); e++) {
        start = System.nanoTime();
        if (samples.dX() + samples.dY() > MAX_FOR_SUMS && isSum(estimators.get(e))) {
          row.append(" - |");
          continue;
        }
        try {
          estimate = estimators.get(e).estimate(samples);
          errors.get(e).add(estimate.nats() - truth);
          row.append(String.format(Locale.ROOT, " %.3f |", estimate.nats()));
        } catch (IllegalArgumentException refusal) {
          row.append(" refused |");
        }
      }
      long millis = (System.nanoTime() - start) / 1_000_000;
      String interval =
          estimate
              .interval()
              .map(i -> String.format(Locale.ROOT, "[%.3f, %.3f]", i.lower(), i.upper()))
              .orElse("");
      System.out.println(
          row.append(" " + interval + " | " + view(estimate) + " | " + millis + " |"));
      return estimate;
    }

    void summary() {
      System.out.println("\n| estimator | tasks | median absolute error | largest overestimate |");
      System.out.println("|---|---|---|---|");
      for (int e = 0; e < estimators.size(); e++) {
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %.3f | %+.3f |%n",
            estimators.get(e),
            errors.get(e).size(),
            errors.get(e).medianSize(),
            errors.get(e).largest());
      }
    }
  }

  /** What the largest of fewer views would have been. */
  private static final class Ablation {
    private static final Map<String, String> FAMILIES = new LinkedHashMap<>();

    static {
      FAMILIES.put("KSG on all columns", "all columns");
      FAMILIES.put("Gaussian copula", "Gaussian");
      FAMILIES.put("Gaussian copula, KSG on all columns", "Gaussian|all columns");
      FAMILIES.put("without the Gaussian copula", "KSG");
      FAMILIES.put("without KSG on all columns", "Gaussian|canonical|quadratic");
      FAMILIES.put("without canonical pairs", "Gaussian|all columns|quadratic");
      FAMILIES.put("without quadratic pairs", "Gaussian|all columns|canonical");
      FAMILIES.put("the largest of all views", "Gaussian|KSG");
    }

    private final Map<String, Errors> errors = new LinkedHashMap<>();
    private final Errors chosen = new Errors();

    void add(Estimate estimate, double truth) {
      chosen.add(estimate.nats() - truth);
      FAMILIES.forEach(
          (name, pattern) ->
              errors
                  .computeIfAbsent(name, key -> new Errors())
                  .add(largest(estimate, pattern) - truth));
    }

    private static double largest(Estimate estimate, String pattern) {
      var matcher = Pattern.compile(pattern).asPredicate();
      return estimate.diagnostics().entrySet().stream()
          .filter(entry -> matcher.test(entry.getKey()))
          .mapToDouble(Map.Entry::getValue)
          .max()
          .orElse(0);
    }

    void print(String what) {
      System.out.println("\nAblation of the default, " + what + ":\n");
      System.out.println(
          "| views | median absolute error | mean absolute error | largest overestimate |");
      System.out.println("|---|---|---|---|");
      errors.forEach(Ablation::line);
      line("the first within one standard error of the largest: the default", chosen);
    }

    private static void line(String name, Errors e) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.3f | %.3f | %+.3f |%n",
          name,
          e.medianSize(),
          e.meanSize(),
          e.largest());
    }
  }
}
