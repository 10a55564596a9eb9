package io.github.miscope.inference;

import io.github.miscope.internal.linear.Standardised;
import io.github.miscope.internal.neighbour.RadixSort;
import io.github.miscope.internal.neighbour.Ranks;
import io.github.miscope.internal.parallel.Lazy;
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
    private final Lazy<int[]> order;
    private final Lazy<double[]> ranks;

    Column(String name, double[] unit) {
      this.name = name;
      this.unit = unit;
      order = new Lazy<>(() -> RadixSort.order(unit));
      ranks = new Lazy<>(() -> Ranks.of(unit));
    }

    String name() {
      return name;
    }

    /** Not copied: for reading. */
    double[] unit() {
      return unit;
    }

    /** The rows in ascending order of value; for reading. */
    int[] order() {
      return order.get();
    }

    /** The ranks of the values, mean ranks for ties; for reading. */
    double[] ranks() {
      return ranks.get();
    }

    /** Whether fewer than half of the values differ from each other. */
    boolean isMostlyTied() {
      int[] sorted = order();
      int distinct = 1;
      for (int i = 1; i < sorted.length; i++) {
        distinct += unit[sorted[i]] != unit[sorted[i - 1]] ? 1 : 0;
      }
      return distinct < unit.length / 2;
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
