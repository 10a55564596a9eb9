package io.github.miscope.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.encoded.Projected;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.file.WholeFile;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Embedding;
import io.github.miscope.task.Sampler;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;

/**
 * Measures estimates of variables of 1000 columns that share few dimensions, and writes the table:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify \
 *     -Dmeasure="columns core-java/benchmarks/columns.md seeds=3 others=1 slow=1"
 * </pre>
 *
 * <p>Truths are ten levels from 0 to 2 bits, n = 2000; {@code seeds} samples of each where half of
 * the columns are copies, {@code slow} of estimators that take long, {@code others} of the other
 * tasks. Other options: {@code levels}, {@code slow-levels}, {@code tasks=copies,noise,network},
 * {@code dimensions=1,5,9}, {@code estimators=} a part of a label.
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
    int others = Integer.parseInt(option(options, "others", "1"));
    int slow = Integer.parseInt(option(options, "slow", "1"));
    int levels = Integer.parseInt(option(options, "levels", "10"));
    int slowLevels = Integer.parseInt(option(options, "slow-levels", "3"));
    List<String> kinds = List.of(option(options, "tasks", "copies,noise,network").split(",", -1));
    List<String> lines = head(String.join(" ", args), levels);
    for (Map.Entry<String, Candidate> entry : candidates().entrySet()) {
      Candidate candidate = entry.getValue();
      for (String name : kinds) {
        Kind kind = Kind.valueOf(name.toUpperCase(Locale.ROOT));
        int samples = kind == Kind.COPIES ? seeds : others;
        if (candidate.slow()) {
          samples = kind == Kind.COPIES ? slow : 0;
        }
        for (String d : option(options, "dimensions", "1,5,9").split(",", -1)) {
          if (samples > 0 && entry.getKey().contains(option(options, "estimators", ""))) {
            lines.add(
                row(
                    kind,
                    Integer.parseInt(d),
                    entry.getKey(),
                    candidate.estimator(),
                    samples,
                    candidate.slow() ? slowLevels : levels));
            WholeFile.write(file, String.join("\n", lines) + "\n");
          }
        }
      }
    }
  }

  private static List<String> head(String arguments, int levels) {
    List<String> lines = new ArrayList<>();
    lines.add("# Few shared dimensions in many columns");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "`./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify"
                + " -Dmeasure=\"columns %s\"`, %s, %d thread(s). Normal variables of 1, 5 and 9"
                + " dimensions, embedded in %d columns each; n = %d, truths from 0 to %.0f bits"
                + " (%d levels, fewer for slow estimators). **All values are in bits.** *Mean"
                + " error* is the mean of |estimate - truth|, *excess* the largest estimate -"
                + " truth. Seconds are for one estimate: of processor time, and of the clock on a"
                + " machine with other work.",
            arguments,
            LocalDate.now(ZoneOffset.UTC),
            1 + ForkJoinPool.getCommonPoolParallelism(),
            WIDTH,
            N,
            BITS,
            levels));
    lines.addAll(
        List.of(
            "",
            "*Half copies, half noise* is the task of latentmi (Gowri et al. 2024,"
                + " arXiv:2409.02732): its published estimates (LMI) have a mean error of 0.12, 0.42"
                + " and 0.67 bits for 1, 5 and 9 dimensions, its rows of KSG 1.00, 1.01 and 1.01.",
            "",
            "| columns | dimensions | estimator | levels x samples | mean error | at independence"
                + " | at 2 bits | excess | codes at 2 bits | processor s | clock s |",
            "|---|---:|---|---:|---:|---:|---:|---:|---|---:|---:|"));
    return lines;
  }

  private static Map<String, Candidate> candidates() {
    Map<String, Candidate> all = new LinkedHashMap<>();
    all.put("auto on canonical variates", new Candidate(Projected.of(Presets.auto()), false));
    all.put("KSG", new Candidate(Presets.ksg(), true));
    all.put("auto", new Candidate(Presets.auto(), true));
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
    double processor = 0;
    String codes = "";
    for (int level = 0; level < levels; level++) {
      double bits = BITS * level / (levels - 1);
      for (int i = 0; i < samples; i++) {
        Samples drawn =
            kind.task(d, bits * Math.log(2))
                .sample(N, Seed.of(2024).derive(kind.name() + d, i).derive("level", level));
        double before = processorTime();
        long start = System.nanoTime();
        Estimate estimate = estimator.estimate(drawn);
        seconds += (System.nanoTime() - start) / 1e9;
        processor += processorTime() - before;
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
            "| %s | %d | %s | %d x %d | %.3f | %.3f | %.3f | %.3f | %s | %.1f | %.1f |",
            kind.text,
            d,
            name,
            levels,
            samples,
            error / cells,
            atZero,
            atLargest,
            excess,
            codes,
            processor / cells,
            seconds / cells);
    System.out.println(row);
    return row;
  }

  /** Seconds of processor time of all threads. */
  private static double processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  private static String option(List<String> options, String name, String otherwise) {
    return options.stream()
        .filter(option -> option.startsWith(name + "="))
        .map(option -> option.substring(name.length() + 1))
        .findFirst()
        .orElse(otherwise);
  }
}
