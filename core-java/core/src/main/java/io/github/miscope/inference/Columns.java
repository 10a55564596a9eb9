package io.github.miscope.inference;

import io.github.miscope.internal.linear.Standardised;
import io.github.miscope.sample.ColumnKind;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;

/** Columns as the checks of data look at them. */
final class Columns {

  /** A continuous column that is not constant: values with mean 0 and mean square 1. */
  static final class Column {
    private final String name;
    private final double[] unit;

    Column(String name, double[] unit) {
      this.name = name;
      this.unit = unit;
    }

    String name() {
      return name;
    }

    /** Not copied: for reading. */
    double[] unit() {
      return unit;
    }
  }

  /** Values of two columns, in standard deviations, that differ by no more are the same. */
  private static final double SAME = 1e-6;

  private Columns() {}

  static List<Column> continuous(Variable variable) {
    List<Column> columns = new ArrayList<>();
    for (int j = 0; j < variable.d(); j++) {
      if (variable.kinds().get(j) == ColumnKind.CONTINUOUS && !variable.isConstant(j)) {
        columns.add(
            new Column(
                variable.columnNames().get(j), Standardised.of(variable.column(j)).columns()[0]));
      }
    }
    return columns;
  }

  /** Whether one column is the other up to shift and scale, negative scales included. */
  static boolean areSame(Column a, Column b) {
    return differ(a.unit, b.unit, 1) <= SAME || differ(a.unit, b.unit, -1) <= SAME;
  }

  private static double differ(double[] a, double[] b, int sign) {
    double most = 0;
    for (int i = 0; i < a.length && most <= SAME; i++) {
      most = Math.max(most, Math.abs(a[i] - sign * b[i]));
    }
    return most;
  }
}
