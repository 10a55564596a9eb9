package io.github.miscope.plane;

import io.github.miscope.activation.EpochScores;
import io.github.miscope.file.CsvText;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** Rows of a plane as lines of CSV. */
final class PlaneCsv {

  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').setNullString("").get();

  private PlaneCsv() {}

  static void rows(List<PlaneRow> rows, Appendable out, CsvText text) throws IOException {
    CSV.printRecord(
        out,
        "trial",
        "epoch",
        "layer",
        "estimator",
        "snr_db",
        "i_xt_nats",
        "i_xt_error_nats",
        "i_ty_nats",
        "i_ty_error_nats",
        "scale",
        "training_loss",
        "test_loss",
        "training_accuracy",
        "test_accuracy",
        "warnings",
        "failure");
    for (PlaneRow row : rows) {
      EpochScores scores = row.scores();
      print(
          out,
          Integer.toString(row.place().trial()),
          Integer.toString(row.place().epoch()),
          line(row.place().layerName(), text),
          line(row.estimator(), text),
          number(row.snrDb()),
          number(row.inputs().map(PlaneValue::nats)),
          number(row.inputs().map(PlaneValue::standardError).orElse(OptionalDouble.empty())),
          number(row.labels().map(PlaneValue::nats)),
          number(row.labels().map(PlaneValue::standardError).orElse(OptionalDouble.empty())),
          number(row.place().scale()),
          number(scores.trainingLoss()),
          number(scores.testLoss()),
          number(scores.trainingAccuracy()),
          number(scores.testAccuracy()),
          warnings(row),
          line(row.failure(), text));
    }
  }

  static void binned(List<BinnedRow> rows, Appendable out, CsvText text) throws IOException {
    CSV.printRecord(
        out, "trial", "epoch", "layer", "bins", "h_bin_nats", "i_x_bin_nats", "scale", "failure");
    for (BinnedRow row : rows) {
      print(
          out,
          Integer.toString(row.place().trial()),
          Integer.toString(row.place().epoch()),
          line(row.place().layerName(), text),
          line(row.bins(), text),
          number(row.nats()),
          number(row.information()),
          number(row.place().scale()),
          line(row.failure(), text));
    }
  }

  private static void print(Appendable out, @Nullable String... fields) throws IOException {
    CSV.printRecord(out, Arrays.asList(fields));
  }

  private static String warnings(PlaneRow row) {
    return Stream.of(row.inputs(), row.labels())
        .flatMap(Optional::stream)
        .flatMap(value -> value.warnings().stream())
        .map(PlaneValue.Note::tableName)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** One row is one line, also for readers that do not know quotes. */
  private static @Nullable String line(@Nullable String field, CsvText text) {
    return field == null ? null : text.of(field.replaceAll("\\R", " "));
  }

  private static @Nullable String number(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : null;
  }

  private static @Nullable String number(Optional<Double> value) {
    return value.map(v -> Double.toString(v)).orElse(null);
  }

  /** Empty for what is not known. */
  private static @Nullable String number(double value) {
    return Double.isNaN(value) ? null : Double.toString(value);
  }
}
