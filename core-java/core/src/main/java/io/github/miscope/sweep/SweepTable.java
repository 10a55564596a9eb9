package io.github.miscope.sweep;

import io.github.miscope.file.CsvText;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The rows of a sweep, one per cell, ordered by estimator (as planned), swept value (as planned)
 * and trial. Holds the finished cells only where a sweep was stopped.
 *
 * @param sweep the plan
 * @param rows one row per finished cell
 */
public record SweepTable(Sweep sweep, List<SweepRow> rows) {

  private static final int SHOWN = 20;

  /**
   * A table.
   *
   * @param sweep the plan
   * @param rows one row per finished cell
   */
  public SweepTable {
    Objects.requireNonNull(sweep, "sweep");
    Objects.requireNonNull(rows, "rows");
    rows = List.copyOf(rows);
  }

  /**
   * Whether every cell of the plan is there.
   *
   * @return false for the table of a sweep that was stopped
   */
  public boolean isComplete() {
    return rows.size() == sweep.cells();
  }

  /**
   * The trials summarised: mean, spread, bias, RMSE, normalised RMSE and Spearman's rho.
   *
   * @return one row per estimator and swept value
   */
  public List<SummaryRow> summary() {
    record Key(String estimator, double value) {}
    Map<Key, List<SweepRow>> groups = new LinkedHashMap<>();
    for (SweepRow row : rows) {
      groups
          .computeIfAbsent(new Key(row.estimator(), row.value()), key -> new ArrayList<>())
          .add(row);
    }
    return groups.values().stream().map(SummaryRow::of).toList();
  }

  /**
   * Writes the rows as CSV in UTF-8 with a header; numbers so that they are read back exactly. The
   * file is written as a whole: it is never seen in part.
   *
   * @param file the file to write or overwrite
   * @throws UncheckedIOException if it cannot be written
   */
  public void writeCsv(Path file) {
    Objects.requireNonNull(file, "file");
    writeCsv(file, CsvText.EXACT);
  }

  /**
   * Writes the rows as {@link #writeCsv(Path)}, on request without text that a spreadsheet takes
   * for formulas.
   *
   * @param file the file to write or overwrite
   * @param text how labels, warnings and reasons are written
   * @throws UncheckedIOException if it cannot be written
   */
  public void writeCsv(Path file, CsvText text) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(text, "text");
    SweepRows.writeCsv(rows, file, text);
  }

  /** What was swept, and the first lines of the {@link #summary()}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(rows.size()).append(isComplete() ? "" : " of " + sweep.cells()).append(" rows: ");
    text.append(sweep.taskLabel()).append(", ");
    if (!sweep.axis().label().isEmpty()) {
      int values = sweep.values().length;
      text.append(sweep.axis().label()).append(" (").append(values);
      text.append(values == 1 ? " value), " : " values), ");
    }
    text.append(sweep.trials()).append(sweep.trials() == 1 ? " trial" : " trials");
    List<SummaryRow> summary = summary();
    summary.stream().limit(SHOWN).forEach(row -> text.append("\n  ").append(row));
    if (summary.size() > SHOWN) {
      text.append("\n  and ").append(summary.size() - SHOWN).append(" more: see summary()");
    }
    return text.toString();
  }
}
