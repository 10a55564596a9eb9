package io.github.miscope.encoder;

import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The columns that encodings take and give. */
final class Columns {

  private Columns() {}

  static void require(Variable variable, int count, String what) {
    if (variable.d() != count) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %d %s, but the encoding has %d",
              variable.name(),
              variable.d(),
              what,
              count));
    }
  }

  /** A variable of numbered columns: {@code x code 0}, {@code x code 1}, ... */
  static Variable numbered(String name, String what, double[][] columns) {
    List<String> names = new ArrayList<>(columns.length);
    for (int j = 0; j < columns.length; j++) {
      names.add(name + " " + what + " " + j);
    }
    return Variable.ofColumns(name, names, columns);
  }
}
