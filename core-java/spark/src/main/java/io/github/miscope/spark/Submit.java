package io.github.miscope.spark;

import io.github.miscope.file.CsvText;
import io.github.miscope.plan.Progress;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.plane.PlanePlan;
import io.github.miscope.spark.internal.Contexts;
import io.github.miscope.sweep.Sweep;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What {@code spark-submit} runs: a plan of a file, whose table becomes a CSV file.
 *
 * <pre>
 * spark-submit --class io.github.miscope.spark.Submit --jars ... miscope-spark.jar \
 *   sweep.plan rows.csv hdfs://host/checkpoint
 * </pre>
 */
public final class Submit {

  private static final String USAGE =
      "arguments: PLAN CSV [CHECKPOINT], where PLAN was written by PlanFile.write, CSV is a file of"
          + " the driver, and CHECKPOINT is a folder that all machines reach";

  private Submit() {}

  /**
   * Runs a plan.
   *
   * @param arguments the file of the plan, the file of its table, and the folder of the checkpoint
   *     if there is to be one
   * @throws IllegalArgumentException if there are not two or three
   */
  public static void main(String[] arguments) {
    Objects.requireNonNull(arguments, "arguments");
    if (arguments.length < 2 || arguments.length > 3) {
      throw new IllegalArgumentException(USAGE);
    }
    Spark spark = Spark.active();
    if (arguments.length == 3) {
      spark = spark.withCheckpoint(arguments[2]);
    }
    try {
      run(Path.of(arguments[0]), Path.of(arguments[1]), spark, System.out);
    } finally {
      Contexts.stop();
    }
  }

  static void run(Path plan, Path csv, Spark spark, PrintStream log) {
    RunOptions options = RunOptions.withDefaults().withRunner(spark).withProgress(new Lines(log));
    Object read = PlanFile.read(plan);
    if (read instanceof Sweep sweep) {
      sweep.run(options).writeCsv(csv, CsvText.EXACT);
    } else if (read instanceof PlanePlan plane) {
      plane.run(options).writeCsv(csv, CsvText.EXACT);
    }
  }

  /** A line every ten seconds, and at the end. */
  private static final class Lines implements Progress {

    private static final long NANOS = TimeUnit.SECONDS.toNanos(10);

    private final PrintStream log;
    private long last = System.nanoTime();

    Lines(PrintStream log) {
      this.log = log;
    }

    @Override
    public void update(Snapshot snapshot) {
      long now = System.nanoTime();
      if (now - last > NANOS || snapshot.done() == snapshot.total()) {
        last = now;
        log.printf(
            Locale.ROOT,
            "%d of %d cells, %d failed, %d s, about %d s left%n",
            snapshot.done(),
            snapshot.total(),
            snapshot.failed(),
            snapshot.elapsed().toSeconds(),
            snapshot.remaining().toSeconds());
      }
    }
  }
}
