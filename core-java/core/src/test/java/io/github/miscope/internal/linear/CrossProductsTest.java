package io.github.miscope.internal.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.sample.Seed;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums of products, row by row. */
class CrossProductsTest {

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "3, 7, 10", "9, 8, 11", "5, 129, 50", "130, 300, 403", "4, 4, 3"})
  void equalPlainSumsToTheBit(int du, int dv, int n) throws InterruptedException {
    double[][] u = normal(du, n, Seed.of(1));
    double[][] v = normal(dv, n, Seed.of(2));
    for (int step : new int[] {1, 2}) {
      for (int from = 0; from < step; from++) {
        check(u, v, from, step, CrossProducts.of(u, v, from, step));
        check(v, u, from, step, CrossProducts.of(v, u, from, step));
        check(v, v, from, step, CrossProducts.of(v, v, from, step));
      }
    }
  }

  private static void check(double[][] u, double[][] v, int from, int step, DMatrixRMaj sums) {
    for (int a = 0; a < u.length; a++) {
      for (int b = 0; b < v.length; b++) {
        double sum = 0;
        for (int i = from; i < u[a].length; i += step) {
          sum += u[a][i] * v[b][i];
        }
        assertEquals(sum, sums.get(a, b));
      }
    }
  }

  private static double[][] normal(int d, int n, Seed seed) {
    var random = seed.generator();
    double[][] columns = new double[d][n];
    for (double[] column : columns) {
      Arrays.setAll(column, i -> random.nextDouble() - 0.5);
    }
    return columns;
  }
}
