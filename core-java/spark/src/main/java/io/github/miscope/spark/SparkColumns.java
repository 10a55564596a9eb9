package io.github.miscope.spark;

import io.github.miscope.network.NetworkColumns;
import io.github.miscope.sample.Variable;
import io.github.miscope.spark.internal.Libraries;
import io.github.miscope.spark.internal.Tables;
import java.util.List;
import java.util.Objects;

/**
 * Columns of a table that Spark reads: Parquet, ORC or CSV with a header, a file or a folder of
 * files, on any file system of Hadoop. The columns come to the driver, from which a plan takes them
 * to the executors once.
 *
 * <pre>{@code
 * List<Variable> genes = SparkColumns.read(spark, "hdfs://host/expression.parquet");
 * PairwiseEstimates matrix =
 *     PairwiseEstimates.of(
 *         Presets.ksg(), VariablePairs.all(genes), RunOptions.withDefaults().withRunner(spark));
 * }</pre>
 */
public final class SparkColumns {

  private SparkColumns() {}

  /**
   * All numeric columns of a table.
   *
   * @param spark where Spark runs
   * @param table its URI; by its end .csv, .orc, or else Parquet
   * @return the columns, in their order, under their names
   * @throws IllegalArgumentException as {@link #read(Spark, String, List)}
   */
  public static List<Variable> read(Spark spark, String table) {
    return read(spark, table, List.of());
  }

  /**
   * Some columns of a table.
   *
   * @param spark where Spark runs
   * @param table its URI; by its end .csv, .orc, or else Parquet
   * @param columns their names; all numeric ones if none is named
   * @return the columns, in that order
   * @throws IllegalArgumentException if the table cannot be read, has no such column, or a column
   *     is not numeric or has missing values; the message names it
   * @throws IllegalStateException as {@link Spark#start}
   */
  public static List<Variable> read(Spark spark, String table, List<String> columns) {
    Objects.requireNonNull(spark, "spark");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(columns, "columns");
    Libraries.require();
    return Tables.variables(Tables.read(spark.place(), table, columns), table);
  }

  /**
   * All numeric columns of a table for a network, in which values may be missing: a pair is
   * estimated from the rows that have both.
   *
   * @param spark where Spark runs
   * @param table its URI; by its end .csv, .orc, or else Parquet
   * @return the columns, in their order, under their names
   * @throws IllegalArgumentException as {@link #network(Spark, String, List)}
   */
  public static NetworkColumns network(Spark spark, String table) {
    return network(spark, table, List.of());
  }

  /**
   * Some columns of a table for a network, in which values may be missing.
   *
   * @param spark where Spark runs
   * @param table its URI; by its end .csv, .orc, or else Parquet
   * @param columns their names; all numeric ones if none is named
   * @return the columns, in that order
   * @throws IllegalArgumentException if the table cannot be read, has no such column, or a column
   *     is not numeric or has fewer than two values; the message names it
   * @throws IllegalStateException as {@link Spark#start}
   */
  public static NetworkColumns network(Spark spark, String table, List<String> columns) {
    Objects.requireNonNull(spark, "spark");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(columns, "columns");
    Libraries.require();
    Tables.Read read = Tables.read(spark.place(), table, columns);
    return NetworkColumns.of(read.names(), read.columns());
  }
}
