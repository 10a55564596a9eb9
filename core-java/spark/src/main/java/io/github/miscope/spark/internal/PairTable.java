package io.github.miscope.spark.internal;

import io.github.miscope.network.PairRow;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Pairs of a network as a table that Spark writes. */
public final class PairTable {

  private static final StructType COLUMNS =
      new StructType()
          .add("x", DataTypes.StringType, false)
          .add("y", DataTypes.StringType, false)
          .add("mi_nats", DataTypes.DoubleType, true)
          .add("n", DataTypes.IntegerType, false)
          .add("p_value", DataTypes.DoubleType, true)
          .add("p_adjusted", DataTypes.DoubleType, true)
          .add("failure", DataTypes.StringType, true);

  private PairTable() {}

  /**
   * Writes pairs.
   *
   * @param place where Spark runs
   * @param table its URI
   * @param pairs the rows, in order
   * @param first whether they begin the table, which else has more of them
   */
  public static void write(Place place, String table, List<PairRow> pairs, boolean first) {
    AtomicReference<RuntimeException> tooLate = new AtomicReference<>();
    ExecutorWatch watch = ExecutorWatch.start(Contexts.get(place), tooLate::set);
    try {
      List<Row> rows = pairs.stream().map(PairTable::row).toList();
      // One file each time.
      DataFrameWriter<Row> writer =
          SparkSession.builder()
              .getOrCreate()
              .createDataFrame(rows, COLUMNS)
              .coalesce(1)
              .write()
              .mode(first ? SaveMode.Overwrite : SaveMode.Append);
      String name = table.toLowerCase(Locale.ROOT);
      if (name.endsWith(".csv")) {
        writer.option("header", "true").csv(table);
      } else if (name.endsWith(".orc")) {
        writer.orc(table);
      } else {
        writer.parquet(table);
      }
    } catch (Exception e) { // Spark throws checked exceptions that it does not declare.
      RuntimeException known = tooLate.get();
      throw known != null
          ? known
          : new IllegalArgumentException(
              table
                  + " cannot be written: "
                  + Tables.firstLine(e)
                  + "; give a folder that driver and executors both reach and may write to",
              e);
    } finally {
      watch.close();
    }
  }

  private static Row row(PairRow pair) {
    return RowFactory.create(
        pair.nameX(),
        pair.nameY(),
        Double.isNaN(pair.nats()) ? null : pair.nats(),
        pair.n(),
        number(pair.pValue()),
        number(pair.adjusted()),
        pair.failure().orElse(null));
  }

  private static @Nullable Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
