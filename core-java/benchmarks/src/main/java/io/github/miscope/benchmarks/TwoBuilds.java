package io.github.miscope.benchmarks;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Processor time of two builds of miscope, in one Java machine and estimate by estimate in turn, so
 * that what else the machine does slows both alike: medians of the ratio of each pair of estimates,
 * with its 95 % interval. Start it several times: the compiler's luck differs from start to start.
 *
 * <p>Arguments: the other build's class path, seconds of processor time to warm up and to measure
 * each case, and cases {@code n-d-scales}; without any, those of {@code compare.py}.
 */
public final class TwoBuilds {

  private static final List<String> CASES =
      List.of(
          "1000-1-1",
          "1000-5-1",
          "1000-50-1",
          "10000-1-1",
          "10000-2-1",
          "10000-5-1",
          "10000-20-1",
          "100000-1-1",
          "100000-2-1",
          "1000-5-20",
          "1000-50-20");

  private static final int MIN_PAIRS = 6;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private TwoBuilds() {}

  /**
   * Prints a row for each case.
   *
   * @param args class path, seconds, seconds, cases
   * @throws ReflectiveOperationException if the other build lacks what is called
   * @throws MalformedURLException if the class path is none
   */
  public static void main(String[] args)
      throws ReflectiveOperationException, MalformedURLException {
    Build other = Build.of(args[0]);
    Build current = Build.of(System.getProperty("java.class.path"));
    long warmUp = (long) (1e9 * Double.parseDouble(args[1]));
    long measured = (long) (1e9 * Double.parseDouble(args[2]));
    System.out.println(
        """
        | n-d-scales | other build, ms | this build, ms | ratio | 95 % interval | pairs |
        |---|---:|---:|---:|---|---:|\
        """);
    for (String name : args.length > 3 ? List.of(args).subList(3, args.length) : CASES) {
      int[] parts = IntStream.of(0, 1, 2).map(i -> part(name, i)).toArray();
      Samples samples = Tasks.correlatedGaussians(parts[1], 0.6).sample(parts[0], Seed.of(1));
      double[][] x = samples.x().columns();
      double[][] y = samples.y().columns();
      Estimate first = estimate(other, x, y, parts[2]);
      Estimate second = estimate(current, x, y, parts[2]);
      inTurn(first, second, warmUp);
      print(name, inTurn(first, second, measured));
    }
  }

  private static int part(String name, int index) {
    return Integer.parseInt(name.split("-", -1)[index]);
  }

  /** Times in ns of the other build and of this one. */
  private static List<long[]> inTurn(Estimate other, Estimate current, long nanoseconds)
      throws ReflectiveOperationException {
    List<long[]> pairs = new ArrayList<>();
    long end = THREADS.getCurrentThreadCpuTime() + nanoseconds;
    while (pairs.size() < MIN_PAIRS || THREADS.getCurrentThreadCpuTime() < end) {
      boolean otherFirst = pairs.size() % 2 == 0;
      long before = otherFirst ? time(other) : time(current);
      long after = otherFirst ? time(current) : time(other);
      pairs.add(otherFirst ? new long[] {before, after} : new long[] {after, before});
    }
    return pairs;
  }

  private static long time(Estimate estimate) throws ReflectiveOperationException {
    long start = THREADS.getCurrentThreadCpuTime();
    estimate.run();
    return THREADS.getCurrentThreadCpuTime() - start;
  }

  private static void print(String name, List<long[]> pairs) {
    double[] ratios =
        pairs.stream().mapToDouble(pair -> pair[0] / (double) pair[1]).sorted().toArray();
    // The interval of a median between order statistics.
    int reach = (int) Math.ceil(0.98 * Math.sqrt(ratios.length));
    int middle = ratios.length / 2;
    System.out.printf(
        Locale.ROOT,
        "| %s | %.3f | %.3f | %.3f | %.3f to %.3f | %d |%n",
        name,
        medianMilliseconds(pairs, 0),
        medianMilliseconds(pairs, 1),
        ratios[middle],
        ratios[Math.max(0, middle - reach)],
        ratios[Math.min(ratios.length - 1, middle + reach)],
        ratios.length);
  }

  private static double medianMilliseconds(List<long[]> pairs, int side) {
    return pairs.stream()
            .mapToLong(pair -> pair[side])
            .sorted()
            .skip(pairs.size() / 2)
            .findFirst()
            .orElseThrow()
        / 1e6;
  }

  private interface Estimate {
    Object run() throws ReflectiveOperationException;
  }

  private static Estimate estimate(Build build, double[][] x, double[][] y, int scales)
      throws ReflectiveOperationException {
    Class<?> type = build.type(Samples.class.getName());
    Object samples =
        type.getMethod("ofColumns", double[][].class, double[][].class).invoke(null, x, y);
    Object ksg =
        build.type("io.github.miscope.estimator.preset.Presets").getMethod("ksg").invoke(null);
    Method one =
        build
            .type("io.github.miscope.estimator.MutualInformationEstimator")
            .getMethod("estimate", type);
    Method several =
        build
            .type("io.github.miscope.estimator.RelativeScaleEstimator")
            .getMethod("estimateAt", type, double[].class);
    double[] grid = IntStream.rangeClosed(1, scales).mapToDouble(s -> 0.1 * s).toArray();
    return scales == 1 ? () -> one.invoke(ksg, samples) : () -> several.invoke(ksg, samples, grid);
  }
}
