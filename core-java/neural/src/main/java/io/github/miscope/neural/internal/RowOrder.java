package io.github.miscope.neural.internal;

import io.github.miscope.sample.Samples;
import java.util.Comparator;
import java.util.stream.IntStream;

/** An order of rows that depends on their values only, and not on the scale of a column. */
public final class RowOrder {

  private RowOrder() {}

  /** Rows ascending in the first column of X, then in the second, ..., then in those of Y. */
  public static Samples sorted(Samples samples) {
    double[][] x = samples.x().columns();
    double[][] y = samples.y().columns();
    Comparator<Integer> order = (a, b) -> compare(x, a, b);
    return samples.rows(order(samples.n(), order.thenComparing((a, b) -> compare(y, a, b))));
  }

  /** The numbers of rows, ascending in the first column, then in the second, ... */
  public static int[] of(double[][] columns) {
    return order(columns[0].length, (a, b) -> compare(columns, a, b));
  }

  private static int[] order(int n, Comparator<Integer> order) {
    return IntStream.range(0, n).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
  }

  private static int compare(double[][] columns, int a, int b) {
    for (double[] column : columns) {
      if (column[a] != column[b]) {
        return Double.compare(column[a], column[b]);
      }
    }
    return 0;
  }
}
