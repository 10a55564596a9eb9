package io.github.miscope.neural;

import io.github.miscope.sample.Samples;
import java.util.Comparator;
import java.util.stream.IntStream;

/** An order of rows that depends on their values only, and not on the scale of a column. */
final class RowOrder {

  private RowOrder() {}

  static Samples sorted(Samples samples) {
    double[][] x = samples.x().columns();
    double[][] y = samples.y().columns();
    Comparator<Integer> order = (a, b) -> compare(x, a, b);
    int[] rows =
        IntStream.range(0, samples.n())
            .boxed()
            .sorted(order.thenComparing((a, b) -> compare(y, a, b)))
            .mapToInt(Integer::intValue)
            .toArray();
    return samples.rows(rows);
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
