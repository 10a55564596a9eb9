package io.github.miscope.spark;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.neighbour.DistributedKsg;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Samples;
import io.github.miscope.spark.internal.Contexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One KSG estimate of many points on two executors with one core and a heap of 1 GiB each, and of
 * the same points on two threads of one process. Not a test; prints a table. Reads the largest
 * memory of processes from {@code /proc}, on Linux.
 */
final class LargeEstimate {

  private LargeEstimate() {}

  /**
   * A size for each row of the table: 1000000 for so many points in one column each, 1000000x2x3
   * for two columns of X and three of Y.
   */
  private static Samples samples(String size) {
    int[] numbers = Arrays.stream(size.split("x", -1)).mapToInt(Integer::parseInt).toArray();
    return numbers.length == 1
        ? DistributedKsgTest.samples(numbers[0])
        : DistributedKsgTest.samples(numbers[0], numbers[1], numbers[2]);
  }

  /** The sizes; 1000000 and 10000000 if none is given. */
  public static void main(String[] args) throws Exception {
    List<String> sizes = args.length > 0 ? List.of(args) : List.of("1000000", "10000000");
    Cluster.install();
    Spark cluster =
        Spark.on("local-cluster[2,1,1024]")
            .withOption("spark.driver.host", "127.0.0.1")
            .withOption("spark.driver.bindAddress", "127.0.0.1")
            .withOption("spark.ui.enabled", "false");
    DistributedKsg.estimate(
        Ksg.ksg1(),
        DistributedKsgTest.samples(200_000),
        RunOptions.withDefaults().withRunner(cluster));
    System.out.println(
        "| n, columns | nats | bits | two executors: s | CPU s | of the driver"
            + " | MiB of the larger executor | two threads: s | CPU s |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (String size : sizes) {
      Samples samples = samples(size);
      long begin = System.nanoTime();
      double driver = cpuSeconds(ProcessHandle.current());
      double all = cpuSeconds();
      Estimate executors =
          DistributedKsg.estimate(
              Ksg.ksg1(), samples, RunOptions.withDefaults().withRunner(cluster));
      double onExecutors = seconds(begin);
      all = cpuSeconds() - all;
      driver = cpuSeconds(ProcessHandle.current()) - driver;
      long memory = executors().mapToLong(LargeEstimate::mebibytes).max().orElse(0);
      begin = System.nanoTime();
      double local = cpuSeconds(ProcessHandle.current());
      Estimate threads = Ksg.ksg1().estimate(samples);
      boolean same =
          Double.doubleToRawLongBits(threads.nats())
              == Double.doubleToRawLongBits(executors.nats());
      System.out.printf(
          Locale.ROOT,
          "| %s | %.17g | %s | %.1f | %.1f | %.1f | %d | %.1f | %.1f |%n",
          size,
          executors.nats(),
          same ? "equal" : "DIFFERENT",
          onExecutors,
          all,
          driver,
          memory,
          seconds(begin),
          cpuSeconds(ProcessHandle.current()) - local);
    }
    Contexts.stop();
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) * 1e-9;
  }

  private static Stream<ProcessHandle> executors() {
    return ProcessHandle.current().descendants();
  }

  /** Of the driver and the executors. */
  private static double cpuSeconds() {
    return cpuSeconds(ProcessHandle.current())
        + executors().mapToDouble(LargeEstimate::cpuSeconds).sum();
  }

  private static double cpuSeconds(ProcessHandle process) {
    return 1e-9 * process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  /** The most memory that a process has had, of all kinds; 0 if it cannot be known. */
  private static long mebibytes(ProcessHandle process) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
        }
      }
    } catch (IOException e) {
      return 0; // It has ended.
    }
    return 0;
  }
}
