package io.github.miscope.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** Pairs as lines of CSV. */
final class PairCsv implements PairRows {

  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').setNullString("").get();

  private final Appendable out;

  PairCsv(Appendable out) {
    this.out = out;
    print("x", "y", "mi_nats", "n", "p_value", "p_adjusted", "failure");
  }

  @Override
  public void take(PairRow row) {
    print(
        row.nameX(),
        row.nameY(),
        Double.isNaN(row.nats()) ? null : Double.toString(row.nats()),
        Integer.toString(row.n()),
        number(row.pValue()),
        number(row.adjusted()),
        // One row is one line, also for readers that do not know quotes.
        row.failure().map(reason -> reason.replaceAll("\\R", " ")).orElse(null));
  }

  private static @Nullable String number(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : null;
  }

  private void print(@Nullable String... fields) {
    try {
      CSV.printRecord(out, (@Nullable Object[]) fields);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write pairs: " + e.getMessage(), e);
    }
  }
}
