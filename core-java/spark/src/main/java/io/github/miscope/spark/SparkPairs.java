package io.github.miscope.spark;

import io.github.miscope.network.PairRow;
import io.github.miscope.network.PairRows;
import io.github.miscope.spark.internal.Libraries;
import io.github.miscope.spark.internal.PairTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Writes pairs of a network as a table that Spark writes: Parquet, ORC or CSV, a folder of files on
 * any file system of Hadoop. Pairs are written a hundred thousand at a time, so that memory is
 * bounded; the last ones by {@link #close}.
 *
 * <pre>{@code
 * try (SparkPairs edges = SparkPairs.to(spark, "hdfs://host/edges.parquet")) {
 *   plan.stream(PairSelection.above(0.1), RunOptions.withDefaults().withRunner(spark), edges);
 * }
 * }</pre>
 *
 * <p>The table has the columns of {@link PairRows#csv}: x, y, mi_nats, n, p_value, p_adjusted,
 * failure; what is not known is null. One thread at a time may use an instance.
 */
public final class SparkPairs implements PairRows, AutoCloseable {

  private static final int MAX_KEPT = 100_000;

  private final Spark spark;
  private final String table;
  private final List<PairRow> kept = new ArrayList<>();
  private boolean first = true;

  private SparkPairs(Spark spark, String table) {
    this.spark = spark;
    this.table = table;
  }

  /**
   * Begins a table.
   *
   * @param spark where Spark runs
   * @param table its URI; by its end .csv, .orc, or else Parquet. What is there is replaced once
   *     the first pairs are written
   * @return takes pairs, and must be closed
   * @throws IllegalArgumentException if the URI is empty
   * @throws IllegalStateException if Spark is not on the class path or of another version
   */
  public static SparkPairs to(Spark spark, String table) {
    Objects.requireNonNull(spark, "spark");
    Objects.requireNonNull(table, "table");
    if (table.isBlank()) {
      throw new IllegalArgumentException(
          "table must not be empty: give hdfs://host/edges.parquet or a path");
    }
    Libraries.require();
    return new SparkPairs(spark, table);
  }

  @Override
  public void take(PairRow row) {
    Objects.requireNonNull(row, "row");
    kept.add(row);
    if (kept.size() == MAX_KEPT) {
      write();
    }
  }

  /**
   * Writes the pairs that are not written yet; a table of no pairs is written, too.
   *
   * @throws IllegalArgumentException if the table cannot be written
   * @throws IllegalStateException as {@link Spark#start}
   */
  @Override
  public void close() {
    if (first || !kept.isEmpty()) {
      write();
    }
  }

  private void write() {
    PairTable.write(spark.place(), table, kept, first);
    kept.clear();
    first = false;
  }
}
