package io.github.miscope.sweep;

import io.github.miscope.file.CsvText;
import io.github.miscope.file.WholeFile;
import io.github.miscope.internal.check.Check;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Rows of one sweep or of several. */
public final class SweepRows {

  private SweepRows() {}

  /**
   * Writes rows as CSV in UTF-8 with a header; numbers so that they are read back exactly. The file
   * is written as a whole: it is never seen in part.
   *
   * @param rows what is written, a line each
   * @param file the file to write or overwrite
   * @param text how labels, warnings and reasons are written
   * @throws UncheckedIOException if it cannot be written
   */
  public static void writeCsv(List<SweepRow> rows, Path file, CsvText text) {
    List<SweepRow> all = Check.copy("rows", rows);
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(text, "text");
    try {
      WholeFile.write(
          file,
          out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            RowFormat.writeHeader(writer);
            for (SweepRow row : all) {
              RowFormat.write(row, writer, text);
            }
            writer.flush();
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
