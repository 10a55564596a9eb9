package io.github.miscope.estimator.program;

import io.github.miscope.file.WholeFile;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.io.NpyFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder through which samples go to a program, and its estimate comes back. */
final class ExchangeFolder implements AutoCloseable {

  static final String ESTIMATE = "estimate.csv";
  private static final String COLUMN = "nats";

  /** What the program prints. */
  private static final String OUTPUT = "output.txt";

  private static final int LONGEST_LINE = 200;

  /** A program may print much. */
  private static final int MAX_BYTES = 1 << 16;

  private final Path path;

  private ExchangeFolder(Path path) {
    this.path = path;
  }

  static ExchangeFolder of(Samples samples, SampleFormat format) {
    try {
      ExchangeFolder folder = new ExchangeFolder(Files.createTempDirectory("miscope-"));
      try {
        folder.write(samples, format);
      } catch (IOException e) {
        folder.close();
        throw e;
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write samples for a program: " + e.getMessage(), e);
    }
  }

  private void write(Samples samples, SampleFormat format) throws IOException {
    switch (format) {
      case NPY -> {
        NpyFile.write(path.resolve("x.npy"), samples.x());
        NpyFile.write(path.resolve("y.npy"), samples.y());
      }
      case CSV -> writeCsv(samples);
    }
  }

  private void writeCsv(Samples samples) throws IOException {
    List<String> names = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    for (int j = 0; j < samples.dX(); j++) {
      names.add("x" + j);
      columns.add(samples.x().column(j));
    }
    for (int j = 0; j < samples.dY(); j++) {
      names.add("y" + j);
      columns.add(samples.y().column(j));
    }
    WholeFile.write(
        path.resolve("samples.csv"),
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          writer.write(String.join(",", names) + "\n");
          for (int i = 0; i < samples.n(); i++) {
            int row = i;
            writer.write(
                columns.stream()
                    .map(column -> Double.toString(column[row]))
                    .collect(Collectors.joining(",", "", "\n")));
          }
          writer.flush();
        });
  }

  Path path() {
    return path;
  }

  Path output() {
    return path.resolve(OUTPUT);
  }

  /** The estimate that the program has written. */
  double estimate(String label) {
    Path file = path.resolve(ESTIMATE);
    if (!Files.isRegularFile(file)) {
      throw refusal(label, "wrote no " + ESTIMATE);
    }
    List<String> lines = lines(file);
    if (lines.size() != 2 || !lines.get(0).equals(COLUMN)) {
      throw refusal(
          label, ESTIMATE + " must have a line \"" + COLUMN + "\" and a line with the number");
    }
    double nats;
    try {
      nats = Double.parseDouble(lines.get(1));
    } catch (NumberFormatException e) {
      throw refusal(label, "wrote \"" + shortened(lines.get(1)) + "\", which is not a number");
    }
    if (!Double.isFinite(nats)) {
      throw refusal(label, "gave " + nats + ": an estimate must be finite, in nats");
    }
    return nats;
  }

  /** A refusal with the last line that the program printed. */
  IllegalArgumentException refusal(String label, String reason) {
    List<String> printed = Files.isRegularFile(output()) ? lines(output()) : List.of();
    String last = printed.isEmpty() ? "" : "; it printed: " + printed.get(printed.size() - 1);
    return new IllegalArgumentException(label + ": " + reason + shortened(last));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + "...";
  }

  /**
   * The lines at the end of a file that are not blank, without spaces around them. Bytes that are
   * no text are shown in its place.
   */
  private static List<String> lines(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(Math.max(0, Files.size(file) - MAX_BYTES));
      String text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
      return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Removes the folder, as far as the system lets it: a program may have left files open. */
  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // It lies among the temporary files.
      path.toFile().deleteOnExit();
    }
  }
}
