package io.github.miscope.estimator.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimatorContract;
import io.github.miscope.reference.ReferenceData;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** KSG with the local non-uniformity correction. */
@Tag("slow")
class LocalNonUniformityTest extends EstimatorContract {

  LocalNonUniformityTest() {
    // The contract has data of six dimensions.
    super(LocalNonUniformity.withDefaults().withK(10));
  }

  @Test
  void agreesWithNpeet() {
    for (CSVRecord row : ReferenceData.table("npeet/conditional.csv")) {
      if (row.get("lnc").isEmpty()) {
        continue; // k = 1: there the correction is infinite.
      }
      double[][] columns = ReferenceData.columns("npeet/" + row.get("file"));
      LocalNonUniformity lnc =
          LocalNonUniformity.withDefaults()
              .withBase(Ksg.ksg1().withK(Integer.parseInt(row.get("k"))))
              .withAlpha(0.25);
      double nats = lnc.estimate(Samples.of(columns[0], columns[1])).nats();
      assertEquals(Double.parseDouble(row.get("lnc")), nats, 1e-9, row.toString());
    }
  }

  /**
   * At alpha(k, d) of evenly spread neighbours 0.5 % are corrected, give or take the error of the
   * simulated quantile, 0.05 %, and of the binomial, sqrt(0.005 / 20000) = 0.05 %, more for
   * dependence between neighbouring points: 0.2 % is the bound. Uniform data, but for their edges
   * (points there have neighbours on one side only, in larger boxes of the same shape).
   */
  @Test
  void fewPointsOfIndependentDataAreCorrected() {
    double corrected =
        LocalNonUniformity.withDefaults()
            .estimate(Tasks.correlatedGaussians(1, 0).sample(5000, Seed.of(1)))
            .diagnostics()
            .get("corrected");
    assertTrue(corrected < 0.01, "corrected: " + corrected);
  }

  /** Y = X + noise of 1e-4: KSG2 at n = 500 saturates far below the truth, 8.7 nats. */
  @Test
  void strongDependenceIsCorrected() {
    double rho = 1 / Math.sqrt(1 + 1e-8);
    double truth = -0.5 * Math.log1p(-rho * rho);
    Samples samples = Tasks.correlatedGaussians(1, rho).sample(500, Seed.of(2));
    double plain = Ksg.ksg2().withK(5).estimate(samples).nats();
    double corrected = LocalNonUniformity.withDefaults().estimate(samples).nats();
    assertTrue(plain < truth - 3, "KSG2: " + plain + " of " + truth);
    assertTrue(Math.abs(corrected - truth) < 1, "LNC: " + corrected + " of " + truth);
  }

