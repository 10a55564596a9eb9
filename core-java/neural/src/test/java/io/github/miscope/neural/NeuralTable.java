package io.github.miscope.neural;

import com.sun.management.OperatingSystemMXBean;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Measures neural estimators on correlated Gaussians of known information, and writes a table:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/neural -am -DskipTests verify \
 *     -Dmeasure="table n=10000 d=1,2,5,10 information=0,0.5,1,2:1.0217,2,5 seeds=10 estimators=all"
 * </pre>
 *
 * <p>Options that are left out are those above. An information such as 2:1.0217 is for d = 2 alone.
 * Estimators are named by their labels. Rows that the file already has are kept, so that an
 * interrupted run goes on where it was; a file with another n or number of seeds is not touched
 * ({@code file=target/table.md} names another one).
 */
public final class NeuralTable {

  static final List<NeuralMutualInformation> ESTIMATORS =
      List.of(
          NeuralPresets.mineLocal(),
          NeuralPresets.nwjLocal(),
          NeuralPresets.infoNceLocal(),
          NeuralPresets.smileLocal(),
          NeuralPresets.jensenShannonLocal(),
          NeuralPresets.clubLocal(),
          NeuralPresets.leaveOneOutLocal());

  private static final Seed SEED = Seed.of(2026);

  private NeuralTable() {}

  /**
   * Runs everything, and writes the table after each row.
   *
   * @param args the file to write, and options
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    List<String> options = List.of(args).subList(1, args.length);
    int n = Integer.parseInt(option(options, "n", "10000"));
    int seeds = Integer.parseInt(option(options, "seeds", "10"));
    List<String> names = List.of(option(options, "estimators", "all").split(",", -1));
    Path file = Path.of(option(options, "file", args[0]));
    String size = String.format(Locale.ROOT, "n = %d, %d seeds", n, seeds);
    List<String> known = Files.exists(file) ? Files.readAllLines(file) : List.of();
    if (!known.isEmpty() && known.stream().noneMatch(line -> line.contains(size))) {
      throw new IllegalArgumentException(
          file + " has other sizes than " + size + ": name another one, file=target/table.md");
    }
    Set<String> rows = new TreeSet<>(Comparator.comparing(NeuralTable::place));
    known.stream().filter(line -> line.startsWith("| ")).skip(1).forEach(rows::add);
    for (NeuralMutualInformation estimator : ESTIMATORS) {
      if (names.contains("all") || names.contains(estimator.toString())) {
        for (String d : option(options, "d", "1,2,5,10").split(",", -1)) {
          for (String truth :
              option(options, "information", "0,0.5,1,2:1.0217,2,5").split(",", -1)) {
            int columns = Integer.parseInt(d);
            String[] only = truth.split(":", -1);
            if (only.length == 2 && !only[0].equals(d)) {
              continue;
            }
            double nats = Double.parseDouble(only[only.length - 1]);
            String start = start(estimator, columns, nats);
            if (rows.stream().noneMatch(row -> row.startsWith(start))) {
              String row = row(estimator, n, columns, nats, seeds);
              System.out.println(row);
              rows.add(row);
            }
            write(file, options, size, rows);
          }
        }
      }
    }
  }

  private static void write(Path file, List<String> options, String size, Set<String> rows)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Neural estimators on correlated Gaussians");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "`./mvnw -Pmeasure -pl core-java/neural -am -DskipTests verify"
                + " -Dmeasure=\"table %s\"`, %s. %s (data and training), nats. *Mean*"
                + " and *sd* are of held-out estimates, *in-sample* is the mean value on training"
                + " data. CLUB is an upper bound: with the true density it is d rho²/(1 - rho²)"
                + " here, which stands in its own column. Seconds are of processor time, for one estimate.",
            String.join(" ", options),
            LocalDate.now(ZoneOffset.UTC),
            size));
    lines.add("");
    lines.add(
        "| estimator | d | truth | mean | bias | sd | in-sample | steps | seconds | CLUB's own |");
    lines.add("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    lines.addAll(rows);
    Files.write(file, lines);
  }

  /** Rows are in the order of estimators, then of d, then of information. */
  private static String place(String row) {
    String[] cells = row.split(" *\\| *", -1);
    List<String> labels = ESTIMATORS.stream().map(NeuralMutualInformation::toString).toList();
    return String.format(
        Locale.ROOT,
        "%3d %3d %9.4f",
        labels.indexOf(cells[1]),
        Integer.parseInt(cells[2]),
        Double.parseDouble(cells[3]));
  }

  private static String start(NeuralMutualInformation estimator, int d, double truth) {
    return String.format(Locale.ROOT, "| %s | %d | %.4f | ", estimator, d, truth);
  }

  /** Of all threads, since other programs may keep the clock running. */
  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static String option(List<String> options, String name, String otherwise) {
    return options.stream()
        .filter(option -> option.startsWith(name + "="))
        .map(option -> option.substring(name.length() + 1))
        .findFirst()
        .orElse(otherwise);
  }

  private static String row(
      NeuralMutualInformation estimator, int n, int d, double truth, int seeds) {
    double rho = Math.sqrt(-Math.expm1(-2 * truth / d));
    double[] nats = new double[seeds];
    double inSample = 0;
    double steps = 0;
    long start = processorTime();
    for (int s = 0; s < seeds; s++) {
      Samples samples =
          Tasks.correlatedGaussians(d, rho)
              .sample(n, SEED.derive("d", d).derive("information " + truth).derive("data", s));
      Estimate estimate = estimator.withSeed(SEED.derive("training", s)).estimate(samples);
      nats[s] = estimate.nats();
      inSample += estimate.diagnostics().getOrDefault("in-sample", Double.NaN) / seeds;
      steps += estimate.diagnostics().getOrDefault("steps", Double.NaN) / seeds;
    }
    double seconds = (processorTime() - start) / 1e9 / seeds;
    double mean = Arrays.stream(nats).average().orElseThrow();
    double variance = 0;
    for (double v : nats) {
      variance += (v - mean) * (v - mean) / Math.max(1, seeds - 1);
    }
    return String.format(
        Locale.ROOT,
        "%s%.4f | %+.4f | %.4f | %.4f | %.0f | %.1f | %s |",
        start(estimator, d, truth),
        mean,
        mean - truth,
        Math.sqrt(variance),
        inSample,
        steps,
        seconds,
        estimator.bound().needsDensity() && !estimator.bound().comparesWithMany()
            ? String.format(Locale.ROOT, "%.4f", d * rho * rho / (1 - rho * rho))
            : "");
  }
}
