package io.github.miscope.estimator.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.EstimatorContract;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.reference.ReferenceData;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** KSG with the local non-uniformity correction. */
class LocalNonUniformityTest extends EstimatorContract {

  @Override
  protected MutualInformationEstimator estimator() {
    // The contract has data of six dimensions.
    return LocalNonUniformity.withDefaults().withK(10);
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
}
