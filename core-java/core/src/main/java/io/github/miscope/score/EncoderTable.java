package io.github.miscope.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How good several encoders are at telling classes, and how near to the victim: Tables 1 and 2 of
 * Sisak (2024), section 5. Immutable.
 *
 * @param name of the experiment, for titles
 * @param neighbours how many nearest neighbours were compared
 * @param rows the victim first
 */
public record EncoderTable(String name, int neighbours, List<EncoderRow> rows) {

  /**
   * A table.
   *
   * @param name of the experiment
   * @param neighbours how many nearest neighbours were compared
   * @param rows the victim first
   * @throws IllegalArgumentException if there is no row
   */
  public EncoderTable {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(rows, "rows");
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a table must have an encoder: rows=[]");
    }
  }

  /**
   * The row of a name.
   *
   * @param name the name of an encoder
   * @return its row
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  public EncoderRow row(String name) {
    Objects.requireNonNull(name, "name");
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no encoder '"
                        + name
                        + "', only "
                        + rows.stream().map(EncoderRow::name).toList()));
  }

  /**
   * The rows of some origins: {@code of(VICTIM, OTHER_TEMPERATURE)} is Table 1, {@code of(VICTIM,
   * STOLEN)} is Table 2.
   *
   * @param origins those to keep
   * @return a shorter table
   * @throws IllegalArgumentException if no encoder is of them
   */
  public EncoderTable of(Origin... origins) {
    Objects.requireNonNull(origins, "origins");
    List<Origin> kept = List.of(origins);
    return new EncoderTable(
        name, neighbours, rows.stream().filter(row -> kept.contains(row.origin())).toList());
  }

  /** A line for each encoder. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>(List.of(name));
    rows.forEach(row -> lines.add("  " + row));
    return String.join("\n", lines);
  }
}
