package io.github.miscope.plane;

import io.github.miscope.activation.EpochScores;
import io.github.miscope.estimator.Interval;
import io.github.miscope.file.CsvText;
import java.io.IOException;
import java.util.ArrayList;
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
        "i_xt_lower_nats",
        "i_xt_upper_nats",
        "i_ty_nats",
        "i_ty_error_nats",
        "i_ty_lower_nats",
        "i_ty_upper_nats",
        "x_columns",
        "x_codes",
        "x_explained_variance",
        "x_loss_bound_nats",
        "t_columns",
        "t_codes",
        "t_explained_variance",
        "t_loss_bound_nats",
        "scale",
        "training_loss",
        "test_loss",
        "training_accuracy",
        "test_accuracy",
        "warnings",
        "failure");
    for (PlaneRow row : rows) {
      List<@Nullable String> fields = new ArrayList<>();
      fields.add(Integer.toString(row.place().trial()));
      fields.add(Integer.toString(row.place().epoch()));
      fields.add(line(row.place().layerName(), text));
      fields.add(line(row.estimator(), text));
      fields.add(number(row.snrDb()));
      addValue(fields, row.inputs());
      addValue(fields, row.labels());
      addCodes(fields, row.inputCodes());
      addCodes(fields, row.layerCodes());
      fields.add(number(row.place().scale()));
      EpochScores scores = row.scores();
      fields.add(number(scores.trainingLoss()));
      fields.add(number(scores.testLoss()));
      fields.add(number(scores.trainingAccuracy()));
      fields.add(number(scores.testAccuracy()));
      fields.add(warnings(row));
      fields.add(line(row.failure(), text));
      CSV.printRecord(out, fields.toArray());
    }
  }

  private static void addValue(List<@Nullable String> fields, Optional<PlaneValue> value) {
    fields.add(number(value.map(PlaneValue::nats)));
    fields.add(number(value.map(PlaneValue::standardError).orElse(OptionalDouble.empty())));
    Optional<Interval> interval = value.flatMap(PlaneValue::interval);
    fields.add(number(interval.map(Interval::lower)));
    fields.add(number(interval.map(Interval::upper)));
  }

  private static void addCodes(List<@Nullable String> fields, Optional<PlaneCodes> codes) {
    fields.add(codes.map(own -> Integer.toString(own.columns())).orElse(null));
    fields.add(codes.map(own -> Integer.toString(own.codes())).orElse(null));
    fields.add(number(codes.map(PlaneCodes::explainedVariance)));
    fields.add(number(codes.map(PlaneCodes::lossBound).orElse(OptionalDouble.empty())));
  }

  static void binned(List<BinnedRow> rows, Appendable out, CsvText text) throws IOException {
    CSV.printRecord(
        out,
        "trial",
        "epoch",
        "layer",
        "bins",
        "h_bin_nats",
        "i_x_bin_nats",
        "i_bin_y_nats",
        "scale",
        "failure");
    for (BinnedRow row : rows) {
      print(
          out,
          Integer.toString(row.place().trial()),
          Integer.toString(row.place().epoch()),
          line(row.place().layerName(), text),
          line(row.bins(), text),
          number(row.nats()),
          number(row.information()),
          number(row.labels()),
          number(row.place().scale()),
          line(row.failure(), text));
    }
  }

  private static void print(Appendable out, @Nullable String... fields) throws IOException {
    CSV.printRecord(out, (@Nullable Object[]) fields);
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
