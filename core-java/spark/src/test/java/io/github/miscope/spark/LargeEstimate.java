package io.github.miscope.spark;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.neighbour.DistributedKsg;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * One KSG estimate of many points on two executors with one core and a heap of 1 GiB each, and of
 * the same points on two threads of one process. Not a test; prints a table. Reads the largest
 * memory of processes from {@code /proc}, on Linux.
 */
final class LargeEstimate {

  private LargeEstimate() {}

  /** The numbers of points; 1000000 and 10000000 if none is given. */
  public static void main(String[] args) throws Exception {
    int[] sizes = {1_000_000, 10_000_000};
    if (args.length > 0) {
      sizes = Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    }
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
        "| n | two threads, s | two executors, s | nats | bits | memory of an executor, MiB |");
    System.out.println("|---|---|---|---|---|---|");
    for (int n : sizes) {
      Samples samples = DistributedKsgTest.samples(n);
      long begin = System.nanoTime();
      Estimate executors =
          DistributedKsg.estimate(
              Ksg.ksg1(), samples, RunOptions.withDefaults().withRunner(cluster));
      double onExecutors = (System.nanoTime() - begin) * 1e-9;
      long memory =
          ProcessHandle.current()
              .descendants()
              .mapToLong(LargeEstimate::mebibytes)
              .max()
              .orElse(0);
      begin = System.nanoTime();
      Estimate threads = Ksg.ksg1().estimate(samples);
      double onThreads = (System.nanoTime() - begin) * 1e-9;
      boolean same =
          Double.doubleToRawLongBits(threads.nats()) == Double.doubleToRawLongBits(executors.nats());
      System.out.printf(
          Locale.ROOT,
          "| %d | %.1f | %.1f | %.17g | %s | %d |%n",
          n,
          onThreads,
          onExecutors,
          executors.nats(),
          same ? "equal" : "DIFFERENT",
          memory);
    }
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
