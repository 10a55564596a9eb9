package io.github.miscope.estimator.conditional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.ConditionalEstimatorContract;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.scale.ScaledConditional;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import io.github.miscope.task.Tasks;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

/** I(X;Y|Z) from residuals. */
class ConditionalAutoTest extends ConditionalEstimatorContract {

  private static final ConditionalAuto AUTO = ConditionalAuto.withDefaults();

  ConditionalAutoTest() {
    super(AUTO);
  }

  /** Makes a column of a row of Z and an error. */
  @FunctionalInterface
  private interface Column {
    double of(double[] z, double error);
  }

  private static ConditionalSamples given(
      int n, int dZ, double rho, Column f, Column g, long seed) {
    var errors = Tasks.correlatedGaussians(1, rho).sample(n, Seed.of(seed));
    double[][] z = new double[dZ][];
    for (int j = 0; j < dZ; j++) {
      z[j] =
          ZigguratSampler.NormalizedGaussian.of(Seed.of(seed).derive("z", j).generator())
              .samples(n)
              .toArray();
    }
    double[] x = errors.x().column(0);
    double[] y = errors.y().column(0);
    double[] row = new double[dZ];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < dZ; j++) {
        row[j] = z[j][i];
      }
      x[i] = f.of(row, x[i]);
      y[i] = g.of(row, y[i]);
    }
    return new ConditionalSamples(
        Variable.of("x", x), Variable.of("y", y), Variable.ofColumns("z", z));
  }

  private static double sum(double[] z, ToDoubleFunction<Double> f) {
    double sum = 0;
    for (double v : z) {
      sum += f.applyAsDouble(v);
    }
    return sum / Math.sqrt(z.length);
  }

  private static double truth(double rho) {
    return -Math.log1p(-rho * rho) / 2;
  }

  private static String view(Estimate estimate) {
    return estimate.findings(Finding.ChosenView.class).get(0).view();
  }

  /**
   * Errors of correlation rho around means of three columns, linear and not. The estimate of the
   * information of two normal variables has a standard error of rho / sqrt(n) = 0.04; 0.1 is 2.5 of
   * them, and nearest neighbours in five dimensions are 0.2 to 0.3 low.
   */
  @Test
  void meansGivenZAreTakenAway() {
    for (double rho : new double[] {0.8, 0.9}) {
      ConditionalSamples lines =
          given(500, 3, rho, (z, e) -> sum(z, v -> v) + e, (z, e) -> sum(z, v -> v) + e, 1);
      ConditionalSamples curves =
          given(
              500,
              3,
              rho,
              (z, e) -> sum(z, v -> v * v) + e,
              (z, e) -> sum(z, v -> Math.sin(2 * v)) + e,
              2);
      assertEquals(truth(rho), AUTO.estimate(lines).nats(), 0.1);
      assertEquals(truth(rho), AUTO.estimate(curves).nats(), 0.1);
    }
  }

  /**
   * An increasing function of X, whose normal scores have a mean that is linear in Z. The mean of
   * four estimates has a standard error of 0.9 / sqrt(4000) = 0.014, and their bias is measured to
   * be -0.05; nearest neighbours on normal ranks are 0.2 low.
   */
  @Test
  void unitsInWhichZExplainsMoreAreChosen() {
    double mean = 0;
    for (int s = 0; s < 4; s++) {
      ConditionalSamples samples =
          given(
              1000,
              3,
              0.9,
              (z, e) -> Math.exp(2 * (sum(z, v -> v) + e)),
              (z, e) -> sum(z, v -> v) + e,
              30 + s);
      mean += AUTO.estimate(samples).nats() / 4;
    }
    assertEquals(truth(0.9), mean, 0.1);
  }

  /** X and Y share the size of their errors, which is a function of Z, and nothing else. */
  @Test
  void scalesGivenZAreTakenAway() {
    ConditionalSamples samples =
        given(1000, 1, 0, (z, e) -> Math.exp(z[0]) * e, (z, e) -> Math.exp(z[0]) * e, 4);
    // The two of them share 0.14 nats more; the spread of an estimate at 0 is about 0.03.
    assertEquals(0, AUTO.estimate(samples).nats(), 0.1);
  }

  /** Independent given Z: the price of the larger of two is small. */
  @Test
  void isNearZeroUnderConditionalIndependence() {
    for (int dZ : new int[] {1, 3, 5}) {
      double mean = 0;
      for (int s = 0; s < 10; s++) {
        ConditionalSamples samples =
            given(
                300,
                dZ,
                0,
                (z, e) -> 3 * sum(z, v -> v * v) + e,
                (z, e) -> 3 * sum(z, v -> v) + e,
                100 + s);
        mean += AUTO.estimate(samples).nats() / 10;
      }
      // The spread of one is 0.05, of the mean 0.016.
      assertEquals(0, mean, 0.06, "dZ = " + dZ);
    }
  }

  /** A step that no regression follows, in X and in Y: neighbours in Z show it. */
  @Test
  void whatBothSidesStillShareWithZIsNotCounted() {
    Column step = (z, e) -> 5 * Math.signum(z[0] * z[1] * z[2]) + e;
    ConditionalSamples samples = given(1000, 3, 0, step, step, 5);
    Estimate estimate = AUTO.estimate(samples);
    assertEquals("Conditional-KSG-Normal-Rank", view(estimate));
    assertEquals(
        ScaledConditional.of(ConditionalKsg.withDefaults(), Scaling.normalRank())
            .estimate(samples)
            .nats(),
        estimate.nats());
  }

  /** Where Z determines X, where X has few values, or rows are few, neighbours are asked. */
  @Test
  void otherwiseNeighboursAreAsked() {
    Column line = (z, e) -> z[0] + e;
    ConditionalSamples determined = given(300, 1, 0, (z, e) -> 3 * z[0], line, 6);
    ConditionalSamples rounded = given(300, 1, 0, (z, e) -> Math.rint(z[0] + e), line, 7);
    ConditionalSamples few = given(50, 3, 0, line, line, 8);
    for (ConditionalSamples samples : new ConditionalSamples[] {determined, rounded, few}) {
      assertEquals("Conditional-KSG-Normal-Rank", view(AUTO.estimate(samples)));
    }
    assertTrue(
        view(AUTO.estimate(given(100, 1, 0, line, line, 9))).endsWith("of residuals"),
        "residuals are taken where they can be");
  }

  @Test
  void labels() {
    assertEquals("Conditional-auto", AUTO.toString());
    assertEquals("Conditional-auto(k=5)", new ConditionalAuto(5).toString());
  }
}
