package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.inference.Columns.Column;
import io.github.miscope.internal.neighbour.order.Ranks;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of columns without sorting them, against what their order says. */
class UnsortedChecksTest {

  private static final int N = 20_000;

  private static double[] normal(String name, int n) {
    var random = Seed.of(3).derive(name).generator();
    return ZigguratSampler.NormalizedGaussian.of(random).samples(n).toArray();
  }

  private static double[] map(double[] values, DoubleUnaryOperator f) {
    return Arrays.stream(values).map(f).toArray();
  }

  /** Each value keeps a part of the one before. */
  private static double[] series(double part) {
    double[] values = normal("series", N);
    for (int i = 1; i < N; i++) {
      values[i] += part * values[i - 1];
    }
    return values;
  }

  private static double largestAutocorrelation(double[] column, int lags) {
    double[] ranks = Ranks.of(column);
    double mean = (N + 1) / 2.0;
    double squares = Arrays.stream(ranks).map(r -> (r - mean) * (r - mean)).sum();
    return IntStream.rangeClosed(1, lags)
        .mapToDouble(
            lag ->
                IntStream.range(lag, N)
                    .mapToDouble(i -> (ranks[i] - mean) * (ranks[i - lag] - mean))
                    .sum())
        .map(sum -> Math.abs(sum / squares))
        .max()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.9, -0.11, -0.1, 0, 0.05, 0.09, 0.099, 0.1, 0.101, 0.11, 0.3, 0.95})
  void coarseRanksClaimNoLessThanRanksShow(double part) {
    double[] series = series(part);
    double exact = largestAutocorrelation(series, 10);
    for (double[] column :
        new double[][] {series, map(series, Math::rint), map(series, Math::exp)}) {
      double own = largestAutocorrelation(column, 10);
      if (CoarseRanks.autocorrelateLess(column, 10, 0.1)) {
        assertTrue(own < 0.1, part + " has " + own);
      }
    }
    // Some 1e-4 of the rows share a cell: the error of a correlation is 12 times that at most.
    assertEquals(exact < 0.098, CoarseRanks.autocorrelateLess(series, 10, 0.1), "at " + exact);
  }

  @Test
  void coarseRanksSayNothingOfAColumnThatIsNearlyAllInOneCell() {
    double[] column = map(normal("wide", N), v -> v * v * v * 1e-9);
    column[7] = 1e300;
    assertFalse(CoarseRanks.autocorrelateLess(column, 10, 0.1));
  }

  @Test
  void jumpsExceedOnlyWhatTheirSumExceeds() {
    double[] x = normal("x", N);
    double[] noise = normal("noise", N);
    for (double size : new double[] {0, 1e-6, 1e-4, 3e-4, 1e-3, 1e-2, 0.1, 1, 10}) {
      double[] y = new double[N];
      Arrays.setAll(y, i -> Math.sin(3 * x[i]) + size * noise[i]);
      Column a = Columns.of("x", x);
      for (double[] column : new double[][] {y, map(y, v -> Math.rint(20 * v))}) {
        Column b = Columns.of("y", column);
        double sum = DeterminismCheck.unexplained(a, b) * ((double) N * N - 1) / 3;
        assertFalse(CurveScreen.jumpsExceed(a, b, sum * (1 + 1e-12)), size + "");
        assertFalse(CurveScreen.jumpsExceed(b, a, N * (double) N), size + "");
      }
    }
    Column a = Columns.of("x", x);
    // Independent columns jump by N / 3 on average; a curve is allowed 8/3 of a rank.
    assertTrue(CurveScreen.jumpsExceed(a, Columns.of("y", noise), 8.0 / 3 * N));
  }

  @Test
  void mostlyTiedColumnsAreThoseOfFewDifferentValues() {
    UniformRandomProvider random = Seed.of(5).generator();
    for (double part : new double[] {0.001, 0.3, 0.49, 0.5, 0.51, 0.7, 1}) {
      int different = (int) (part * N);
      double[] column = new double[N];
      Arrays.setAll(column, i -> Math.sqrt(2 + i % different));
      for (int i = N - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        double kept = column[i];
        column[i] = column[j];
        column[j] = kept;
      }
      long distinct = Arrays.stream(column).distinct().count();
      assertEquals(distinct < N / 2, new SortedValues(column).isMostlyTied(), "at " + part);
    }
    double[] zeros = new double[N];
    Arrays.setAll(zeros, i -> i % 2 == 0 ? 0.0 : -0.0);
    assertTrue(new SortedValues(zeros).isMostlyTied());
  }
}
