package io.github.miscope.internal.neighbour.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortedColumnTest {

  /**
   * Nearly all values in one cell of the table, so that counts are found by strides that double and
   * then by halving, more than 31 steps in all from half a million values on.
   */
  @Test
  void longRunsInOneCell() {
    Random random = new Random(1);
    for (int n : new int[] {1000, 600_000, 1_100_000}) {
      double[] column = new double[n];
      for (int i = 0; i < n; i++) {
        column[i] = i % 100 == 0 ? 1 + random.nextInt(3) : random.nextInt(1000) * 0x1p-60;
      }
      SortedColumn sorted = SortedColumn.of(column);
      double[] values = column.clone();
      Arrays.sort(values);
      int[] position = new int[1];
      int[] count = new int[1];
      for (int trial = 0; trial < 400; trial++) {
        position[0] = random.nextInt(n);
        double own = sorted.value(position[0]);
        double eps = trial % 2 == 0 ? random.nextInt(1000) * 0x1p-60 : random.nextDouble();
        sorted.count(1, position, 1, new double[] {eps}, count, new int[1]);
        int expected = nearer(values, own, eps) - 1;
        assertEquals(eps > 0 ? expected : 0, count[0], "n = " + n + ", eps = " + eps);
      }
    }
  }

  /** How many values are nearer than eps, by two searches that end at the very comparison. */
  private static int nearer(double[] values, double own, double eps) {
    int from = lowest(values, v -> own - v < eps);
    int to = lowest(values, v -> v - own >= eps);
    return to - from;
  }

  private static int lowest(double[] values, java.util.function.DoublePredicate reached) {
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (reached.test(values[middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
