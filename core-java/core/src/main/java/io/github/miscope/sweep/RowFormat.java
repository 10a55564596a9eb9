package io.github.miscope.sweep;

import io.github.miscope.file.CsvText;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** Rows as fields of text, and as lines of CSV. Doubles keep all their bits. */
final class RowFormat {

  static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').setNullString("").get();

  private static final List<String> COLUMNS =
      List.of(
          "task",
          "estimator",
          "parameter",
          "value",
          "n",
          "d_x",
          "d_y",
          "trial",
          "seed",
          "true_mi_nats",
          "estimate_nats",
          "seconds",
          "warnings",
          "failure");

  /** Columns of text, which may hold what users or data say: task, estimator, parameter, ... */
  private static final List<Integer> TEXTS = List.of(0, 1, 2, 12, 13);

  private RowFormat() {}

  static void writeHeader(Appendable out) throws IOException {
    CSV.printRecord(out, COLUMNS.toArray());
  }

  static void write(SweepRow row, Appendable out, CsvText text) throws IOException {
    List<@Nullable String> fields = fields(row);
    for (int column : TEXTS) {
      String field = fields.get(column);
      // One row is one line, also for readers that do not know quotes.
      fields.set(column, field == null ? null : text.of(field.replaceAll("\\R", " ")));
    }
    CSV.printRecord(out, fields.toArray());
  }

  /** The fields of a row; null for none. */
  static List<@Nullable String> fields(SweepRow row) {
    return Arrays.asList(
        row.task(),
        row.estimator(),
        row.parameter(),
        Double.toString(row.value()),
        Integer.toString(row.n()),
        Integer.toString(row.dX()),
        Integer.toString(row.dY()),
        Integer.toString(row.trial()),
        Long.toString(row.seed()),
        Double.toString(row.trueNats()),
        Double.toString(row.nats()),
        Double.toString(row.seconds()),
        row.warnings().isEmpty() ? null : String.join(" ", row.warnings()),
        row.failure());
  }

  /** The row of its fields, or null if they are none of a row. */
  static @Nullable SweepRow row(List<@Nullable String> fields) {
    if (fields.size() != COLUMNS.size()) {
      return null;
    }
    String[] f = fields.stream().map(String::valueOf).toArray(String[]::new);
    String warnings = fields.get(12);
    try {
      return new SweepRow(
          f[0],
          f[1],
          f[2],
          Double.parseDouble(f[3]),
          Integer.parseInt(f[4]),
          Integer.parseInt(f[5]),
          Integer.parseInt(f[6]),
          Integer.parseInt(f[7]),
          Long.parseLong(f[8]),
          Double.parseDouble(f[9]),
          Double.parseDouble(f[10]),
          Double.parseDouble(f[11]),
          warnings == null ? List.of() : List.of(warnings.split(" ")),
          fields.get(13));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
