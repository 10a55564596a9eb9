package io.github.miscope.spark.internal;

import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** Tables that Spark reads, by columns. */
public final class Tables {

  private Tables() {}

  /**
   * Columns as they were read.
   *
   * @param names of the columns
   * @param columns their values by row; NaN where one is missing
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Read(List<String> names, double[][] columns) {}

  /**
   * Reads columns.
   *
   * @param place where Spark runs
   * @param table its URI
   * @param names of columns; all numeric ones if empty
   * @return the columns
   */
  public static Read read(Place place, String table, List<String> names) {
    AtomicReference<RuntimeException> tooLate = new AtomicReference<>();
    ExecutorWatch watch = ExecutorWatch.start(Contexts.get(place), tooLate::set);
    Dataset<Row> whole;
    List<ColumnBuffer> read;
    List<String> chosen;
    try {
      whole = load(SparkSession.builder().getOrCreate().read(), table);
      chosen = chosen(whole.schema().fields(), names, table);
      Column[] columns =
          chosen.stream()
              .map(name -> functions.col("`" + name.replace("`", "``") + "`").cast("double"))
              .toArray(Column[]::new);
      // A partition at a time: rows take several times the memory of columns.
      read = buffers(whole.select(columns).toLocalIterator(), columns.length);
    } catch (Exception e) { // Spark throws checked exceptions that it does not declare.
      RuntimeException known = tooLate.get();
      if (known != null) {
        throw known;
      }
      if (e instanceof IllegalArgumentException refusal) {
        throw refusal;
      }
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s cannot be read: %s; give a Parquet, ORC or CSV file (its name ends in .orc or"
                  + " .csv if it is no Parquet) that driver and executors both reach",
              table,
              firstLine(e)),
          e);
    } finally {
      watch.close();
    }
    return new Read(chosen, read.stream().map(ColumnBuffer::values).toArray(double[][]::new));
  }

  private static Dataset<Row> load(DataFrameReader reader, String table) {
    String name = table.toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".csv.gz")) {
      return reader.option("header", "true").option("inferSchema", "true").csv(table);
    }
    return name.endsWith(".orc") ? reader.orc(table) : reader.parquet(table);
  }

  private static List<String> chosen(StructField[] fields, List<String> names, String table) {
    List<String> numeric =
        Arrays.stream(fields)
            .filter(field -> field.dataType() instanceof NumericType)
            .map(StructField::name)
            .toList();
    if (names.isEmpty()) {
      if (numeric.isEmpty()) {
        throw new IllegalArgumentException(table + " has no numeric column");
      }
      return numeric;
    }
    for (String name : names) {
      if (!numeric.contains(name)) {
        boolean exists = Arrays.stream(fields).anyMatch(field -> field.name().equals(name));
        throw new IllegalArgumentException(
            exists
                ? "column " + name + " of " + table + " is not numeric"
                : table + " has no column " + name + ": its numeric columns are " + numeric);
      }
    }
    return List.copyOf(names);
  }

  private static List<ColumnBuffer> buffers(Iterator<Row> rows, int columns) {
    List<ColumnBuffer> buffers = Stream.generate(ColumnBuffer::new).limit(columns).toList();
    while (rows.hasNext()) {
      Row row = rows.next();
      for (int c = 0; c < columns; c++) {
        buffers.get(c).add(row.isNullAt(c) ? Double.NaN : row.getDouble(c));
      }
    }
    return buffers;
  }

  /**
   * Columns without missing values.
   *
   * @param read what was read
   * @param table for messages
   * @return the columns
   * @throws IllegalArgumentException if a value is missing
   */
  public static List<Variable> variables(Read read, String table) {
    List<String> names = read.names();
    List<Variable> variables = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      double[] column = read.columns()[c];
      long missing = Arrays.stream(column).filter(Double::isNaN).count();
      if (missing > 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "column %s of %s has %d missing values of %d: leave it out, write a table"
                    + " without them, or read it by SparkColumns.network, where pairs do without"
                    + " them",
                names.get(c),
                table,
                missing,
                column.length));
      }
      variables.add(Variable.of(names.get(c), column));
    }
    return variables;
  }

  static String firstLine(Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
  }
}