  @Test
  void tooFewNeighboursForTheDimensionsAreRefused() {
    Samples samples = Tasks.correlatedGaussians(3, 0.5).sample(50, Seed.of(3));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> LocalNonUniformity.withDefaults().estimate(samples));
    assertEquals("LNC(KSG2(k=5)) needs k >= dX + dY: k=5, dX + dY=6", e.getMessage());
  }

  private static Samples circles(int n, double noise, Seed seed) {
    UniformRandomProvider random = seed.generator();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] x = new double[2][n];
    double[][] y = new double[2][n];
    for (double[][] circle : List.of(x, y)) {
      for (int i = 0; i < n; i++) {
        double angle = 2 * Math.PI * random.nextDouble();
        circle[0][i] = Math.cos(angle) + noise * normal.sample();
        circle[1][i] = Math.sin(angle) + noise * normal.sample();
      }
    }
    return Samples.ofColumns(x, y);
  }

  /**
   * With boxes along all axes these were 2.0, 3.6 and 6.2 nats. Chance corrects one point in a
   * thousand by some 5 nats, 0.005 on average; KSG2 alone has a standard deviation of 0.027 at n =
   * 300 and 0.022 at n = 1000, and so the means of 6 and 4 are within 0.04 at three of them.
   */
  @Test
  void independentCurvesHaveNoInformation() {
    for (double noise : new double[] {1e-5, 1e-3}) {
      int[][] sizes = {{300, 6}, {1000, 4}, {10_000, 1}};
      for (int[] size : sizes) {
        double mean = 0;
        for (int t = 0; t < size[1]; t++) {
          Samples samples = circles(size[0], noise, Seed.of(4).derive("trial", t));
          mean += LocalNonUniformity.withDefaults().estimate(samples).nats() / size[1];
        }
        assertEquals(0, mean, 0.05, "n = " + size[0] + ", noise " + noise);
      }
    }
  }

  /** X1 and X2 correlate at 0.999 or are copies, Y is independent: 0.6 and 12 nats before. */
  @Test
  void columnsOfXThatAreAlikeHaveNoInformationOfY() {
    Samples pair = Tasks.correlatedGaussians(1, 0.999).sample(300, Seed.of(5));
    Samples other = Tasks.correlatedGaussians(1, 0).sample(300, Seed.of(6));
    double[] first = pair.x().column(0);
    double[] copy = Arrays.stream(first).map(v -> 1 - 2 * v).toArray();
    for (double[] second : List.of(pair.y().column(0), copy)) {
      double[][] x = {first, second};
      Estimate estimate =
          LocalNonUniformity.withDefaults()
              .estimate(new Samples(Variable.ofColumns("x", x), other.y()));
      // Three standard deviations of KSG2 at n = 300.
      assertEquals(0, estimate.nats(), 3 * 0.027, estimate::toString);
      // The columns of X are in a hyperplane by themselves; Y has no part in it.
      assertEquals(List.of(), estimate.warnings());
    }
  }

  /** y = x of copied columns is deterministic for all that. */
  @Test
  void aHyperplaneOfXAndYIsNamed() {
    double[] values = Tasks.correlatedGaussians(1, 0).sample(300, Seed.of(7)).x().column(0);
    double[][] x = {values, Arrays.stream(values).map(v -> 3 * v).toArray()};
    Estimate estimate =
        LocalNonUniformity.withDefaults()
            .estimate(new Samples(Variable.ofColumns("x", x), Variable.of("y", values)));
    assertTrue(
        estimate.warnings().stream().anyMatch(DataWarning.NearDeterministic.class::isInstance),
        estimate::toString);
  }

  /** One angle for both circles: all of the information is in the angle, and KSG2 shows it. */
  @Test
  void curvesThatDependAreNotTakenForThinBoxes() {
    UniformRandomProvider random = Seed.of(8).generator();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    int n = 1000;
    double[][] x = new double[2][n];
    double[][] y = new double[2][n];
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double other = angle + 0.1 * normal.sample();
      x[0][i] = Math.cos(angle) + 1e-3 * normal.sample();
      x[1][i] = Math.sin(angle) + 1e-3 * normal.sample();
      y[0][i] = Math.cos(other) + 1e-3 * normal.sample();
      y[1][i] = Math.sin(other) + 1e-3 * normal.sample();
    }
    // log(2 pi) - h(N(0, 0.1^2)), less what the noise takes; 4.9 nats before.
    double truth = Math.log(2 * Math.PI) - 0.5 * Math.log(2 * Math.PI * Math.E * 0.01);
    double nats = LocalNonUniformity.withDefaults().estimate(Samples.ofColumns(x, y)).nats();
    // rho^2 / n of the angles' log ratio is 0.02; KSG2 errs 0.05 upwards here.
    assertEquals(truth, nats, 0.15);
  }

  /** Y = X + noise of 1e-3 in two columns: the joint sheet is thin, X and Y alone are not. */
  @Test
  void strongDependenceOfSeveralColumnsIsCorrected() {
    double rho = 1 / Math.sqrt(1 + 1e-6);
    double truth = -Math.log1p(-rho * rho);
    Samples samples = Tasks.correlatedGaussians(2, rho).sample(500, Seed.of(9));
    double plain = Ksg.ksg2().withK(5).estimate(samples).nats();
    double corrected = LocalNonUniformity.withDefaults().estimate(samples).nats();
    assertTrue(plain < truth - 7, "KSG2: " + plain + " of " + truth);
    // As before, it errs high: principal boxes of 5 points are smaller than what they come from.
    assertEquals(truth, corrected, 1, "LNC: " + corrected + " of " + truth);
  }
}
