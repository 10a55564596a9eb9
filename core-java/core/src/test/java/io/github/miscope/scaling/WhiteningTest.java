package io.github.miscope.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhiteningTest {

  /** A regular map of three columns: |det| = |2 (4 - 0) - 1 (1 - 0)| = 7. */
  private static final double[][] MAP = {{2, 1, 0}, {1, 4, 0}, {-3, 5, 1}};

  private static Variable gaussians(int d, int n) {
    return Tasks.randomGaussian(d, 1, Seed.of(3)).sample(n, Seed.of(4)).x();
  }

  /** A x + b for every row x, A as rows of weights. */
  private static Variable mapped(double[][] map, Variable variable, double shift) {
    double[][] columns = variable.columns();
    double[][] images = new double[map.length][variable.n()];
    for (int j = 0; j < map.length; j++) {
      for (int l = 0; l < columns.length; l++) {
        for (int i = 0; i < variable.n(); i++) {
          images[j][i] += map[j][l] * columns[l][i] + (l == 0 ? shift : 0);
        }
      }
    }
    return variable.withColumns(images);
  }

  private static double moment(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * v[i];
    }
    return sum / u.length;
  }

  private static void assertWhite(Variable white) {
    for (int j = 0; j < white.d(); j++) {
      double[] column = white.column(j);
      assertEquals(0, Arrays.stream(column).average().orElseThrow(), 1e-12);
      for (int l = 0; l <= j; l++) {
        assertEquals(j == l ? 1 : 0, moment(column, white.column(l)), 1e-11, j + ", " + l);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 40})
  void makesTheCovarianceTheIdentity(int d) {
    Variable x = gaussians(d, 500);
    Variable white = Scaling.whitening().apply(x);
    assertWhite(white);
    assertEquals(x.columnNames(), white.columnNames());
    assertEquals(x.name(), white.name());
  }

  /** Two columns of correlation r: R^(-1/2) has 1/2 (1/sqrt(1 + r) + 1/sqrt(1 - r)) on top. */
  @Test
  void isTheSymmetricInverseRootOfTheCorrelations() {
    double r = 0.6;
    Variable x =
        Variable.ofColumns(
            "x", new double[] {1, 1, -1, -1}, new double[] {r + 0.8, r - 0.8, 0.8 - r, -r - 0.8});
    WhiteVariable white = WhiteVariable.of(x);
    double same = (1 / Math.sqrt(1 + r) + 1 / Math.sqrt(1 - r)) / 2;
    double other = (1 / Math.sqrt(1 + r) - 1 / Math.sqrt(1 - r)) / 2;
    double[][] columns = x.columns();
    for (int i = 0; i < 4; i++) {
      assertEquals(same * columns[0][i] + other * columns[1][i], white.variable().get(i, 0), 1e-14);
      assertEquals(other * columns[0][i] + same * columns[1][i], white.variable().get(i, 1), 1e-14);
    }
    assertEquals(Math.log(1 - r * r) / 2, white.logVolume(), 1e-14);
  }

  /**
   * White columns are those of the original, turned. Rounding grows by the condition of the
   * correlations, here below 1e3.
   */
  @Test
  void linearMapsKeepDistancesAndAddTheirLogDeterminant() {
    Variable x = gaussians(3, 200);
    WhiteVariable white = WhiteVariable.of(x);
    WhiteVariable image = WhiteVariable.of(mapped(MAP, x, 100));
    assertEquals(white.logVolume() + Math.log(7), image.logVolume(), 1e-12);
    for (int i = 1; i < x.n(); i++) {
      assertEquals(distance(white.variable(), i), distance(image.variable(), i), 1e-11);
    }
  }

  private static double distance(Variable x, int row) {
    double sum = 0;
    for (int j = 0; j < x.d(); j++) {
      sum += Math.pow(x.get(row, j) - x.get(row - 1, j), 2);
    }
    return Math.sqrt(sum);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_NORMAL, 1e-300, 1e-12, 1e12, 1e300})
  void unitsOfColumnsDoNotCount(double unit) {
    Variable x = gaussians(3, 200);
    WhiteVariable white = WhiteVariable.of(x);
    double[][] columns = x.columns();
    columns[1] = Arrays.stream(columns[1]).map(v -> v * unit).toArray();
    WhiteVariable scaled = WhiteVariable.of(x.withColumns(columns));
    assertEquals(white.logVolume() + Math.log(unit), scaled.logVolume(), 1e-11);
    for (int j = 0; j < 3; j++) {
      assertArrayEquals(white.variable().column(j), scaled.variable().column(j), 1e-11);
    }
  }

  @Test
  void whatIsWhiteStaysAsItIs() {
    Variable white = Scaling.whitening().apply(gaussians(4, 300));
    WhiteVariable again = WhiteVariable.of(white);
    assertEquals(0, again.logVolume(), 1e-12);
    for (int j = 0; j < 4; j++) {
      assertArrayEquals(white.column(j), again.variable().column(j), 1e-11);
    }
  }

  /** BI-KSG sees Euclidean distances only: whitened, it is the same under linear maps of X. */
  @Test
  void anEstimatorUnderItDoesNotDependOnLinearMaps() {
    Samples samples = Tasks.correlatedGaussians(3, 0.7).sample(400, Seed.of(5));
    Scaled estimator = Scaled.of(Presets.biKsg(), Scaling.whitening());
    assertEquals("BI-KSG-Whitened", estimator.toString());
    Samples image = new Samples(mapped(MAP, samples.x(), -7), samples.y());
    assertEquals(estimator.estimate(samples).nats(), estimator.estimate(image).nats(), 1e-9);
  }

  private static String refusal(Variable variable) {
    return assertThrows(IllegalArgumentException.class, () -> Scaling.whitening().apply(variable))
        .getMessage();
  }

  @Test
  void columnsWithoutAnInverseAreRefused() {
    Variable x = gaussians(2, 50);
    double[] sum = new double[50];
    Arrays.setAll(sum, i -> 3 * x.get(i, 0) - x.get(i, 1));
    Variable dependent =
        Variable.ofColumns("x", List.of("a", "b", "c"), x.column(0), x.column(1), sum);
    assertEquals(
        "c is a linear function of the columns before it, and x cannot be whitened: leave the"
            + " column out, or compress the variable first",
        refusal(dependent));
    Variable twice = Variable.ofColumns("x", List.of("a", "b"), x.column(0), x.column(0));
    assertTrue(refusal(twice).startsWith("b is a linear function of"), refusal(twice));
    Variable constant =
        Variable.ofColumns("x", List.of("a", "b"), x.column(0), Variable.of("c", sum).column(0));
    double[][] columns = constant.columns();
    Arrays.fill(columns[1], 0.1);
    assertEquals(
        "b is constant, and cannot be whitened: leave the column out",
        refusal(constant.withColumns(columns)));
  }

  @Test
  void moreColumnsThanObservationsAreRefused() {
    assertEquals(
        "n must be > d to whiten x: n=5, d=5 (or compress it first)", refusal(gaussians(5, 5)));
    assertEquals(
        "n must be > d to whiten x: n=5, d=9 (or compress it first)", refusal(gaussians(9, 5)));
    // Two points lie on a line, which one column can whiten.
    assertArrayEquals(
        new double[] {-1, 1}, Scaling.whitening().apply(Variable.of("x", 3, 8)).column(0), 1e-15);
  }

  @Test
  void discreteColumnsAreRefused() {
    String message = refusal(Variable.discrete("level", 0, 1, 1, 0));
    assertTrue(
        message.startsWith("level is discrete, but whitening is for continuous variables"),
        message);
  }

  @Test
  void anInterruptStopsIt() {
    Variable x = gaussians(3, 50);
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> Scaling.whitening().apply(x));
    Thread.interrupted();
  }
}
