package io.github.miscope.benchmarks;

import io.github.miscope.file.WholeFile;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * Processor time of the default estimator, its p-values and matrices, of this build and of another
 * one by turns in one Java machine, each on one thread; and of checks of data beside the estimate
 * that they check:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify -Dmeasure="default core-java/benchmarks/default-speed.md CLASSPATH 20"
 * </pre>
 *
 * <p>Cases are {@code estimate-n-d-rho}, {@code matrix-columns-n-rho}, {@code p-n-d-rho} (200
 * permutations, without checks) and {@code checks-n}.
 */
public final class DefaultSpeed {

  private static final List<String> CASES =
      List.of(
          "estimate-1000-1-0.6",
          "estimate-10000-1-0.6",
          "estimate-1000-5-0.6",
          "estimate-10000-5-0.6",
          "matrix-60-5000-0",
          "matrix-60-5000-0.5",
          "p-10000-5-0.6",
          "p-10000-5-0",
          "p-10000-5-0",
          "p-10000-5-0",
          "p-10000-5-0",
          "p-10000-5-0",
          "checks-1000000");

  private static final int PERMUTATIONS = 200;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Something to be measured; gives what tells of its result. */
  private interface Work {
    Object run() throws ReflectiveOperationException;
  }

  private DefaultSpeed() {}

