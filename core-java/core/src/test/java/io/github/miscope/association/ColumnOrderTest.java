package io.github.miscope.association;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Associated columns become neighbours. */
class ColumnOrderTest {

  /** Column i belongs to cluster i % 3: each is one run in the order. */
  @Test
  void clustersAreRuns() {
    int d = 12;
    double[][] similarity = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        similarity[i][j] = i % 3 == j % 3 ? 0.8 - 0.01 * Math.abs(i - j) : 0.1;
      }
      similarity[i][i] = Double.NaN;
    }
    int[] order = ColumnOrder.of(similarity);
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    assertArrayEquals(java.util.stream.IntStream.range(0, d).toArray(), sorted);
    int changes = 0;
    for (int p = 1; p < d; p++) {
      changes += order[p] % 3 == order[p - 1] % 3 ? 0 : 1;
    }
    assertEquals(2, changes, Arrays.toString(order));
  }

  /** A chain: 0 and 3 are joined first, then 1 beside 3, then 2 beside 0. */
  @Test
  void similarEndsMeet() {
    double[][] similarity = new double[4][4];
    set(similarity, 0, 3, 0.9);
    set(similarity, 1, 3, 0.7);
    set(similarity, 0, 2, 0.6);
    assertArrayEquals(new int[] {2, 0, 3, 1}, turned(ColumnOrder.of(similarity)));
  }

  private static int[] turned(int[] order) {
    return order[0] == 2 ? order : new int[] {order[3], order[2], order[1], order[0]};
  }

  private static void set(double[][] matrix, int i, int j, double value) {
    matrix[i][j] = value;
    matrix[j][i] = value;
  }

  @Test
  void smallestAndBad() {
    assertArrayEquals(new int[0], ColumnOrder.of(new double[0][]));
    assertArrayEquals(new int[] {0}, ColumnOrder.of(new double[1][1]));
    assertEquals(
        "similarity must be square: it has 2 rows, and row 0 has 1 values",
        assertThrows(IllegalArgumentException.class, () -> ColumnOrder.of(new double[2][1]))
            .getMessage());
  }
}
