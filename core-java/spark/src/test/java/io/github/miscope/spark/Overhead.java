package io.github.miscope.spark;

import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.sweep.SweepRow;
import io.github.miscope.sweep.SweepTable;
import io.github.miscope.task.Tasks;
import java.util.Locale;

/**
 * What Spark costs: the same sweeps on two threads and on {@code local[2]}, in turn, so that
 * whatever else the machine does hits both. Not a test; prints a table.
 */
final class Overhead {

  private static final int ROUNDS = 4;

  private Overhead() {}

  /** No arguments. */
  public static void main(String[] args) {
    Spark spark = Spark.on("local[2]");
    System.out.println("| ms of a cell | cells | two threads, s | local[2], s | ratio |");
    System.out.println("|---|---|---|---|---|");
    for (int n : new int[] {1000, 2000, 5000}) {
      Sweep sweep =
          Sweep.of(Tasks.correlatedGaussians(2, 0.6), Presets.ksg()).withSamples(n).withTrials(400);
      double threads = Double.POSITIVE_INFINITY;
      double cluster = Double.POSITIVE_INFINITY;
      double cell = Double.POSITIVE_INFINITY;
      for (int round = 0; round < ROUNDS; round++) {
        long begin = System.nanoTime();
        SweepTable table = sweep.run(RunOptions.withDefaults().withThreads(2));
        threads = Math.min(threads, (System.nanoTime() - begin) * 1e-9);
        cell = Math.min(cell, milliseconds(table));
        begin = System.nanoTime();
        sweep.run(spark);
        cluster = Math.min(cluster, (System.nanoTime() - begin) * 1e-9);
      }
      System.out.printf(
          Locale.ROOT,
          "| %.1f | %d | %.2f | %.2f | %.2f |%n",
          cell,
          sweep.cells(),
          threads,
          cluster,
          cluster / threads);
    }
  }

  private static double milliseconds(SweepTable table) {
    return 1e3 * table.rows().stream().mapToDouble(SweepRow::seconds).average().orElse(0);
  }
}
