package io.github.miscope.internal.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class RowOrderTest {

  /** Rows (1, 2) and (2, 1), (3, 5) and (5, 3) mirror each other; the fifth is alone. */
  private static final double[] X = {1, 2, 3, 5, 4};

  private static final double[] Y = {2, 1, 5, 3, 6};

  /** The values in their order, which none of the ways to give them changes. */
  @Test
  void mirroredRowsHaveAnOrder() {
    double[][] expected = ordered(X, Y);
    int[][] givens = {{1, 0, 2, 3, 4}, {0, 1, 3, 2, 4}, {4, 3, 2, 1, 0}};
    for (int[] given : givens) {
      double[] x = RowOrder.apply(given, new double[][] {X})[0];
      double[] y = RowOrder.apply(given, new double[][] {Y})[0];
      assertArrayEquals(expected, ordered(x, y));
      double[][] exchanged = ordered(y, x);
      assertArrayEquals(expected, new double[][] {exchanged[1], exchanged[0]});
    }
  }

  private static double[][] ordered(double[] x, double[] y) {
    int[] order = RowOrder.of(new double[][] {x}, new double[][] {y});
    return RowOrder.apply(order, new double[][] {x, y});
  }
}
