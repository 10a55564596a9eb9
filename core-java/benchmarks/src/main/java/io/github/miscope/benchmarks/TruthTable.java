package io.github.miscope.benchmarks;

import io.github.miscope.benchmark.Suites;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.TruthInterval;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.file.WholeFile;
import io.github.miscope.inference.Inference;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.BeyondNormal;
import io.github.miscope.task.Sampler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often the default's intervals for the truth are given, and how often they cover it, on the
 * tasks of Beyond Normal and on others, and writes the tables:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify -Dmeasure="truth core-java/benchmarks/truth.md 20 5"
 * </pre>
 */
public final class TruthTable {

  private static final int N = 1000;
  private static final Inference INFERENCE =
      Inference.of(Presets.auto()).withTruthInterval(0.95).withChecks(false);

  private final Path file;
  private final List<String> lines = new ArrayList<>();

  private final List<String> words;

  private TruthTable(Path file, List<String> words) {
    this.file = file;
    this.words = words;
  }

  /**
   * Runs everything.
   *
   * @param args the file to write; how many seeds of the tasks of Beyond Normal, and of the others;
   *     words, one of which the names of tasks must contain, may follow
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    TruthTable table = new TruthTable(Path.of(args[0]), List.of(args).subList(3, args.length));
    table.lines.add("# Intervals for the truth");
    table.lines.add("");
    table.lines.add(
        String.format(
            Locale.ROOT,
            "`./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify -Dmeasure=\"truth"
                + " %s\"`: 95 %% intervals for the truth by"
                + " `Inference.of(Presets.auto()).withTruthInterval(0.95)` at n = %d, seeds from 0"
                + " on. *given*: of how many samples; *covered*: of those given, how many contain"
                + " the truth; *confidence interval*: how many of all confidence intervals"
                + " (subsamples) do. Bias and error (estimate - truth) are means, in nats.",
            String.join(" ", args),
            N));
    table.tasks("Tasks of Beyond Normal", BeyondNormal.tasks(), Integer.parseInt(args[1]));
    table.tasks(
        "Held-out tasks",
        Suites.ourHeldOut().tasks().stream().map(task -> (Sampler) task.task()).toList(),
        Integer.parseInt(args[2]));
  }

  private void tasks(String title, List<Sampler> tasks, int seeds) throws IOException {
    if (seeds == 0) {
      return;
    }
    lines.add("");
    lines.add("## " + title + ", " + seeds + " seeds");
    lines.add("");
    lines.add(
        "| task | truth | given | covered | mean width | bias | error | confidence interval |"
            + " doubts |");
    lines.add("|---|---:|---:|---:|---:|---:|---:|---:|---|");
    Counts all = new Counts();
    for (Sampler task : tasks) {
      if (!words.isEmpty() && words.stream().noneMatch(task.toString()::contains)) {
        continue;
      }
      Counts counts = new Counts();
      for (int s = 0; s < seeds; s++) {
        counts.add(INFERENCE.estimate(task.sample(N, Seed.of(s))), task.mutualInformation());
      }
      all.add(counts);
      lines.add(
          String.format(
              Locale.ROOT, "| %s | %.3f %s", task, task.mutualInformation(), counts.row()));
      System.out.println(lines.get(lines.size() - 1));
      WholeFile.write(file, String.join("\n", lines) + "\n");
    }
    lines.add("| all | " + all.row());
    System.out.println(lines.get(lines.size() - 1));
    WholeFile.write(file, String.join("\n", lines) + "\n");
  }

  /** What was found on some samples. */
  private static final class Counts {
    private int samples;
    private int given;
    private int covered;
    private int covers;
    private double width;
    private double bias;
    private double error;
    private final Map<String, Integer> doubts = new TreeMap<>();

    void add(Estimate estimate, double truth) {
      samples++;
      error += estimate.nats() - truth;
      covers += estimate.interval().filter(i -> i.contains(truth)).isPresent() ? 1 : 0;
      if (estimate.truth().isEmpty()) {
        doubts.merge("no standard error", 1, Integer::sum);
        return;
      }
      TruthInterval found = estimate.truth().get();
      bias += found.bias();
      found.doubt().ifPresent(doubt -> doubts.merge(doubt, 1, Integer::sum));
      found
          .interval()
          .ifPresent(
              interval -> {
                given++;
                covered += interval.contains(truth) ? 1 : 0;
                width += interval.upper() - interval.lower();
              });
    }

    void add(Counts other) {
      samples += other.samples;
      given += other.given;
      covered += other.covered;
      covers += other.covers;
      width += other.width;
      bias += other.bias;
      error += other.error;
      other.doubts.forEach((doubt, count) -> doubts.merge(doubt, count, Integer::sum));
    }

    String row() {
      return String.format(
          Locale.ROOT,
          "| %d of %d | %s | %s | %+.3f | %+.3f | %.0f %% | %s |",
          given,
          samples,
          given == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * covered / given),
          given == 0 ? "" : String.format(Locale.ROOT, "%.3f", width / given),
          bias / samples,
          error / samples,
          100.0 * covers / samples,
          doubts.entrySet().stream()
              .map(entry -> entry.getKey() + " " + entry.getValue())
              .collect(Collectors.joining("; ")));
    }
  }
}
