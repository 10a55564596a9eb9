package io.github.miscope.encoder;

import io.github.miscope.sample.Variable;
import java.util.Arrays;

/** The rows of a variable in an order that they alone decide, so that sums do not depend on it. */
final class RowsByContent {

  private RowsByContent() {}

  /** Columns whose rows ascend in the first column, then in the second, and so on. */
  static double[][] of(Variable variable) {
    double[][] columns = variable.columns();
    int n = variable.n();
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> compare(columns, a, b));
    for (int j = 0; j < columns.length; j++) {
      double[] column = columns[j].clone();
      for (int i = 0; i < n; i++) {
        columns[j][i] = column[order[i]];
      }
    }
    return columns;
  }

  private static int compare(double[][] columns, int a, int b) {
    for (double[] column : columns) {
      int order = Double.compare(column[a], column[b]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
