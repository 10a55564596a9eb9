package io.github.miscope.plane;

import io.github.miscope.file.CsvText;
import io.github.miscope.file.WholeFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The rows of an information plane, in the order of its plan: by network, epoch, layer, ratio and
 * estimator. Holds the finished rows only where the plane was stopped.
 *
 * @param plan the plan
 * @param cells how many of the plan's cells are finished
 * @param rows one row for each estimate
 * @param binned one row for each binned entropy
 */
public record PlaneTable(PlanePlan plan, int cells, List<PlaneRow> rows, List<BinnedRow> binned) {

  /**
   * A table.
   *
   * @param plan the plan
   * @param cells how many of the plan's cells are finished
   * @param rows one row for each estimate
   * @param binned one row for each binned entropy
   */
  public PlaneTable {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(binned, "binned");
    rows = List.copyOf(rows);
    binned = List.copyOf(binned);
  }

  /**
   * Whether every cell of the plan is there.
   *
   * @return false for the table of a plane that was stopped
   */
  public boolean isComplete() {
    return cells == plan.cells();
  }

  /**
   * Writes the rows of {@link #rows} as CSV in UTF-8 with a header; numbers so that they are read
   * back exactly. The file is written as a whole: it is never seen in part.
   *
   * @param file the file to write or overwrite
   * @param text how labels, warnings and reasons are written
   * @throws UncheckedIOException if it cannot be written
   */
  public void writeCsv(Path file, CsvText text) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(text, "text");
    write(file, out -> PlaneCsv.rows(rows, out, text));
  }

  /**
   * Writes the rows of {@link #binned} as {@link #writeCsv}.
   *
   * @param file the file to write or overwrite
   * @param text how labels and reasons are written
   * @throws UncheckedIOException if it cannot be written
   */
  public void writeBinnedCsv(Path file, CsvText text) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(text, "text");
    write(file, out -> PlaneCsv.binned(binned, out, text));
  }

  private interface Content {
    void write(Writer out) throws IOException;
  }

  private static void write(Path file, Content content) {
    try {
      WholeFile.write(
          file,
          out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            content.write(writer);
            writer.flush();
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** How much is there, and of which plan. */
  @Override
  public String toString() {
    long failed = rows.stream().filter(PlaneRow::failed).count();
    return rows.size()
        + " estimates and "
        + binned.size()
        + " binned entropies of an "
        + plan
        + (failed > 0 ? "; " + failed + " failed" : "");
  }
}
