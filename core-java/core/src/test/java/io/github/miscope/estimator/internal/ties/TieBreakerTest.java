package io.github.miscope.estimator.internal.ties;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning.TiedColumn;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Jitter breaks all ties, mixes no two values and keeps their order, wherever they lie. */
class TieBreakerTest {

  private static final double NARROW = 0x1p-10;

  private static double[] jittered(double[] column, double width) {
    return new TieBreaker(Variable.of("x", column)).columns(width, Seed.of(1), "x", 0)[0];
  }

  /** Checks that the order of different values is kept, and that equal ones are spread. */
  private static void check(String name, double[] column) {
    double[] jittered = jittered(column, NARROW);
    int n = column.length;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(jittered[a], jittered[b]));
    int stillTied = 0;
    for (int r = 1; r < n; r++) {
      double below = column[order[r - 1]];
      double above = column[order[r]];
      assertTrue(below <= above, () -> name + ": " + below + " was put above " + above);
      if (jittered[order[r]] == jittered[order[r - 1]]) {
        assertEquals(below, above, () -> name + ": two values were made one");
        stillTied++;
      }
    }
    // Of m points spread over 2^14 m doubles, next ones are tied with a probability of 2^-14.
    assertTrue(stillTied <= 3 + n * 0x1p-12, name + ": " + stillTied + " are tied still");
  }

  private static double[] column(int n, java.util.function.ToDoubleFunction<Random> value) {
    Random random = new Random(3);
    double[] column = new double[n];
    Arrays.setAll(column, i -> value.applyAsDouble(random));
    return column;
  }

  @Test
  void atomsAtBothEndsOfAContinuousRange() {
    check("clipped", column(200_000, r -> Math.max(0, Math.min(1, 0.5 + 4 * r.nextGaussian()))));
    check(
        "clipped far from zero",
        column(20_000, r -> 1e6 + Math.max(0, Math.min(1, 0.5 + 4 * r.nextGaussian()))));
  }

  @Test
  void valuesAnUlpFromAnAtom() {
    check("saturated", column(100_000, r -> Math.tanh(30 * r.nextGaussian())));
    double[] next = column(20_000, r -> r.nextInt(3));
    for (int i = 0; i < next.length; i++) {
      next[i] = next[i] == 0 ? -1 : next[i] == 1 ? 1 : Math.nextUp(1.0);
    }
    check("two neighbouring doubles", next);
    check("doubles around 1", column(50_000, r -> 1 + r.nextInt(200) * 0x1p-52));
    check(
        "doubles around two places",
        column(50_000, r -> (r.nextBoolean() ? 1 : -1) + r.nextInt(200) * 0x1p-52));
  }

  @Test
  void everyOrderOfMagnitude() {
    check("powers", column(20_000, r -> Math.scalb(1.0, r.nextInt(1000) - 500)));
    check("significant digits", column(50_000, r -> digits(Math.exp(20 * r.nextGaussian()))));
    check("least numbers", column(1000, r -> r.nextInt(6) * Double.MIN_VALUE));
    check("largest numbers", column(1000, r -> (r.nextInt(6) - 2.5) * 0.39 * Double.MAX_VALUE));
    check("an outlier", column(5000, r -> r.nextInt(5000) == 0 ? 1e300 : r.nextInt(3)));
  }

  private static double digits(double value) {
    return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.2e", value));
  }

  /** What differs by rounding only is one value: 0.3 - 0.2, 0.2 - 0.1 and 0.1. */
  @Test
  void roundingErrorsAreNoGaps() {
    double[] differences =
        column(
            2000,
            r -> {
              double first = r.nextInt(10) / 10.0;
              return first - r.nextInt(10) / 10.0;
            });
    TiedColumn report = new TieBreaker(Variable.of("x", differences)).report().get(0);
    assertEquals(0.1, report.resolution(), 1e-12);
    assertEquals(2000, report.tied());
    double[] jittered = jittered(differences, NARROW);
    for (int i = 0; i < 2000; i++) {
      for (int j = 0; j < i; j++) {
        if (Math.rint(10 * differences[i]) == Math.rint(10 * differences[j])) {
          assertTrue(Math.abs(jittered[i] - jittered[j]) < 1e-3);
        }
      }
    }
  }

  @Test
  void columnsWithoutTiesAreUntouched() {
    double[] column = column(1000, Random::nextGaussian);
    TieBreaker breaker = new TieBreaker(Variable.of("x", column));
    assertTrue(breaker.report().isEmpty());
    double[] kept = breaker.columns(NARROW, Seed.of(1), "x", 0)[0];
    // But for a power of two.
    double factor = kept[0] / column[0];
    assertArrayEquals(Arrays.stream(column).map(v -> v * factor).toArray(), kept);
    assertEquals(factor, Math.scalb(1.0, Math.getExponent(factor)));
  }

  @Test
  void aReportIsInTheColumnsUnit() {
    double[] column = column(500, r -> Math.rint(r.nextGaussian()) * 1e-310);
    TiedColumn report = new TieBreaker(Variable.of("x", column)).report().get(0);
    assertEquals(1e-310, report.resolution(), 1e-322);
    assertEquals(1, report.relativeResolution(), 0.1);
    double[] large = Arrays.stream(column).map(v -> v * 1e300 * 1e300 * 1e17).toArray();
    assertEquals(
        1e307, new TieBreaker(Variable.of("x", large)).report().get(0).resolution(), 1e300);
  }
}
