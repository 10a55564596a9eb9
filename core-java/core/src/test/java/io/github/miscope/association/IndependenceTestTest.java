package io.github.miscope.association;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** P-values without permutations. */
class IndependenceTestTest {

  private enum Shape {
    NUMBERS,
    ROUNDED,
    LEVELS,
    MANY_LEVELS
  }

  private static Variable column(String name, Shape shape, int n, UniformRandomProvider random) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      double u = random.nextDouble();
      values[i] =
          switch (shape) {
            case NUMBERS -> u;
            case ROUNDED -> Math.rint(-3 * Math.log(1 - u));
            case LEVELS -> Math.floor(4 * u * u);
            case MANY_LEVELS -> Math.floor(-6 * Math.log(1 - u));
          };
    }
    return shape == Shape.NUMBERS || shape == Shape.ROUNDED
        ? Variable.of(name, values)
        : Variable.discrete(name, Arrays.stream(values).mapToInt(v -> (int) v).toArray());
  }

  /**
   * Of 2000 pairs of independent columns the part with p at most a is a, within 4 standard errors
   * sqrt(a (1 - a) / 2000) and a fifth of a, as the chi-square distribution is approximate. A
   * p-value that is too large is no harm: below, three fifths of a.
   */
  @Test
  void pValuesOfIndependentColumnsAreUniform() {
    for (int n : new int[] {30, 100, 1000}) {
      for (Shape shape : Shape.values()) {
        for (Shape other : Shape.values()) {
          int repeats = n == 1000 ? 1000 : 2000;
          double[] p = new double[repeats];
          for (int r = 0; r < repeats; r++) {
            UniformRandomProvider random =
                Seed.of(5).derive(shape + " " + other + n, r).generator();
            p[r] =
                IndependenceTest.of(
                        new Samples(column("x", shape, n, random), column("y", other, n, random)))
                    .map(IndependenceTest::pValue)
                    .orElse(1.0);
          }
          for (double a : new double[] {0.01, 0.05, 0.2}) {
            double part = Arrays.stream(p).filter(v -> v <= a).count() / (double) repeats;
            double error = 4 * Math.sqrt(a * (1 - a) / repeats);
            String what = shape + ", " + other + ", n=" + n + ": P(p <= " + a + ") = " + part;
            assertTrue(part <= 1.2 * a + error, what);
            // Tables of 30 rows have few different values of G: p-values are too large.
            assertTrue(n == 30 || part >= 0.6 * a - error, what);
          }
        }
      }
    }
  }

  @Test
  void aParabolaIsSeenAndPValuesHaveNoFloor() {
    double[] x = new double[1000];
    Arrays.setAll(x, i -> i / 500.0 - 1);
    double[] y = Arrays.stream(x).map(v -> v * v).toArray();
    IndependenceTest test = IndependenceTest.of(Samples.of(x, y)).orElseThrow();
    assertEquals(49, test.degreesOfFreedom());
    assertTrue(test.pValue() < 1e-100, test.toString());
  }

  @Test
  void nothingToTestInAConstant() {
    Variable constant = Variable.of("x", new double[30]);
    Variable rare = Variable.discrete("y", java.util.stream.IntStream.range(0, 30).toArray());
    assertEquals(Optional.empty(), IndependenceTest.of(new Samples(constant, rare)));
    assertEquals(
        "pair must be one column: d=2",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    IndependenceTest.of(
                        new Samples(
                            Variable.ofColumns("pair", new double[30], new double[30]), rare)))
            .getMessage());
  }
}
