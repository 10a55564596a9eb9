package io.github.miscope.sweep;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Rows as lines of CSV. Doubles keep all their bits. */
final class RowFormat {

  private static final CSVFormat CSV =
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

  private RowFormat() {}

  static void writeHeader(Appendable out) throws IOException {
    CSV.printRecord(out, COLUMNS.toArray());
  }

  static void write(SweepRow row, Appendable out) throws IOException {
    String failure = row.failure();
    CSV.printRecord(
        out,
        row.task(),
        row.estimator(),
        row.parameter(),
        row.value(),
        row.n(),
        row.dX(),
        row.dY(),
        row.trial(),
        row.seed(),
        row.trueNats(),
        row.nats(),
        row.seconds(),
        row.warnings().isEmpty() ? null : String.join(" ", row.warnings()),
        // One row is one line: a checkpoint is read line by line.
        failure == null ? null : failure.replaceAll("\\R", " "));
  }

  /** The row on one line, or null if the line is not whole. */
  static @Nullable SweepRow parse(String line) {
    try {
      List<CSVRecord> records = CSV.parse(new StringReader(line)).getRecords();
      if (records.size() != 1 || records.get(0).size() != COLUMNS.size()) {
        return null;
      }
      CSVRecord r = records.get(0);
      return new SweepRow(
          r.get(0),
          r.get(1),
          r.get(2),
          Double.parseDouble(r.get(3)),
          Integer.parseInt(r.get(4)),
          Integer.parseInt(r.get(5)),
          Integer.parseInt(r.get(6)),
          Integer.parseInt(r.get(7)),
          Long.parseLong(r.get(8)),
          Double.parseDouble(r.get(9)),
          Double.parseDouble(r.get(10)),
          Double.parseDouble(r.get(11)),
          r.get(12) == null ? List.of() : List.of(r.get(12).split(" ")),
          r.get(13));
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }
}