  /**
   * Writes the table.
   *
   * @param args the file to write, the other build's class path, seconds of processor time for each
   *     case and build after as many to warm up (at least one round each), and cases, if not all
   * @throws IOException if the file cannot be written
   * @throws ReflectiveOperationException if the other build lacks what is called
   */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    Build other = Build.of(args[1]);
    Build current = Build.of(System.getProperty("java.class.path"));
    double seconds = Double.parseDouble(args[2]);
    List<String> lines = new ArrayList<>();
    lines.add("# Speed of the default");
    lines.add("");
    lines.add(
        "`./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify -Dmeasure=\"default FILE"
            + " CLASSPATH "
            + args[2]
            + "\"`, "
            + LocalDate.now(ZoneOffset.UTC)
            + ": processor time on one thread, medians, by turns in one Java machine. *before* is"
            + " commit f5fe2b3; for checks, the KSG estimate alone and with them.");
    lines.add("");
    lines.add("| case | before, ms | this build, ms | ratio | rounds | result |");
    lines.add("|---|---:|---:|---:|---:|---|");
    List<String> cases = args.length > 3 ? List.of(args).subList(3, args.length) : CASES;
    for (int c = 0; c < cases.size(); c++) {
      String[] parts = cases.get(c).split("-", -1);
      boolean checks = parts[0].equals("checks");
      Work first = work(checks ? current : other, checks ? "estimate" : parts[0], parts, c);
      Work second = work(current, parts[0], parts, c);
      String row = row(cases.get(c), first, second, seconds);
      System.out.println(row);
      lines.add(row);
      WholeFile.write(Path.of(args[0]), String.join("\n", lines) + "\n");
    }
  }

  private static Work work(Build build, String kind, String[] parts, int number)
      throws ReflectiveOperationException {
    Calls calls = new Calls(build);
    if (kind.equals("matrix")) {
      return calls.matrix(
          columns(
              Integer.parseInt(parts[1]),
              Integer.parseInt(parts[2]),
              Double.parseDouble(parts[3])));
    }
    boolean checks = parts[0].equals("checks");
    int d = checks ? 1 : Integer.parseInt(parts[2]);
    double rho = checks ? 0.6 : Double.parseDouble(parts[3]);
    Samples samples =
        Tasks.correlatedGaussians(d, rho)
            .sample(Integer.parseInt(parts[1]), Seed.of(1).derive("case", number));
    Object own = calls.samples(samples.x().columns(), samples.y().columns());
    Object estimator = checks ? calls.preset("ksg") : calls.preset("auto");
    return switch (kind) {
      case "estimate" -> calls.estimate(estimator, own);
      case "p" -> calls.estimate(calls.inference(estimator, PERMUTATIONS, false), own);
      case "checks" -> calls.estimate(calls.inference(estimator, 0, true), own);
      default -> throw new IllegalArgumentException("no case is called " + kind);
    };
  }

  /** Normal columns, each pair with the same correlation. */
  private static double[][] columns(int count, int n, double rho) {
    Samples samples = Tasks.correlatedGaussians(count, 0).sample(n, Seed.of(1));
    double[] common = samples.y().column(0);
    double[][] columns = samples.x().columns();
    for (double[] column : columns) {
      for (int i = 0; i < n; i++) {
        column[i] = Math.sqrt(1 - rho) * column[i] + Math.sqrt(rho) * common[i];
      }
    }
    return columns;
  }

  private static String row(String name, Work first, Work second, double seconds)
      throws ReflectiveOperationException {
    rounds(first, second, seconds);
    List<long[]> rounds = rounds(first, second, seconds);
    double before = median(rounds, round -> round[0]);
    double after = median(rounds, round -> round[1]);
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.2f | %d | %s |",
        name,
        before,
        after,
        before / after,
        rounds.size(),
        second.run());
  }

  private static List<long[]> rounds(Work first, Work second, double seconds)
      throws ReflectiveOperationException {
    List<long[]> rounds = new ArrayList<>();
    long end = THREADS.getCurrentThreadCpuTime() + (long) (2e9 * seconds);
    do {
      rounds.add(new long[] {time(first), time(second)});
    } while (THREADS.getCurrentThreadCpuTime() < end);
    return rounds;
  }

  private static long time(Work work) throws ReflectiveOperationException {
    long start = THREADS.getCurrentThreadCpuTime();
    work.run();
    return THREADS.getCurrentThreadCpuTime() - start;
  }

  private static double median(List<long[]> rounds, ToLongFunction<long[]> side) {
    return rounds.stream().mapToLong(side).sorted().skip(rounds.size() / 2).findFirst().orElse(0)
        / 1e6;
  }

  /** What both builds can do, by its names. */
  private record Calls(Build build) {

    private static final String ROOT = "io.github.miscope.";

    Class<?> type(String name) throws ClassNotFoundException {
      return build.type(ROOT + name);
    }

    Object samples(double[][] x, double[][] y) throws ReflectiveOperationException {
      return Objects.requireNonNull(
          type("sample.Samples")
              .getMethod("ofColumns", double[][].class, double[][].class)
              .invoke(null, x, y));
    }

    Object preset(String name) throws ReflectiveOperationException {
      return Objects.requireNonNull(type("estimator.preset.Presets").getMethod(name).invoke(null));
    }

    Object inference(Object estimator, int permutations, boolean checks)
        throws ReflectiveOperationException {
      Class<?> inference = type("inference.Inference");
      Object plain =
          inference
              .getMethod("of", type("estimator.MutualInformationEstimator"))
              .invoke(null, estimator);
      Object tested = inference.getMethod("withPValue", int.class).invoke(plain, permutations);
      return Objects.requireNonNull(
          inference.getMethod("withChecks", boolean.class).invoke(tested, checks));
    }

    Work estimate(Object estimator, Object samples) throws ReflectiveOperationException {
      var method =
          type("estimator.MutualInformationEstimator")
              .getMethod("estimate", type("sample.Samples"));
      var nats = type("estimator.Estimate").getMethod("nats");
      var pValue = type("estimator.Estimate").getMethod("pValue");
      return alone(
          () -> {
            Object estimate = Objects.requireNonNull(method.invoke(estimator, samples));
            Object p = pValue.invoke(estimate);
            return String.format(
                Locale.ROOT,
                "%.4f nats%s",
                (Double) Objects.requireNonNull(nats.invoke(estimate)),
                String.valueOf(p).replace("Optional.empty", "").replace("Optional", ", "));
          });
    }

    Work matrix(double[][] columns) throws ReflectiveOperationException {
      var of = type("sample.Variable").getMethod("of", String.class, double[].class);
      List<Object> variables = new ArrayList<>();
      for (int j = 0; j < columns.length; j++) {
        variables.add(of.invoke(null, "column " + j, columns[j]));
      }
      Class<?> estimates = type("inference.PairwiseEstimates");
      Object pairs = estimates.getMethod("pairs", List.class).invoke(null, variables);
      Object auto = preset("auto");
      var method =
          estimates.getMethod("of", type("estimator.MutualInformationEstimator"), List.class);
      return alone(() -> method.invoke(null, auto, pairs));
    }

    /** On one thread. */
    private Work alone(Work work) throws ReflectiveOperationException {
      var within = type("internal.parallel.Threads").getMethod("within", int.class, Runnable.class);
      return () -> {
        Object[] result = new Object[1];
        ReflectiveOperationException[] failure = new ReflectiveOperationException[1];
        Runnable task =
            () -> {
              try {
                result[0] = work.run();
              } catch (ReflectiveOperationException e) {
                failure[0] = e;
              }
            };
        within.invoke(null, 1, task);
        if (failure[0] != null) {
          throw failure[0];
        }
        return Objects.requireNonNull(result[0]);
      };
    }
  }
}
