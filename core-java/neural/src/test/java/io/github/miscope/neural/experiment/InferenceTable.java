package io.github.miscope.neural.experiment;

import io.github.miscope.encoder.Pca;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.encoded.Compressed;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.neural.NeuralPresets;
import io.github.miscope.sample.Seed;
import io.github.miscope.score.EncoderRow;
import io.github.miscope.score.EncoderTable;
import io.github.miscope.score.MiScore;
import io.github.miscope.score.Origin;
import io.github.miscope.score.Representations;
import io.github.miscope.score.ScoreRow;
import io.github.miscope.score.ScoreTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether scores tell a stolen encoder from an independent one, seed by seed; a table is written
 * after each row, and a new run goes on where it ends:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/neural -am -DskipTests verify -Dmeasure="inference seeds=10"
 * </pre>
 */
public final class InferenceTable {

  private static final String STOLEN = "stolen, no heads";

  /** The fewest with which a p-value can be below 0.05: then groups are largest. */
  private static final int GROUPS = 5;

  private static final double LEVEL = 0.05;

  private static final String TEXT =
      """
      `./mvnw -Pmeasure -pl core-java/neural -am -DskipTests verify -Dmeasure="inference seeds=10"`
      adds what is missing here; `estimators=KSG` takes those with a name like it, `folder=` keeps
      the encoders elsewhere than in `target/inference`.

      `Experiments.datasetInference(Size.SMALL)`, each seed with a victim, an encoder stolen without
      heads, a distilled one, two independent and three random ones. The thief asks about the images
      that the independent encoders learn from; scores are of the victim's 1000 private images, in
      16 columns. Baselines are the independent encoders: score 0 is their mean, score 1 a copy of
      the victim. *p* is the p-value for telling more of the victim than either of them; with 5
      groups of 200 images the smallest is 0.031. Codes are principal components. The last
      column has the score of Definition 5.1 of the thesis, whose baseline is the random encoders,
      for the stolen one and for the mean of the independent ones.

      The number of groups, the epochs of `SMALL` and *KSG-Local on 8 codes* were chosen after a look at
      seed 1, and before any other seed. The copy is the victim itself. Seconds are of a busy machine.
      """;

  private InferenceTable() {}

  private static Map<String, MutualInformationEstimator> estimators() {
    Map<String, MutualInformationEstimator> all = new LinkedHashMap<>();
    all.put("kNN (thesis)", EntropySum.of(Entropies.knnEntropy()));
    all.put("KSG-Local", Presets.ksgLocal());
    all.put("KSG-Global-Linf", Presets.ksgGlobalLinf());
    all.put("KSG-Local on 8 codes", Compressed.of(Presets.ksgLocal(), Pca.to(8), Pca.to(8)));
    all.put("auto", Presets.auto());
    all.put(
        "WKL on 4 codes",
        Compressed.of(EntropySum.of(Entropies.weightedKnnEntropy()), Pca.to(4), Pca.to(4)));
    all.put("InfoNCE", NeuralPresets.infoNce());
    return all;
  }

