package io.github.miscope.benchmark;

import io.github.miscope.file.CsvText;
import io.github.miscope.file.WholeFile;
import io.github.miscope.internal.check.Check;
import io.github.miscope.sweep.SweepRow;
import io.github.miscope.sweep.SweepRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The rows of a benchmark, one per cell, ordered by task, estimator (both as planned) and trial.
 * Holds the finished cells only where a benchmark was stopped.
 *
 * @param benchmark the plan
 * @param rows one row per finished cell
 */
public record BenchmarkTable(Benchmark benchmark, List<SweepRow> rows) {

  /**
   * A table.
   *
   * @param benchmark the plan
   * @param rows one row per finished cell
   */
  public BenchmarkTable {
    Objects.requireNonNull(benchmark, "benchmark");
    rows = Check.copy("rows", rows);
  }

  /**
   * Whether every cell of the plan is there.
   *
   * @return false for the table of a benchmark that was stopped
   */
  public boolean isComplete() {
    return rows.size() == benchmark.cells();
  }

  /**
   * How each estimator does on each task.
   *
   * @return one row per task and estimator of which a trial is finished
   */
  public List<TaskScore> scores() {
    return Scores.of(rows);
  }

  /**
   * How each estimator does on all tasks.
   *
   * @return one row per estimator, that with the least mean absolute error first; estimators that
   *     have no estimate of some task come after those that have all
   */
  public List<LeaderboardRow> leaderboard() {
    return Scores.leaderboard(scores());
  }

  /**
   * The leaderboard, and mean errors by task and estimator, in Markdown.
   *
   * @return two tables
   */
  public String toMarkdown() {
    return new BenchmarkMarkdown(this).text();
  }

  /**
   * Writes {@link #toMarkdown()} to a file.
   *
   * @param file the file to write or overwrite
   * @throws UncheckedIOException if it cannot be written
   */
  public void writeMarkdown(Path file) {
    Objects.requireNonNull(file, "file");
    try {
      WholeFile.write(file, toMarkdown());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
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

  /** How much is finished, and a line for each estimator of the {@link #leaderboard()}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(rows.size()).append(isComplete() ? "" : " of " + benchmark.cells());
    text.append(" rows: ").append(benchmark.suite());
    leaderboard().forEach(row -> text.append("\n  ").append(row));
    return text.toString();
  }
}
