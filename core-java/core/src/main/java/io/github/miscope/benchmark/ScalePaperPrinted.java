package io.github.miscope.benchmark;

import io.github.miscope.task.ScalePaper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The numbers that Tables 2 and 3 of the scale-invariance paper print, of a file beside this. */
final class ScalePaperPrinted {

  private static final String FILE = "scale-paper-printed.csv";

  private ScalePaperPrinted() {}

  static List<PrintedScore> of(int table) {
    Map<Integer, ScalePaper.Row> rows =
        ScalePaper.rows().stream()
            .filter(row -> row.table() == table)
            .collect(Collectors.toMap(ScalePaper.Row::number, Function.identity()));
    return lines().stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[0].equals(String.valueOf(table)))
        .map(cells -> score(rows.get(Integer.valueOf(cells[1])), cells))
        .toList();
  }

  private static PrintedScore score(ScalePaper.@Nullable Row row, String[] cells) {
    return new PrintedScore(
        Objects.requireNonNull(row, "row").toString(),
        cells[2],
        number(cells[3]),
        number(cells[4]),
        number(cells[5]));
  }

  private static double number(String text) {
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  private static List<String> lines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ScalePaperPrinted.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
