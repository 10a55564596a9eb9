package io.github.miscope.sweep;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that keeps the finished rows of one plan: two lines of comment, then a line per row,
 * appended as soon as it is known. A last line without an end was being written when the process
 * died, and is dropped.
 */
final class Checkpoint implements AutoCloseable {

  private static final String FORMAT = "# miscope sweep checkpoint 1";

  private final Path file;
  private final RandomAccessFile out;
  private final List<SweepRow> rows;
  private boolean closed;

  private Checkpoint(Path file, RandomAccessFile out, List<SweepRow> rows) {
    this.file = file;
    this.out = out;
    this.rows = rows;
  }

  /**
   * Opens the checkpoint of a plan, or starts one.
   *
   * @throws IllegalArgumentException if the file belongs to another plan, or is none of ours
   */
  static Checkpoint open(Path file, Sweep sweep) {
    String header = FORMAT + "\n# " + sweep.toString().replaceAll("\\R", " ") + "\n";
    try {
      String text = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
      boolean fresh = header.startsWith(text);
      if (!fresh && !text.startsWith(header)) {
        throw new IllegalArgumentException(
            String.format(
                "checkpoint %s belongs to another plan: it begins with \"%s\", this plan with"
                    + " \"%s\"; give another file or delete it",
                file, firstLines(text), header.strip()));
      }
      List<SweepRow> rows = new ArrayList<>();
      int whole = fresh ? 0 : text.lastIndexOf('\n') + 1;
      if (!fresh) {
        for (String line : text.substring(header.length(), whole).split("\n", -1)) {
          SweepRow row = RowFormat.parse(line);
          if (row != null) {
            rows.add(row);
          }
        }
      }
      RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw");
      int keep = text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
      out.setLength(keep);
      out.seek(keep);
      Checkpoint checkpoint = new Checkpoint(file, out, rows);
      if (fresh) {
        checkpoint.write(header);
      }
      return checkpoint;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use checkpoint " + file, e);
    }
  }

  private static String firstLines(String text) {
    int first = text.indexOf('\n');
    int second = text.indexOf('\n', first + 1);
    return text.substring(0, second < 0 ? text.length() : second).strip();
  }

  /** The rows that earlier runs finished. */
  List<SweepRow> rows() {
    return rows;
  }

  /** Appends a row; once this returns, killing the process does not lose it. */
  synchronized void append(SweepRow row) {
    if (closed) {
      return; // The sweep was stopped while this cell was under way.
    }
    try {
      StringBuilder line = new StringBuilder();
      RowFormat.write(row, line);
      write(line.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write checkpoint " + file, e);
    }
  }

  // Not a channel: an interrupt of the writing thread would close it.
  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close checkpoint " + file, e);
    }
  }
}
