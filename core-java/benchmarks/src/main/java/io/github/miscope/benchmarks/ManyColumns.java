package io.github.miscope.benchmarks;

import io.github.miscope.encoder.Pca;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.encoded.Compressed;
import io.github.miscope.estimator.encoded.Projected;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.file.WholeFile;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Embedding;
import io.github.miscope.task.Sampler;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures estimates of variables of 1000 columns that share few dimensions, and writes the table:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify \
 *     -Dmeasure="columns core-java/benchmarks/columns.md seeds=3 slow=1"
 * </pre>
 *
 * <p>Truths are ten levels from 0 to 2 bits, n = 2000. Other options: {@code levels}, {@code
 * tasks=copies,noise,network}, {@code dimensions=1,5,9}, {@code estimators=} a part of a label.
 */
public final class ManyColumns {

  private static final int WIDTH = 1000;

  private static final int N = 2000;

  private static final double BITS = 2;

  private ManyColumns() {}

  /** How columns come from what is shared. */
  private enum Kind {
    /** The task of Gowri et al. 2024: half of the columns copy one, half are noise. */
    COPIES("half copies, half noise") {
      @Override
      Embedding embedding(int d) {
        int copies = Math.round(WIDTH / 2f / d);
        return Embedding.duplicateSelf(copies)
            .then(Embedding.duplicateNoise(WIDTH - copies * d, 1));
      }
    },
    NOISE("once each, the others noise") {
      @Override
      Embedding embedding(int d) {
        return Embedding.duplicateNoise(WIDTH - d, 1);
      }
    },
    NETWORK("through a random network") {
      @Override
      Embedding embedding(int d) {
        return Embedding.randomNetwork(WIDTH);
      }
    };

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    abstract Embedding embedding(int d);

    Sampler task(int d, double nats) {
      Embedding embedding = embedding(d);
      return Tasks.correlatedGaussiansWithInformation(d, nats).map(embedding, embedding);
    }
  }

  /** An estimator and whether it takes more than a few seconds. */
  private record Candidate(MutualInformationEstimator estimator, boolean slow) {}

  /**
   * Runs everything.
   *
   * @param args the file to write and options
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    List<String> options = List.of(args).subList(1, args.length);
    int seeds = Integer.parseInt(option(options, "seeds", "3"));
    int slow = Integer.parseInt(option(options, "slow", "1"));
    int levels = Integer.parseInt(option(options, "levels", "10"));
    List<String> kinds = List.of(option(options, "tasks", "copies,noise,network").split(",", -1));
    List<String> lines = head(String.join(" ", args), seeds, slow, levels);
    for (String kind : kinds) {
      for (String d : option(options, "dimensions", "1,5,9").split(",", -1)) {
        for (Map.Entry<String, Candidate> entry : candidates().entrySet()) {
          Candidate candidate = entry.getValue();
          int samples = candidate.slow() ? slow : seeds;
          if (samples > 0 && entry.getKey().contains(option(options, "estimators", ""))) {
            lines.add(
                row(
                    Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    Integer.parseInt(d),
                    entry.getKey(),
                    candidate.estimator(),
                    samples,
                    levels));
            WholeFile.write(file, String.join("\n", lines) + "\n");
          }
        }
      }
    }
  }

  private static List<String> head(String arguments, int seeds, int slow, int levels) {
    List<String> lines = new ArrayList<>();
    lines.add("# Few shared dimensions in many columns");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "`./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify"
                + " -Dmeasure=\"columns %s\"`, %s, %d threads. Normal variables of 1, 5 and 9"
                + " dimensions, embedded in %d columns each; n = %d, %d truths from 0 to %.0f bits,"
                + " %d samples of each, %d for *auto* and *KSG* of all columns. **All values are"
                + " in bits.** *Mean error* is the mean of |estimate - truth|, *largest excess*"
                + " the largest estimate - truth. Seconds are of the clock for one estimate.",
            arguments,
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            WIDTH,
            N,
            levels,
            BITS,
            seeds,
            slow));
    lines.addAll(
        List.of(
            "",
            "*Half copies, half noise* is the task of latentmi (Gowri et al. 2024,"
                + " arXiv:2409.02732): its published estimates (LMI) have a mean error of 0.12, 0.42"
                + " and 0.67 bits for 1, 5 and 9 dimensions, its rows of KSG 1.00, 1.01 and 1.01.",
            "",
            "| columns | dimensions | estimator | samples | mean error | at independence"
                + " | at the largest truth | largest excess | codes there | seconds |",
            "|---|---:|---|---:|---:|---:|---:|---:|---|---:|"));
    return lines;
  }

  private static Map<String, Candidate> candidates() {
    Map<String, Candidate> all = new LinkedHashMap<>();
    all.put("auto on canonical variates", new Candidate(Projected.of(Presets.auto()), false));
    all.put(
        "KSG on 10 components",
        new Candidate(Compressed.of(Presets.ksg(), Pca.to(10), Pca.to(10)), false));
    all.put("auto", new Candidate(Presets.auto(), true));
    all.put("KSG", new Candidate(Presets.ksg(), true));
    return all;
  }

  private static String row(
      Kind kind,
      int d,
      String name,
      MutualInformationEstimator estimator,
      int samples,
      int levels) {
    double error = 0;
    double atZero = 0;
    double atLargest = 0;
    double excess = Double.NEGATIVE_INFINITY;
    double seconds = 0;
    String codes = "";
    for (int level = 0; level < levels; level++) {
      double bits = BITS * level / (levels - 1);
      for (int i = 0; i < samples; i++) {
        Samples drawn =
            kind.task(d, bits * Math.log(2))
                .sample(N, Seed.of(2024).derive(kind.name() + d, i).derive("level", level));
        long start = System.nanoTime();
        Estimate estimate = estimator.estimate(drawn);
        seconds += (System.nanoTime() - start) / 1e9;
        double difference = estimate.bits() - bits;
        error += Math.abs(difference);
        excess = Math.max(excess, difference);
        if (level == 0) {
          atZero += estimate.bits() / samples;
        }
        if (level == levels - 1) {
          atLargest += estimate.bits() / samples;
          codes =
              estimate.findings(Finding.Codes.class).stream()
                  .map(found -> found.text().orElse(""))
                  .findFirst()
                  .orElse("");
        }
      }
    }
    int cells = levels * samples;
    String row =
        String.format(
            Locale.ROOT,
            "| %s | %d | %s | %d | %.3f | %.3f | %.3f | %.3f | %s | %.1f |",
            kind.text,
            d,
            name,
            samples,
            error / cells,
            atZero,
            atLargest,
            excess,
            codes,
            seconds / cells);
    System.out.println(row);
    return row;
  }

  private static String option(List<String> options, String name, String otherwise) {
    return options.stream()
        .filter(option -> option.startsWith(name + "="))
        .map(option -> option.substring(name.length() + 1))
        .findFirst()
        .orElse(otherwise);
  }
}
