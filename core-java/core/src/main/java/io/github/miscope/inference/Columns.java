package io.github.miscope.inference;

import io.github.miscope.internal.linear.Standardised;
import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.sample.ColumnKind;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.commons.numbers.gamma.LogGamma;

/** Columns as the checks of data look at them. */
final class Columns {

  /** A continuous column that is not constant: values with mean 0 and mean square 1. */
  static final class Column {
    private final String name;
    private final double[] unit;
    private final SortedValues sorted;
    private final Lazy<int[]> codes;

    private Column(String name, SortedValues sorted) {
      this.name = name;
      this.unit = sorted.values();
      this.sorted = sorted;
      codes = new Lazy<>(() -> RowCodes.ofColumn(unit, sorted.order()));
    }

    /** The same column of some rows. */
    Column rows(int... rows) {
      double[] some = Arrays.stream(rows).mapToDouble(i -> unit[i]).toArray();
      return new Column(name, new SortedValues(some));
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
      return sorted.order();
    }

    /** The ranks of the values, mean ranks for ties; for reading. */
    double[] ranks() {
      return sorted.ranks();
    }

    /** The number of each value among the different values, ascending; for reading. */
    int[] codes() {
      return codes.get();
    }

    /** The smallest distance between different values, but for rounding errors. */
    double gap() {
      int[] sorted = order();
      double gap = Double.POSITIVE_INFINITY;
      for (int i = 1; i < sorted.length; i++) {
        double step = unit[sorted[i]] - unit[sorted[i - 1]];
        gap = step > ROUNDING * range() ? Math.min(gap, step) : gap;
      }
      return gap;
    }

    /** On how many places of a grid the values lie. */
    double places() {
      return range() / gap() + 1;
    }

    private double range() {
      int[] sorted = order();
      return unit[sorted[sorted.length - 1]] - unit[sorted[0]];
    }

    /** How many pairs of different values are at most so many gaps apart. */
    double nearPairs(int gaps) {
      int[] sorted = order();
      double gap = gap();
      double near = (gaps + 0.5) * gap;
      double pairs = 0;
      int nearest = 0;
      int equal = 0;
      for (int i : sorted) {
        while (unit[i] - unit[sorted[equal]] > 0.5 * gap) {
          equal++;
        }
        while (unit[i] - unit[sorted[nearest]] > near) {
          nearest++;
        }
        pairs += equal - nearest;
      }
      return pairs;
    }

    /** Whether fewer than half of the values differ from each other. */
    boolean isMostlyTied() {
      return sorted.isMostlyTied();
    }

    /** How many different values there are. */
    int distinct() {
      return sorted.distinct();
    }

    /**
     * The probability that an independent column of the same values, or of these mirrored, is a
     * copy up to shift and scale: that of hitting one of two orders. Zero where values are not on a
     * grid, since two independent columns then never have the same distances; one for two values,
     * which all columns share up to shift and scale.
     */
    double chanceOfCopy() {
      int n = unit.length;
      boolean isGrid = places() < (double) n * n;
      double logOrders = LogGamma.value(n + 1.0) - logTies();
      return n == 2 || isGrid ? Math.min(1, 2 * Math.exp(-logOrders)) : 0;
    }

    /** The logarithm of the number of orders of the rows that equal values do not tell apart. */
    double logTies() {
      double log = 0;
      for (int count : RowCodes.counts(codes())) {
        log += LogGamma.value(count + 1.0);
      }
      return log;
    }
  }

  /** Values of two columns, in standard deviations, that differ by no more are the same. */
  private static final double SAME = 1e-6;

  /** Distances below this part of the range are rounding errors. */
  private static final double ROUNDING = 0x1p-40;

  private Columns() {}

  /** The columns of a variable whose values are sorted elsewhere as well. */
  static List<Column> continuous(Variable variable, IntFunction<SortedValues> values) {
    List<Column> columns = new ArrayList<>();
    for (int j = 0; j < variable.d(); j++) {
      if (variable.kinds().get(j) == ColumnKind.CONTINUOUS && !variable.isConstant(j)) {
        SortedValues own = values.apply(j);
        double[] unit = Standardised.of(own.values()).columns()[0];
        columns.add(new Column(variable.columnNames().get(j), own.mapped(unit)));
      }
    }
    return columns;
  }

  /** A column that is not constant. */
  static Column of(String name, double[] values) {
    return new Column(name, new SortedValues(Standardised.of(values).columns()[0]));
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
