package io.github.miscope.neural;

import io.github.miscope.file.WholeFile;
import io.github.miscope.neural.training.Training;
import io.github.miscope.sample.Seed;
import io.github.miscope.sweep.SummaryRow;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.task.ScalePaper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The MINE half of Tables 2 and 3 of "Towards Robust Scale-Invariant Mutual Information
 * Estimators", added to the file of {@code ScalePaperTables} in the benchmarks, whose choices must
 * be the default ones; that program then writes the table:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/neural -am -DskipTests verify -Dmeasure="scale cells=10"
 * </pre>
 *
 * <p>A cell is one estimator on one row, 40 trials. Those that the file has are not run again, so
 * that runs of a few cells each come to the whole. What the paper does not say of MINE is ours:
 * {@code batch=100}, {@code rate=0.003}, {@code steps=600}, two layers of 100, all data train, and
 * the mean of the last 3 values is the estimate.
 */
public final class ScalePaperMine {

  private static final String CHOICES = "# choices: default";
  private static final String HEAD = "table,row,estimator,trials,rmse_norm,spearman,bias";
  private static final int TRIALS = 40;
  private static final Seed SEED = Seed.of(2024);

  private ScalePaperMine() {}

  /**
   * Runs some of the cells that are missing.
   *
   * @param args the file and options
   * @throws IOException if the file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    List<String> options = List.of(args).subList(1, args.length);
    int cells = Integer.parseInt(option(options, "cells", "1000"));
    List<String> lines =
        new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of(CHOICES, HEAD));
    if (!lines.get(0).equals(CHOICES)) {
      throw new IllegalArgumentException(file + " has \"" + lines.get(0) + "\": name another one");
    }
    for (ScalePaper.Row row : ScalePaper.rows()) {
      for (Map.Entry<String, NeuralMutualInformation> entry : estimators(options).entrySet()) {
        String start = row.table() + "," + row.number() + "," + entry.getKey() + "," + TRIALS + ",";
        if (cells > 0 && lines.stream().noneMatch(line -> line.startsWith(start))) {
          SummaryRow s =
              Sweep.of(row.task(ScalePaper.Choices.withDefaults()), entry.getValue())
                  .withSamples(row.n())
                  .withTrials(TRIALS)
                  .withSeed(SEED)
                  .run()
                  .summary()
                  .get(0);
          lines.add(
              start
                  + String.format(
                      Locale.ROOT, "%.4f,%.4f,%.4f", s.normalisedRmse(), s.spearman(), s.bias()));
          WholeFile.write(file, String.join("\n", lines) + "\n");
          System.out.println(lines.get(lines.size() - 1));
          cells--;
        }
      }
    }
  }

  private static Map<String, NeuralMutualInformation> estimators(List<String> options) {
    Training training =
        Training.withDefaults()
            .withBatch(Integer.parseInt(option(options, "batch", "100")))
            .withLearningRate(Double.parseDouble(option(options, "rate", "0.003")))
            .withSteps(Integer.parseInt(option(options, "steps", "600")))
            .withInterval(50)
            .onAllData(3);
    Map<String, NeuralMutualInformation> all = new LinkedHashMap<>();
    all.put("mine", NeuralPresets.mine());
    all.put("mine-local", NeuralPresets.mineLocal());
    all.put("mine-global", NeuralPresets.mineGlobal());
    all.put("mine-global-corrected", NeuralPresets.mineGlobalCorrected());
    all.replaceAll((name, estimator) -> estimator.withTraining(training));
    return all;
  }

  private static String option(List<String> options, String name, String otherwise) {
    return options.stream()
        .filter(option -> option.startsWith(name + "="))
        .map(option -> option.substring(name.length() + 1))
        .findFirst()
        .orElse(otherwise);
  }
}
