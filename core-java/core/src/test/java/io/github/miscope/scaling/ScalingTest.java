package io.github.miscope.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingTest {

  /**
   * Column a: mean 2, deviations -2, 2, -2, 2, variance 4. Column b: mean 1, deviations -1, -1, 1,
   * 1, variance 1. Energy 4 + 1 = 5; the largest deviations are 2 in every row.
   */
  private static final Variable DATA =
      Variable.ofColumns(
          "x", List.of("a", "b"), new double[] {0, 4, 0, 4}, new double[] {0, 0, 2, 2});

  static List<Scaling> linear() {
    return List.of(Scaling.local(), Scaling.globalL2(), Scaling.globalLinf(), Scaling.corrected());
  }

  private static void assertColumns(Variable actual, double[] a, double[] b) {
    assertArrayEquals(a, actual.column(0), 1e-15);
    assertArrayEquals(b, actual.column(1), 1e-15);
    assertEquals(DATA.columnNames(), actual.columnNames());
    assertEquals(DATA.name(), actual.name());
  }

  @Test
  void noneLeavesTheVariableAsItIs() {
    assertSame(DATA, Scaling.none().apply(DATA));
  }

  @Test
  void localDividesByStandardDeviations() {
    assertColumns(
        Scaling.local().apply(DATA), new double[] {0, 2, 0, 2}, new double[] {0, 0, 2, 2});
  }

  @Test
  void globalL2DividesByTheRootOfTheEnergy() {
    double s = Math.sqrt(5);
    assertColumns(
        Scaling.globalL2().apply(DATA),
        new double[] {0, 4 / s, 0, 4 / s},
        new double[] {0, 0, 2 / s, 2 / s});
  }

  @Test
  void globalLinfDividesByTheMeanLargestDeviation() {
    assertColumns(
        Scaling.globalLinf().apply(DATA), new double[] {0, 2, 0, 2}, new double[] {0, 0, 1, 1});
  }

  /** Largest deviations of the rows: max(1, 1), max(1, 1), max(2, 2) with means 1 and 2: 4/3. */
  @Test
  void globalLinfTakesTheMeanOverRows() {
    Variable x = Variable.ofColumns("x", new double[] {0, 0, 3}, new double[] {3, 3, 0});
    assertArrayEquals(
        new double[] {0, 0, 3 / (4 / 3.0)}, Scaling.globalLinf().apply(x).column(0), 1e-15);
  }

  @Test
  void correctedMakesTheMeanVarianceOne() {
    double s = Math.sqrt(5 / 2.0);
    assertColumns(
        Scaling.corrected().apply(DATA),
        new double[] {0, 4 / s, 0, 4 / s},
        new double[] {0, 0, 2 / s, 2 / s});
  }

  @Test
  void rankSharesTheMeanRankAmongTies() {
    Variable x = Variable.of("x", 10, -5, 10, 1e300);
    assertArrayEquals(
        new double[] {2 / 4.0, 0.5 / 4, 2 / 4.0, 3.5 / 4},
        Scaling.rank().apply(x).column(0),
        1e-15);
  }

  /** The normal quantiles of 1/8, 3/8, 5/8, 7/8 to 15 digits. */
  @Test
  void normalRankGivesNormalQuantiles() {
    Variable x = Variable.of("x", 3, 1, 4, 2);
    assertArrayEquals(
        new double[] {0.318639363964375, -1.150349380376008, 1.150349380376008, -0.318639363964375},
        Scaling.normalRank().apply(x).column(0),
        1e-14);
  }

  @Test
  void ranksDoNotDependOnIncreasingFunctions() {
    Variable x = normal(500);
    double[][] columns = x.columns();
    for (double[] column : columns) {
      for (int i = 0; i < column.length; i++) {
        column[i] = Math.exp(column[i]);
      }
    }
    assertEquals(Scaling.rank().apply(x), Scaling.rank().apply(x.withColumns(columns)));
    assertEquals(Scaling.normalRank().apply(x), Scaling.normalRank().apply(x.withColumns(columns)));
  }

  /**
   * Rounding of eta x and of a few sums over n = 500 terms: at most about n units of 1.1e-16 in
   * sum, and in fact far less.
   */
  @ParameterizedTest
  @MethodSource("linear")
  void doesNotDependOnTheUnit(Scaling scaling) {
    Variable x = normal(500);
    Variable expected = scaling.apply(x);
    for (double eta = 1e-12; eta < 2e12; eta *= 10) {
      Variable actual = scaling.apply(times(eta, x));
      for (int j = 0; j < x.d(); j++) {
        for (int i = 0; i < x.n(); i++) {
          double e = expected.get(i, j);
          assertEquals(e, actual.get(i, j), 1e-12 * Math.abs(e), scaling + " at " + eta);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("linear")
  void isExactForPowersOfTwo(Scaling scaling) {
    Variable x = normal(500);
    Variable expected = scaling.apply(x);
    for (int power : new int[] {-900, -1, 1, 40, 900}) {
      assertEquals(expected, scaling.apply(times(Math.scalb(1.0, power), x)), "2^" + power);
    }
  }

  @ParameterizedTest
  @MethodSource("linear")
  void isIdempotentUpToRounding(Scaling scaling) {
    Variable once = scaling.apply(normal(500));
    Variable twice = scaling.apply(once);
    for (int j = 0; j < once.d(); j++) {
      assertArrayEquals(once.column(j), twice.column(j), 1e-12);
    }
  }

  @ParameterizedTest
  @MethodSource("linear")
  void leavesConstantVariablesAsTheyAre(Scaling scaling) {
    Variable x =
        Variable.ofColumns(
            "x",
            new double[] {1e300, 1e300, 1e300},
            new double[] {1e-300, 1e-300, 1e-300},
            new double[] {0.1, 0.1, 0.1},
            new double[3]);
    assertEquals(x, scaling.apply(x));
  }

  @Test
  void localLeavesAConstantColumnAsItIs() {
    Variable x =
        Variable.ofColumns("x", new double[] {0, 4, 0, 4}, new double[] {0.1, 0.1, 0.1, 0.1});
    Variable scaled = Scaling.local().apply(x);
    assertArrayEquals(new double[] {0, 2, 0, 2}, scaled.column(0));
    assertArrayEquals(x.column(1), scaled.column(1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, 1e-310, 1e-300, 1e300, 8e307})
  void standsTheEndsOfTheRange(double unit) {
    Variable x = Variable.of("x", 0, 2 * unit, 0, 2 * unit);
    for (Scaling scaling : linear()) {
      assertArrayEquals(new double[] {0, 2, 0, 2}, scaling.apply(x).column(0), 1e-15);
    }
  }

  @Test
  void jitterStaysWithinHalfItsWidth() {
    Variable x = Variable.ofColumns("x", new double[20_000], new double[20_000]);
    Variable jittered = Scaling.jitter(0.5, Seed.of(1)).apply(x);
    for (int j = 0; j < 2; j++) {
      double low = 0;
      double high = 0;
      double sum = 0;
      for (double v : jittered.column(j)) {
        low = Math.min(low, v);
        high = Math.max(high, v);
        sum += v;
      }
      assertTrue(low >= -0.25 && high <= 0.25, low + ".." + high);
      // No value within 0.001 of an end has probability (1 - 0.002)^20000 = 4e-18.
      assertTrue(low < -0.249 && high > 0.249, low + ".." + high);
      // Five standard errors of the mean, each 0.5 / sqrt(12 * 20000).
      assertEquals(0, sum / 20_000, 5 * 0.5 / Math.sqrt(12 * 20_000));
    }
    assertNotEquals(jittered.get(0, 0), jittered.get(0, 1));
  }

  @Test
  void jitterIsAFunctionOfItsSeed() {
    Variable x = normal(100);
    Variable once = Scaling.jitter(0.1, Seed.of(1)).apply(x);
    assertEquals(once, Scaling.jitter(0.1, Seed.of(1)).apply(x));
    assertNotEquals(once, Scaling.jitter(0.1, Seed.of(2)).apply(x));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void jitterNeedsAWidth(double width) {
    var e = assertThrows(IllegalArgumentException.class, () -> Scaling.jitter(width, Seed.of(1)));
    assertEquals("jitter width must be positive and finite: " + width, e.getMessage());
  }

  @Test
  void hasLabels() {
    assertEquals(
        "[none, local, global L2, global Linf, corrected, rank, normal-rank, whitening,"
            + " jitter(0.1)]",
        List.of(
                Scaling.none(),
                Scaling.local(),
                Scaling.globalL2(),
                Scaling.globalLinf(),
                Scaling.corrected(),
                Scaling.rank(),
                Scaling.normalRank(),
                Scaling.whitening(),
                Scaling.jitter(0.1, Seed.of(1)))
            .toString());
  }

  private static Variable normal(int n) {
    double[][] columns = new double[3][n];
    for (int j = 0; j < columns.length; j++) {
      var normal =
          ZigguratSampler.NormalizedGaussian.of(Seed.of(5).derive("column", j).generator());
      for (int i = 0; i < n; i++) {
        columns[j][i] = 3 * j + (j + 0.5) * normal.sample();
      }
    }
    return Variable.ofColumns("x", columns);
  }

  private static Variable times(double factor, Variable x) {
    double[][] columns = x.columns();
    for (double[] column : columns) {
      for (int i = 0; i < column.length; i++) {
        column[i] *= factor;
      }
    }
    return x.withColumns(columns);
  }
}
