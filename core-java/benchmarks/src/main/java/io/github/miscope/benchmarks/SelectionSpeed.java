package io.github.miscope.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.github.miscope.file.WholeFile;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.selection.SelectionPlan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Time of a selection among a thousand columns: the first in a Java machine, and those after. */
public final class SelectionSpeed {

  private static final String ONE = "one";
  private static final int N = 500;
  private static final int NOISE = 995;
  private static final int MOST = 5;
  private static final int CALLS = 3;
  private static final List<String> VECTOR = List.of("--add-modules", "jdk.incubator.vector");

  private SelectionSpeed() {}

  /**
   * Writes the table.
   *
   * @param args the file and, optionally, how many machines are started for each row
   * @throws IOException if it cannot be written, or a Java machine cannot be started
   */
  public static void main(String[] args) throws IOException {
    if (args[0].equals(ONE)) {
      one();
      return;
    }
    int machines = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    String table =
        String.format(
            Locale.ROOT,
            """
            # Selecting %d of %d columns

            %d rows like Friedman's: five columns tell of the target, five copy them, %d are noise.
            `SelectionPlan` as it is, CMIM with a test of each column; all processors (%d).
            Seconds on the clock and of processor time, the median of %d Java machines, each started
            for three selections: in the first most time goes into compiling.

            `./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify
            -Dmeasure="selection core-java/benchmarks/selection.md"`

            | kernels | first, clock | first, processor | third, clock | third, processor |
            |---|---:|---:|---:|---:|
            """,
            MOST,
            2 * MOST + NOISE,
            N,
            NOISE,
            Runtime.getRuntime().availableProcessors(),
            machines);
    WholeFile.write(
        Path.of(args[0]),
        table + row("Vector API", VECTOR, machines) + row("plain loops", List.of(), machines));
  }

  private static String row(String name, List<String> options, int machines) throws IOException {
    double[][] times = new double[4][machines];
    for (int m = 0; m < machines; m++) {
      String[] words = FreshMachine.words(options, SelectionSpeed.class, ONE);
      for (int i = 0; i < times.length; i++) {
        int call = i < 2 ? 0 : CALLS - 1;
        times[i][m] = Double.parseDouble(words[2 * call + i % 2]);
      }
    }
    StringBuilder row = new StringBuilder("| " + name + " |");
    for (double[] some : times) {
      Arrays.sort(some);
      row.append(String.format(Locale.ROOT, " %.1f |", some[machines / 2]));
    }
    return row.append(String.format("%n")).toString();
  }

  /** Prints clock and processor time of each call, in seconds. */
  private static void one() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    SelectionPlan plan = plan();
    for (int call = 0; call < CALLS; call++) {
      long clock = System.nanoTime();
      long processor = system.getProcessCpuTime();
      plan.run();
      Speed.line(
          "%.3f %.3f",
          (System.nanoTime() - clock) / 1e9, (system.getProcessCpuTime() - processor) / 1e9);
    }
  }

  private static SelectionPlan plan() {
    UniformRandomProvider random = Seed.of(27).generator();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] x = new double[2 * MOST + NOISE][N];
    double[] y = new double[N];
    for (int i = 0; i < N; i++) {
      for (double[] column : x) {
        column[i] = random.nextDouble();
      }
      for (int j = 0; j < MOST; j++) {
        x[MOST + j][i] = x[j][i];
      }
      y[i] =
          10 * Math.sin(Math.PI * x[0][i] * x[1][i])
              + 30 * (x[2][i] - 0.5) * (x[2][i] - 0.5)
              + 8 * x[3][i]
              + 8 * x[4][i]
              + normal.sample();
    }
    List<Variable> columns = new ArrayList<>();
    IntStream.range(0, x.length).forEach(j -> columns.add(Variable.of("x" + j, x[j])));
    return SelectionPlan.of(Variable.of("y", y), columns).withMost(MOST);
  }
}
