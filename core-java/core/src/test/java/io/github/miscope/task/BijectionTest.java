package io.github.miscope.task;

import static io.github.miscope.task.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BijectionTest {

  private static final Seed SEED = Seed.of(3);
  private static final Variable X = Tasks.correlatedGaussians(3, 0.5).sample(200, SEED).x();

  static List<Arguments> pointwise() {
    DoubleUnaryOperator quantile = NormalDistribution.of(0, 1)::inverseCumulativeProbability;
    return List.of(
        inverse(Bijection.identity(), y -> y),
        inverse(Bijection.scale(1e-9), y -> y * 1e9),
        inverse(Bijection.cube(), Math::cbrt),
        inverse(Bijection.sigmoid(), y -> Math.log(y / (1 - y))),
        inverse(Bijection.asinh(), Math::sinh),
        inverse(Bijection.normalCdf(), quantile),
        inverse(Bijection.halfCube(), y -> Math.signum(y) * Math.cbrt(y * y)));
  }

  private static Arguments inverse(Bijection map, DoubleUnaryOperator inverse) {
    return Arguments.of(map, inverse);
  }

  /** Distances on the way are stretched by less than 1e3 for |x| &lt; 4: 1e-12 is ample. */
  @ParameterizedTest
  @MethodSource("pointwise")
  void hasItsInverse(Bijection map, DoubleUnaryOperator inverse) {
    Variable y = map.apply(X, SEED);
    assertEquals(X.d(), map.dimension(X.d()));
    assertEquals(X.columnNames(), y.columnNames());
    for (int j = 0; j < X.d(); j++) {
      double[] restored = Arrays.stream(y.column(j)).map(inverse).toArray();
      assertArrayEquals(X.column(j), restored, 1e-12);
    }
  }

  @ParameterizedTest
  @MethodSource("pointwise")
  void keepsTheOrder(Bijection map, DoubleUnaryOperator inverse) {
    double[] x = X.column(0);
    Arrays.sort(x);
    double[] y = map.apply(Variable.of("x", x), SEED).column(0);
    for (int i = 1; i < x.length; i++) {
      assertTrue(y[i] > y[i - 1], map + " at " + x[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("pointwise")
  void keepsTies(Bijection map, DoubleUnaryOperator inverse) {
    double[] y = map.apply(Variable.of("x", 0.5, 0.0, 0.5, -0.0), SEED).column(0);
    assertEquals(y[0], y[2]);
    assertEquals(y[1], y[3], 0.0);
  }

  /** asinh x = x - x^3/6 + ... near 0 and log 2x + 1/(4 x^2) - ... far away, and odd. */
  @Test
  void asinhIsPreciseEverywhere() {
    double[] x = {1e-300, 1e-5, 1, 9e7, 1.1e8, 1e300};
    double[] y = Bijection.asinh().apply(Variable.of("x", x), SEED).column(0);
    double[] expected = {
      1e-300,
      1e-5 - 1e-15 / 6,
      Math.log(1 + Math.sqrt(2)),
      Math.log(2 * 9e7),
      Math.log(2 * 1.1e8),
      Math.log(2e300)
    };
    for (int i = 0; i < x.length; i++) {
      assertEquals(expected[i], y[i], 4e-16 * expected[i], "asinh " + x[i]);
    }
  }

  @Test
  void sigmoidKeepsItsLowerTail() {
    double[] y = Bijection.sigmoid().apply(Variable.of("x", -700, -40, 0), SEED).column(0);
    assertEquals(Math.exp(-700), y[0], 1e-15 * Math.exp(-700));
    assertEquals(Math.exp(-40), y[1], 1e-15 * Math.exp(-40));
    assertEquals(0.5, y[2]);
  }

  @Test
  void refusesToLoseInformationByRounding() {
    refuses(
        "sigmoid does not keep MI: it maps both x[0][0] = 38.0 and x[2][0] = 39.0 to 1.0",
        () -> Bijection.sigmoid().apply(Variable.of("x", 38, 1, 39), SEED));
    refuses(
        "normalCdf does not keep MI: it maps both x[0][1] = 9.0 and x[1][1] = 10.0 to 1.0",
        () ->
            Bijection.normalCdf()
                .apply(Variable.ofColumns("x", new double[2], new double[] {9, 10}), SEED));
    refuses(
        "cube does not keep MI: it maps both x[0][0] = 1.0E-110 and x[1][0] = -1.0E-110 to -0.0",
        () -> Bijection.cube().apply(Variable.of("x", 1e-110, -1e-110), SEED));
    refuses(
        "scale(1.0E-200) does not keep MI: it maps both x[0][0] = 1.0E-200 and x[1][0] = 2.0E-200"
            + " to 0.0",
        () -> Bijection.scale(1e-200).apply(Variable.of("x", 1e-200, 2e-200), SEED));
  }

  @Test
  void refusesToOverflow() {
    refuses(
        "cube maps x[1][0] = 1.0E200 to Infinity: values must stay finite",
        () -> Bijection.cube().apply(Variable.of("x", 1, 1e200), SEED));
  }

  @Test
  void scalesByAnyFactorButZero() {
    assertEquals(Variable.of("x", -3, -6), Bijection.scale(-3).apply(Variable.of("x", 1, 2), SEED));
    refuses("factor must be finite and not zero: factor=0.0", () -> Bijection.scale(0));
    refuses("factor must be finite and not zero: factor=NaN", () -> Bijection.scale(Double.NaN));
  }

  @Test
  void affineMapsRows() {
    Variable x = Variable.ofRows("x", new double[][] {{1, 2}, {3, 4}, {-1, 0.5}});
    Bijection map = Bijection.affine(new double[][] {{1, 2}, {0, 3}}, 10, 20);
    assertEquals(
        Variable.ofRows("x", new double[][] {{15, 26}, {21, 32}, {10, 21.5}}), map.apply(x, SEED));
    assertEquals("affine(d = 2)", map.toString());
    assertEquals(Bijection.affine(new double[][] {{1, 2}, {0, 3}}, 10, 20), map);
  }

  /** Units of columns that differ by 1e20 are no reason to refuse a matrix. */
  @Test
  void affineLooksBeyondUnits() {
    Variable x = Variable.ofRows("x", new double[][] {{1e-10, 2e10}, {3e-10, 4e10}, {0, 1e10}});
    Variable y = Bijection.affine(new double[][] {{1e10, 0}, {0, 1e-10}}, 0, 0).apply(x, SEED);
    assertEquals(3, y.get(1, 0), 1e-15);
    assertEquals(4, y.get(1, 1), 1e-15);
  }

  @Test
  void affineRefusesWhatItCannotInvert() {
    refuses(
        "matrix must be well invertible: it is singular, or its condition number exceeds 1.0E8",
        () -> Bijection.affine(new double[][] {{1, 2}, {2, 4}}, 0, 0));
    refuses(
        "matrix must be well invertible: it is singular, or its condition number exceeds 1.0E8",
        () -> Bijection.affine(new double[][] {{0}}, 0));
    refuses(
        "matrix must be square: 1 rows, but row 0 has 2 values",
        () -> Bijection.affine(new double[][] {{1, 2}}, 0));
    refuses(
        "offset must have as many values as the matrix has rows: 2 values, 1 rows",
        () -> Bijection.affine(new double[][] {{1}}, 0, 0));
    refuses(
        "offset[0] is Infinity: values must be finite",
        () -> Bijection.affine(new double[][] {{1}}, Double.POSITIVE_INFINITY));
    refuses(
        "affine(d = 1) applies to variables of 1 dimensions only: d=3",
        () -> Bijection.affine(new double[][] {{1}}, 0).apply(X, SEED));
  }

  @Test
  void affineRefusesAnOffsetThatDrownsTheValues() {
    refuses(
        "affine(d = 1) does not keep MI: x[0] = [1.0] goes to [1.0E20] and comes back as [0.0]",
        () -> Bijection.affine(new double[][] {{1}}, 1e20).apply(Variable.of("x", 1, 2, 3), SEED));
  }

  /** The rows solve back through the matrix that was drawn; conditions up to 1e8 cost 8 digits. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 40})
  void randmatIsInvertible(int d) {
    Variable x = Tasks.correlatedGaussians(d, 0).sample(20, SEED).x();
    for (int trial = 0; trial < 20; trial++) {
      Seed seed = Seed.of(trial);
      double[][] matrix = RandomMatrix.draw(d, seed);
      for (double[] row : matrix) {
        for (double v : row) {
          assertTrue(v > 0 && v < 1, "entry " + v);
        }
      }
      Variable y = Bijection.randmat().apply(x, seed);
      double[][] inverse = Matrices.inverseIfWell(matrix).orElseThrow();
      double[][] restored = Linear.product(inverse, y.columns());
      for (int j = 0; j < d; j++) {
        assertArrayEquals(x.column(j), restored[j], 1e-7);
      }
    }
  }

  @Test
  void randmatIsAFunctionOfItsSeed() {
    Bijection map = Bijection.randmat();
    assertEquals(map.apply(X, Seed.of(1)), map.apply(X, Seed.of(1)));
    assertNotEquals(map.apply(X, Seed.of(1)), map.apply(X, Seed.of(2)));
  }

  @Test
  void takesFunctionsOfRowsWithTheirInverse() {
    Bijection rotation =
        Bijection.of(
            "rotation", r -> new double[] {r[1], r[2], r[0]}, r -> new double[] {r[2], r[0], r[1]});
    Variable y = rotation.apply(X, SEED);
    assertArrayEquals(X.column(1), y.column(0));
    assertArrayEquals(X.column(0), y.column(2));
    assertEquals("rotation", rotation.toString());
  }

  @Test
  void rowFunctionsMayChangeTheirArgument() {
    Bijection shear =
        Bijection.of(
            "shear",
            r -> {
              r[0] += r[1];
              return r;
            },
            r -> {
              r[0] -= r[1];
              return r;
            });
    Variable x = Variable.ofRows("x", new double[][] {{1, 2}, {3, 4}});
    assertEquals(Variable.ofRows("x", new double[][] {{3, 2}, {7, 4}}), shear.apply(x, SEED));
    assertEquals(1, x.get(0, 0));
  }

  @Test
  void refusesFunctionsThatAreNoBijection() {
    Variable x = Variable.of("x", 3, -2, 1);
    refuses(
        "square does not keep MI: x[1] = [-2.0] goes to [4.0] and comes back as [2.0]",
        () -> Bijection.pointwise("square", v -> v * v, Math::sqrt).apply(x, SEED));
    refuses(
        "first does not keep MI: x[0] = [1.0, 2.0] goes to [1.0, 0.0] and comes back as"
            + " [1.0, 0.0]",
        () ->
            Bijection.of("first", r -> new double[] {r[0], 0}, r -> r)
                .apply(Variable.ofRows("x", new double[][] {{1, 2}, {3, 4}}), SEED));
    refuses(
        "floor does not keep MI: it maps both x[0][0] = 3.1 and x[1][0] = 3.2 to 3.0",
        () ->
            Bijection.pointwise("floor", Math::floor, v -> v)
                .apply(Variable.of("x", 3.1, 3.2), SEED));
    refuses(
        "log maps x[1][0] = -2.0 to NaN: values must stay finite",
        () -> Bijection.pointwise("log", Math::log, Math::exp).apply(x, SEED));
    refuses(
        "twice must keep the number of dimensions: row 0 has 1 values before and 2 after it",
        () -> Bijection.of("twice", r -> new double[] {r[0], r[0]}, r -> r).apply(x, SEED));
    refuses(
        "the inverse of swap must keep the number of dimensions: row 0 has 1 values before and 0"
            + " after it",
        () -> Bijection.of("swap", r -> r, r -> new double[0]).apply(x, SEED));
  }

  @Test
  void refusesInversesThatAreNot() {
    refuses(
        "exp does not keep MI: x[0] = [1.0] goes to [2.718281828459045] and comes back as [0.999]",
        () ->
            Bijection.pointwise("exp", Math::exp, y -> 0.999)
                .apply(Variable.of("x", 1, 2, 3), SEED));
  }

  /** Far from zero, asinh keeps 16 digits of a logarithm: too few for the spread of the values. */
  @Test
  void refusesToLoseTheSpreadOfValuesFarFromZero() {
    double offset = 1e12;
    Variable far = Variable.of("x", offset + 1, offset + 2, offset + 3);
    Variable near = Variable.of("x", 1, 2, 3);
    Bijection map = Bijection.pointwise("log", Math::log, Math::exp);
    assertEquals(Math.log(2), map.apply(near, SEED).get(1, 0));
    var e = assertThrows(IllegalArgumentException.class, () -> map.apply(far, SEED));
    assertTrue(String.valueOf(e.getMessage()).startsWith("log does not keep MI: x[0] = "));
  }

  @Test
  void acceptsConstantColumns() {
    Variable x = Variable.of("x", 0, 0, 0);
    Bijection map = Bijection.pointwise("log(x + 3)", v -> Math.log(v + 3), v -> Math.exp(v) - 3);
    assertEquals(Math.log(3), map.apply(x, SEED).get(0, 0));
  }

  @Test
  void identityIsTheSameVariable() {
    assertSame(X, Bijection.identity().apply(X, SEED));
  }
}