  /**
   * Runs everything that is missing.
   *
   * @param args the file to write, and options
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    List<String> options = List.of(args).subList(1, args.length);
    int seeds = Integer.parseInt(option(options, "seeds", "10"));
    Path file = Path.of(option(options, "file", args[0]));
    Path folder = Path.of(option(options, "folder", "target/inference"));
    String wanted = option(options, "estimators", "");
    List<String> rows = new ArrayList<>();
    if (Files.exists(file)) {
      Files.readAllLines(file).stream()
          .filter(line -> line.matches("\\| \\d.*"))
          .forEach(rows::add);
    }
    for (int seed = 1; seed <= seeds; seed++) {
      DatasetInferenceResult result = null;
      for (Map.Entry<String, MutualInformationEstimator> entry : estimators().entrySet()) {
        String key = "| " + seed + " | " + entry.getKey() + " |";
        // A critic is trained for each of 48 estimates of a seed: only if it is asked for.
        boolean asked =
            wanted.isEmpty() ? !entry.getKey().equals("InfoNCE") : entry.getKey().contains(wanted);
        if (!asked || rows.stream().anyMatch(row -> row.startsWith(key))) {
          continue;
        }
        if (result == null) {
          result = encoders(seed, folder);
          String encoders = "| " + seed + " | encoders |";
          if (rows.stream().noneMatch(row -> row.startsWith(encoders))) {
            rows.add(encoders + quality(result.evaluate()));
          }
        }
        rows.add(key + scores(entry.getValue(), result.representations()));
        System.out.println(rows.get(rows.size() - 1));
        write(file, rows);
      }
    }
  }

  private static DatasetInferenceResult encoders(int seed, Path folder) throws IOException {
    return Experiments.datasetInference(Size.SMALL)
        .withHeads(Heads.NONE)
        .withTemperatures(0.2)
        .withSeed(Seed.of(seed))
        .run(folder.resolve("seed-" + seed));
  }

  private static String quality(EncoderTable table) {
    StringBuilder text = new StringBuilder();
    for (Origin origin :
        new Origin[] {
          Origin.VICTIM, Origin.STOLEN, Origin.DISTILLED, Origin.INDEPENDENT, Origin.RANDOM
        }) {
      List<EncoderRow> rows = table.of(origin).rows();
      text.append(
          String.format(
              Locale.ROOT,
              " %.1f / %.1f |",
              100 * rows.stream().mapToDouble(EncoderRow::accuracy).average().orElseThrow(),
              100 * rows.stream().mapToDouble(EncoderRow::overlap).average().orElseThrow()));
    }
    return text.toString();
  }

  private static String scores(MutualInformationEstimator estimator, Representations all) {
    long start = System.nanoTime();
    ScoreTable table = MiScore.of(estimator).withGroups(GROUPS).of(all);
    ScoreRow stolen = table.row(STOLEN);
    ScoreRow distilled = table.row("distilled");
    double random = nats(table, name -> name.startsWith("random"));
    double independent = nats(table, name -> name.startsWith("independent"));
    double scale = table.maximum() - random;
    double most =
        table.rows().stream().skip(1).mapToDouble(row -> row.estimate().nats()).max().orElseThrow();
    return String.format(
        Locale.ROOT,
        " %.3f | %.3f | %.3f | %.3f | %.3f | %.3f ± %.3f | %.4f | %.3f ± %.3f | %.4f | %s | %.3f /"
            + " %.3f | %.0f |",
        table.maximum(),
        stolen.estimate().nats(),
        distilled.estimate().nats(),
        independent,
        random,
        stolen.score(),
        stolen.standardError(),
        stolen.pValue().orElseThrow(),
        distilled.score(),
        distilled.standardError(),
        distilled.pValue().orElseThrow(),
        table.maximum() > most ? "yes" : "no",
        (stolen.estimate().nats() - random) / scale,
        (independent - random) / scale,
        (System.nanoTime() - start) / 1e9);
  }

  private static double nats(ScoreTable table, Predicate<String> names) {
    return table.rows().stream()
        .filter(row -> names.test(row.name()))
        .mapToDouble(row -> row.estimate().nats())
        .average()
        .orElseThrow();
  }

  private static void write(Path file, List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of("# Whose encoder is it", ""));
    lines.addAll(TEXT.lines().toList());
    lines.add("");
    lines.add("Last written on " + LocalDate.now(ZoneOffset.UTC) + ".");
    lines.add("");
    lines.add(
        "Seeds in which the stolen (distilled) encoder has the larger score with p <= "
            + LEVEL
            + ", and in which the copy's score is the largest:");
    lines.add("");
    lines.add("| estimator | seeds | stolen | distilled | copy largest |");
    lines.add("|---|---:|---:|---:|---:|");
    estimators().keySet().forEach(name -> summary(name, rows).forEach(lines::add));
    lines.add("");
    lines.add(
        "Accuracy of one linear layer on 1000 test images / share of the 10 nearest neighbours in"
            + " common with the victim, in %:");
    lines.add("");
    lines.add("| seed | | victim | stolen | distilled | independent | random |");
    lines.add("|---:|---|---:|---:|---:|---:|---:|");
    rows.stream().filter(row -> row.contains("| encoders |")).forEach(lines::add);
    lines.add("");
    lines.add("Estimates of I(victim; encoder) in nats, scores with standard errors:");
    lines.add("");
    lines.add(
        "| seed | estimator | copy | stolen | distilled | independent | random | score stolen | p |"
            + " score distilled | p | copy largest | by random: stolen / independent | s |");
    lines.add("|---:|---|" + "---:|".repeat(9) + "---|---:|---:|");
    for (String name : estimators().keySet()) {
      rows.stream().filter(row -> row.contains("| " + name + " |")).forEach(lines::add);
    }
    Files.write(file, lines);
  }

  private static Stream<String> summary(String name, List<String> rows) {
    List<String[]> cells =
        rows.stream()
            .filter(row -> row.contains("| " + name + " |"))
            .map(row -> row.split("\\|", -1))
            .toList();
    if (cells.isEmpty()) {
      return Stream.of();
    }
    return Stream.of(
        String.format(
            Locale.ROOT,
            "| %s | %d | %d | %d | %d |",
            name,
            cells.size(),
            cells.stream().filter(row -> isFound(row[8], row[9])).count(),
            cells.stream().filter(row -> isFound(row[10], row[11])).count(),
            cells.stream().filter(row -> row[12].strip().equals("yes")).count()));
  }

  private static boolean isFound(String score, String pValue) {
    return Double.parseDouble(score.strip().split(" ", -1)[0]) > 0
        && Double.parseDouble(pValue.strip()) <= LEVEL;
  }

  private static String option(List<String> options, String name, String otherwise) {
    return options.stream()
        .filter(option -> option.startsWith(name + "="))
        .map(option -> option.substring(name.length() + 1))
        .findFirst()
        .orElse(otherwise);
  }
}
