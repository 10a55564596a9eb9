package io.github.miscope.task;

import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Functions of single values, applied to each column alike, and the check that they lose nothing.
 */
final class Columns {

  private Columns() {}

  /** A copy, column by column. */
  static double[][] copy(double[][] columns) {
    return Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * Maps every value. The map must be finite and, on the values at hand, one to one: a column must
   * have as many distinct values after it as before.
   */
  static Variable map(Object label, DoubleUnaryOperator function, Variable variable) {
    double[][] columns = variable.columns();
    for (int j = 0; j < columns.length; j++) {
      double[] before = variable.column(j);
      double[] after = columns[j];
      for (int i = 0; i < after.length; i++) {
        Sampling.poll(i);
        after[i] = function.applyAsDouble(before[i]);
        if (!Double.isFinite(after[i])) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "%s maps %s[%d][%d] = %s to %s: values must stay finite",
                  label,
                  variable.name(),
                  i,
                  j,
                  before[i],
                  after[i]));
        }
      }
      if (distinct(before) != distinct(after)) {
        throw collision(label, variable, j, before, after);
      }
    }
    return variable.withColumns(columns);
  }

  private static int distinct(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int count = 1;
    for (int i = 1; i < sorted.length; i++) {
      // By !=, for which 0.0 and -0.0 are the same value.
      if (sorted[i] != sorted[i - 1]) {
        count++;
      }
    }
    return count;
  }

  private static IllegalArgumentException collision(
      Object label, Variable variable, int j, double[] before, double[] after) {
    Map<Double, Integer> firstWithImage = new HashMap<>();
    for (int i = 0; i < after.length; i++) {
      Integer first = firstWithImage.putIfAbsent(after[i] + 0.0, i);
      if (first != null && before[first] != before[i]) {
        return new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s does not keep MI: it maps both %s[%d][%d] = %s and %s[%d][%d] = %s to %s",
                label,
                variable.name(),
                first,
                j,
                before[first],
                variable.name(),
                i,
                j,
                before[i],
                after[i]));
      }
    }
    return new IllegalArgumentException(
        label + " does not keep MI: it is not a function of the values of " + variable.name());
  }
}
