package io.github.miscope.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.gaussian.GaussianMutualInformation;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.file.WholeFile;
import io.github.miscope.network.MiNetwork;
import io.github.miscope.network.NetworkColumns;
import io.github.miscope.network.NetworkPlan;
import io.github.miscope.network.PairRows;
import io.github.miscope.network.PairSelection;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Seed;
import io.github.miscope.scaling.Scaling;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Measures networks of many columns, and writes the table:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify \
 *     -Dmeasure="networks core-java/benchmarks/networks.md copula:2000 ksg:2000 copula:10000"
 * </pre>
 *
 * <p>Each further argument is an estimator and the number of columns; {@code n=500} sets the rows.
 * Each network runs as often as {@code times=1} says, and the last time counts; {@code
 * stream:copula:10000} writes pairs to nowhere instead of keeping them, and tells how many
 * characters they take.
 */
public final class Networks {

  private static final int GROUP = 10;

  private Networks() {}

  /**
   * Runs everything.
   *
   * @param args the file to write, options and networks
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    List<String> lines = new ArrayList<>(head(String.join(" ", args)));
    int n = 500;
    int times = 1;
    for (String argument : List.of(args).subList(1, args.length)) {
      if (argument.startsWith("n=")) {
        n = Integer.parseInt(argument.substring(2));
      } else if (argument.startsWith("times=")) {
        times = Integer.parseInt(argument.substring("times=".length()));
      } else {
        String row = "";
        for (int time = 0; time < times; time++) {
          row = row(argument, n);
          System.out.println(row);
        }
        lines.add(row);
        WholeFile.write(Path.of(args[0]), String.join("\n", lines) + "\n");
      }
    }
  }

  private static List<String> head(String arguments) {
    return List.of(
        "# Networks of many columns",
        "",
        String.format(
            Locale.ROOT,
            "`-Dmeasure=\"networks %s\"`, %s, %d processors, heap of at most %d MiB.",
            arguments,
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().maxMemory() >> 20),
        "",
        "| estimator | columns | rows | pairs | clock, s | processor, s | processor, us per pair |"
            + " peak heap, MiB | output, MB |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|");
  }

  private static MutualInformationEstimator estimator(String name) {
    return switch (name) {
      case "ksg" -> Scaled.of(Ksg.ksg1(), Scaling.normalRank());
      case "ranks" -> Scaled.of(Ksg.ksg1(), Scaling.rank());
      case "copula" -> Scaled.of(GaussianMutualInformation.withDefaults(), Scaling.normalRank());
      default ->
          throw new IllegalArgumentException(
              "there are ksg, ranks and copula, but no estimator " + name);
    };
  }

  private static String row(String argument, int n) {
    boolean streams = argument.startsWith("stream:");
    String[] parts = (streams ? argument.substring(7) : argument).split(":", -1);
    int d = Integer.parseInt(parts[1]);
    MutualInformationEstimator estimator = estimator(parts[0]);
    NetworkPlan plan = NetworkPlan.of(columns(d, n), estimator);
    System.gc();
    Clock.peakHeap();
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    double megabytes;
    if (streams) {
      Counter counter = new Counter();
      plan.stream(PairSelection.all(), RunOptions.withDefaults(), PairRows.csv(counter));
      megabytes = counter.characters / 1e6;
    } else {
      MiNetwork network = plan.run();
      megabytes = 8e-6 * network.finished();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double processor = (system.getProcessCpuTime() - cpu) / 1e9;
    return String.format(
        Locale.ROOT,
        "| %s%s | %d | %d | %d | %.1f | %.1f | %.2f | %.0f | %.0f |",
        estimator,
        streams ? ", all pairs as CSV" : "",
        d,
        n,
        plan.pairs(),
        seconds,
        processor,
        1e6 * processor / plan.pairs(),
        Clock.peakHeap(),
        megabytes);
  }

  /** Groups of columns that share a common part. */
  private static NetworkColumns columns(int d, int n) {
    UniformRandomProvider random = Seed.of(25).generator();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] columns = new double[d][n];
    double[] common = new double[n];
    List<String> names = new ArrayList<>();
    for (int j = 0; j < d; j++) {
      for (int i = 0; i < n; i++) {
        common[i] = j % GROUP == 0 ? normal.sample() : common[i];
        columns[j][i] = common[i] + normal.sample();
      }
      names.add("g" + j);
    }
    return NetworkColumns.of(names, columns);
  }

  /** Counts what is written. */
  private static final class Counter implements Appendable {

    private long characters;

    @Override
    public Appendable append(CharSequence text) {
      characters += text.length();
      return this;
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) {
      characters += end - start;
      return this;
    }

    @Override
    public Appendable append(char c) {
      characters++;
      return this;
    }
  }
}
