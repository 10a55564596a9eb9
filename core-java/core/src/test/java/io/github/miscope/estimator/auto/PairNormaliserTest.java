package io.github.miscope.estimator.auto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.internal.mean.LogSum;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums over pairs against those that are plainly right. */
class PairNormaliserTest {

  @ParameterizedTest
  @CsvSource({
    "300, 1, 0.05, 1",
    "300, 1, 0.6, 1",
    "2000, 1, 0.6, 1",
    "300, 1, 0.999, 1",
    "300, 1, 0.9999999, 1",
    // The pairs of the same observation are all of the sum but for 1e-9.
    "60, 1, 0.9999999999999, 1",
    "300, 2, 0.6, 1",
    "300, 7, 0.8, 1",
    // Outliers: weights from exp(-2000) to 1.
    "300, 1, 0.9, 60",
    "300, 3, 0.5, 60",
  })
  void isTheSumPairByPair(int n, int pairs, double rho, double outlier)
      throws InterruptedException {
    Samples samples = Tasks.correlatedGaussians(pairs, rho).sample(n, Seed.of(1));
    double[][] u = samples.x().columns();
    double[][] v = samples.y().columns();
    u[0][3] *= outlier;
    v[0][5] *= outlier;
    double[] r = new double[pairs];
    Arrays.setAll(r, l -> rho * (1 - 0.05 * l));
    // The sum over some rows, as over all.
    for (int m : new int[] {n, n / 2}) {
      double expected = slow(r, u, v, m);
      double rounding = 1e-9 * Math.abs(expected);
      assertEquals(expected, new PairNormaliser(r, u, v, m).log(), 1e-7 + rounding);
    }
  }

  private static double slow(double[] r, double[][] u, double[][] v, int m) {
    double[] logs = new double[m * (m - 1)];
    int next = 0;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        double log = 0;
        for (int l = 0; l < r.length; l++) {
          double a = u[l][i];
          double b = v[l][j];
          double c = r[l];
          // Of the bivariate normal density: exact to rounding / (1 - r).
          log -= c * (c * (a * a + b * b) - 2 * a * b) / (2 * (1 - c) * (1 + c));
        }
        if (i != j) {
          logs[next++] = log;
        }
      }
    }
    return LogSum.of(logs) - Math.log(logs.length);
  }
}
