package io.github.miscope.spark;

import io.github.miscope.file.CsvText;
import io.github.miscope.network.MiNetwork;
import io.github.miscope.network.NetworkPlan;
import io.github.miscope.network.PairSelection;
import io.github.miscope.plan.Progress;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.plane.PlanePlan;
import io.github.miscope.spark.internal.Contexts;
import io.github.miscope.sweep.Sweep;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What {@code spark-submit} runs: a plan of a file, whose table becomes a CSV file. The pairs of a
 * network may become a table on any file system of Hadoop, too, if its name ends in .parquet or
 * .orc.
 *
 * <pre>
 * spark-submit --class io.github.miscope.spark.Submit --jars ... miscope-spark.jar \
 *   sweep.plan rows.csv hdfs://host/checkpoint
 * </pre>
 */
public final class Submit {

  private static final String USAGE =
      "arguments: PLAN CSV [CHECKPOINT], where PLAN was written by PlanFile.write, CSV is a file of"
          + " the driver (of a network also TABLE.parquet or TABLE.orc, which all machines reach),"
          + " and CHECKPOINT is a folder that all machines reach";

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
      run(Path.of(arguments[0]), arguments[1], spark, System.out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + arguments[1] + ": " + e.getMessage(), e);
    } finally {
      Contexts.stop();
    }
  }

  static void run(Path plan, String table, Spark spark, PrintStream log) throws IOException {
    RunOptions options = RunOptions.withDefaults().withRunner(spark).withProgress(new Lines(log));
    Object read = PlanFile.read(plan);
    if (read instanceof Sweep sweep) {
      sweep.run(options).writeCsv(Path.of(table), CsvText.EXACT);
    } else if (read instanceof PlanePlan plane) {
      plane.run(options).writeCsv(Path.of(table), CsvText.EXACT);
    } else if (read instanceof NetworkPlan network) {
      write(network.run(options), table, spark);
    }
  }

  private static void write(MiNetwork network, String table, Spark spark) throws IOException {
    String name = table.toLowerCase(Locale.ROOT);
    if (name.endsWith(".parquet") || name.endsWith(".orc")) {
      try (SparkPairs pairs = SparkPairs.to(spark, table)) {
        network.rows(PairSelection.all(), pairs);
      }
    } else {
      network.writeCsv(Path.of(table), PairSelection.all());
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
        // In one piece: printf writes several, and Spark logs between them.
        log.println(
            String.format(
                Locale.ROOT,
                "%d of %d cells, %d failed, %d s, about %d s left",
                snapshot.done(),
                snapshot.total(),
                snapshot.failed(),
                snapshot.elapsed().toSeconds(),
                snapshot.remaining().toSeconds()));
      }
    }
  }
}
