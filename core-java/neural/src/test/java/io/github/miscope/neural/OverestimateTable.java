package io.github.miscope.neural;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Looks for estimates from held-out data that exceed what can be known without a warning: 40
 * Gaussian samples, d = 1 to 5, n = 500 to 10 000, 0 to 10 nats, for each bound, for the other
 * scalings of MINE and for ensembles of five critics. CLUB and leave-one-out are upper bounds,
 * which are meant to be above the truth.
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/neural -am -DskipTests verify -Dmeasure=overestimates
 * </pre>
 *
 * <p>measures the estimators that the table lacks, or those that are named after {@code
 * overestimates}.
 */
public final class OverestimateTable {

  private static final int MEMBERS = 5;

  private static final List<NeuralMutualInformation> ESTIMATORS =
      List.of(
          NeuralPresets.mineLocal(),
          NeuralPresets.nwjLocal(),
          NeuralPresets.jensenShannonLocal(),
          NeuralPresets.smileLocal(),
          NeuralPresets.infoNceLocal(),
          NeuralPresets.mine(),
          NeuralPresets.mineGlobal(),
          NeuralPresets.mineGlobalCorrected(),
          NeuralPresets.mineLocal().withMembers(MEMBERS),
          NeuralPresets.jensenShannonLocal().withMembers(MEMBERS),
          NeuralPresets.smileLocal().withMembers(MEMBERS));

  private static final int RUNS = 40;
  private static final double MAX_NATS = 10;
  private static final int[] SIZES = {500, 1000, 2000, 5000, 10_000};

  /** The share of rows that values a critic. */
  private static final double TEST = 0.2;

  private static final Seed SEED = Seed.of(2027);

  private OverestimateTable() {}

  /** One of the samples, with its information. */
  record Run(int index) {

    int d() {
      return 1 + index % 5;
    }

    int n() {
      return SIZES[(index + index / 5) % 5];
    }

    double truth() {
      return MAX_NATS * index / (RUNS - 1);
    }

    double rho() {
      return Math.sqrt(-Math.expm1(-2 * truth() / d()));
    }

    Samples samples() {
      return Tasks.correlatedGaussians(d(), rho()).sample(n(), SEED.derive("run", index));
    }

    /**
     * The estimate's own standard error; of a single critic, which has none, that of the log ratio
     * of densities over its test part, rho sqrt(d / m).
     */
    double error(Estimate estimate) {
      return estimate.standardError().orElse(rho() * Math.sqrt(d() / (TEST * n())));
    }

    /** The most that may pass without a warning. */
    double limit(Estimate estimate) {
      return Math.min(Math.log(n()), truth() + 3 * error(estimate));
    }
  }

  /** Whether a warning says that the estimate may be too high, or is not to be relied upon. */
  static boolean isWarned(Estimate estimate) {
    return estimate.warnings().stream()
        .anyMatch(
            w ->
                w instanceof EstimateWarning.TrainingFailed
                    || w instanceof EstimateWarning.AboveTestPart
                    || w instanceof EstimateWarning.AboveTraining
                    || w instanceof EstimateWarning.CriticsDisagree
                    || w instanceof EstimateWarning.FewToTrain);
  }

  /** The 40 estimates by one estimator, and how many of them are above their limits. */
  private record Result(String summary, List<String> rows) {}

  /**
   * Measures, and writes the table after each estimator.
   *
   * @param args the file to complete, and labels of estimators to measure anew; those that it lacks
   *     if there are none
   * @throws IOException if the file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    List<String> labels = List.of(args).subList(1, args.length);
    Map<String, Result> known = known(file);
    for (NeuralMutualInformation estimator : ESTIMATORS) {
      String label = estimator.toString();
      if (labels.isEmpty() ? !known.containsKey(label) : labels.contains(label)) {
        known.put(label, measured(estimator));
        List<Result> results = new ArrayList<>();
        for (NeuralMutualInformation each : ESTIMATORS) {
          Result result = known.get(each.toString());
          if (result != null) {
            results.add(result);
          }
        }
        write(file, results);
      }
    }
  }

  private static Result measured(NeuralMutualInformation estimator) {
    int above = 0;
    int unwarned = 0;
    int warned = 0;
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      Run run = new Run(i);
      Estimate estimate = estimator.withSeed(SEED.derive("training", i)).estimate(run.samples());
      boolean high = estimate.nats() > run.limit(estimate);
      above += high ? 1 : 0;
      warned += isWarned(estimate) ? 1 : 0;
      unwarned += high && !isWarned(estimate) ? 1 : 0;
      rows.add(row(estimator, run, estimate, high));
      System.out.println(rows.get(i));
    }
    return new Result(
        String.format(Locale.ROOT, "| %s | %d | %d | %d |", estimator, above, unwarned, warned),
        rows);
  }

  /** What the file holds, by label. */
  private static Map<String, Result> known(Path file) throws IOException {
    Map<String, Result> known = new HashMap<>();
    if (!Files.exists(file)) {
      return known;
    }
    List<String> lines = Files.readAllLines(file);
    for (NeuralMutualInformation estimator : ESTIMATORS) {
      List<String> own =
          lines.stream().filter(line -> line.startsWith("| " + estimator + " |")).toList();
      if (own.size() == 1 + RUNS) {
        known.put(estimator.toString(), new Result(own.get(0), own.subList(1, 1 + RUNS)));
      }
    }
    return known;
  }

  private static String row(
      NeuralMutualInformation estimator, Run run, Estimate estimate, boolean high) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %s | %s |",
        estimator,
        run.d(),
        run.n(),
        run.truth(),
        estimate.nats(),
        estimate.diagnostics().getOrDefault("in-sample", Double.NaN),
        run.error(estimate),
        run.limit(estimate),
        high ? "yes" : "",
        estimate.warnings().stream()
            .map(w -> w.getClass().getSimpleName())
            .collect(Collectors.joining(", ")));
  }

  private static void write(Path file, List<Result> results) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Neural estimates that exceed what can be known");
    lines.add("");
    lines.add(
        "`./mvnw -Pmeasure -pl core-java/neural -am -DskipTests verify -Dmeasure=overestimates`, "
            + LocalDate.now(ZoneOffset.UTC)
            + ". 40 Gaussian samples of d + d columns, held-out estimates in nats. *Above*: higher"
            + " than min(log n, truth + 3 standard errors). The standard error is the estimate's"
            + " own; a single critic has none, and rho sqrt(d / m) of its m test rows stands in."
            + " CLUB and leave-one-out are upper bounds and not in the table.");
    lines.add("");
    lines.add("| estimator | above | above without a warning | with a warning, of 40 |");
    lines.add("|---|---:|---:|---:|");
    results.forEach(result -> lines.add(result.summary));
    lines.add("");
    lines.add(
        "| estimator | d | n | truth | estimate | in-sample | standard error | limit | above |"
            + " warnings |");
    lines.add("|---|---:|---:|---:|---:|---:|---:|---:|---|---|");
    results.forEach(result -> lines.addAll(result.rows));
    Files.write(file, lines);
  }
}
