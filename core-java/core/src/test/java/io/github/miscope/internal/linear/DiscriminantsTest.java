package io.github.miscope.internal.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class DiscriminantsTest {

  private static final int N = 200;
  private static final int FOLDS = 10;

  private static double[][] normals(int d, long seed) {
    var normal = ZigguratSampler.NormalizedGaussian.of(Seed.of(seed).generator());
    return IntStream.range(0, d)
        .mapToObj(j -> normal.samples(N).toArray())
        .toArray(double[][]::new);
  }

  /** Of two levels: the difference of means outside of the fold, by the inverse covariance. */
  @Test
  void twoLevelsHaveTheDirectionOfFisher() throws InterruptedException {
    int d = 4;
    double[][] x = normals(d, 1);
    int[] levels = IntStream.range(0, N).map(i -> i * 7 % 3 == 0 ? 1 : 0).toArray();
    for (int i = 0; i < N; i++) {
      x[1][i] += x[0][i] + levels[i];
      x[2][i] -= 2 * levels[i];
    }
    Discriminants found = Discriminants.of(x, levels, 5, FOLDS);
    assertEquals(1, found.columns().length);

    Standardised standardised = Standardised.unbiased(x);
    var covariance = standardised.correlations();
    LedoitWolf.shrink(covariance, LedoitWolf.intensity(standardised, covariance));
    double[][] z = standardised.columns();
    double[] expected = new double[N];
    for (int fold = 0; fold < FOLDS; fold++) {
      double[] difference = new double[d];
      for (int j = 0; j < d; j++) {
        difference[j] = mean(z[j], levels, 1, fold) - mean(z[j], levels, 0, fold);
      }
      DMatrixRMaj b = new DMatrixRMaj(d, 1, true, difference);
      DMatrixRMaj w = new DMatrixRMaj(d, 1);
      assertTrue(CommonOps_DDRM.solve(covariance, b, w));
      double unit = Math.sqrt(CommonOps_DDRM.dot(w, b));
      for (int i = fold; i < N; i += FOLDS) {
        for (int j = 0; j < d; j++) {
          expected[i] += w.get(j) / unit * z[j][i];
        }
      }
    }
    double sign = Math.signum(expected[0] * found.columns()[0][0]);
    Arrays.setAll(expected, i -> sign * expected[i]);
    for (int i = 0; i < N; i++) {
      assertEquals(expected[i], found.columns()[0][i], 1e-9);
    }
    assertTrue(found.correlations()[0] > 0.5);
  }

  private static double mean(double[] column, int[] levels, int level, int fold) {
    return IntStream.range(0, N)
        .filter(i -> levels[i] == level && i % FOLDS != fold)
        .mapToDouble(i -> column[i])
        .average()
        .orElseThrow();
  }

  /** Means at the corners of a triangle, of which two directions tell; more columns than rows. */
  @Test
  void severalLevelsHaveSeveralDirections() throws InterruptedException {
    double[][] x = normals(300, 2);
    int[] levels = IntStream.range(0, N).map(i -> i % 3).toArray();
    for (int i = 0; i < N; i++) {
      x[levels[i]][i] += 6;
    }
    Discriminants found = Discriminants.of(x, levels, 5, FOLDS);
    assertEquals(2, found.columns().length);
    assertEquals(2, found.above(0.5));
  }

  /**
   * A level that a row must not see: without dependence, correlations on held-out rows have
   * standard deviation 1 / sqrt(n), and are above 4 of them once in 30000.
   */
  @Test
  void directionsHaveNotSeenTheRows() throws InterruptedException {
    for (int s = 0; s < 20; s++) {
      double[][] x = normals(100, 10 + s);
      int[] levels = IntStream.range(0, N).map(i -> i % 4).toArray();
      for (double r : Discriminants.of(x, levels, 5, FOLDS).correlations()) {
        assertTrue(r < 4 / Math.sqrt(N), () -> "held-out correlation " + r);
      }
    }
  }

  @Test
  void rareLevelsTeachNothing() throws InterruptedException {
    int[] levels = IntStream.range(0, N).map(i -> i < N - 9 ? 0 : 1).toArray();
    assertEquals(0, Discriminants.of(normals(3, 3), levels, 5, FOLDS).columns().length);
  }
}
