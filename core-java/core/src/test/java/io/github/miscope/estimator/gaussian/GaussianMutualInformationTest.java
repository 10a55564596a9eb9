package io.github.miscope.estimator.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimatorContract;
import io.github.miscope.reference.ReferenceData;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.BeyondNormal;
import io.github.miscope.task.Bijection;
import io.github.miscope.task.Sampler;
import io.github.miscope.task.Tasks;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GaussianMutualInformationTest extends EstimatorContract {
  GaussianMutualInformationTest() {
    super(GAUSSIAN);
  }

  private static final GaussianMutualInformation GAUSSIAN =
      GaussianMutualInformation.withDefaults();

  @Nested
  class FourthMomentTest extends EstimatorContract {
    FourthMomentTest() {
      super(GAUSSIAN.withCorrection(BiasCorrection.FOURTH_MOMENT));
    }
  }

  private static double mean(BiasCorrection correction, Sampler sampler, int n, int samples) {
    GaussianMutualInformation estimator = GAUSSIAN.withCorrection(correction);
    double mean = 0;
    for (int s = 0; s < samples; s++) {
      mean += estimator.estimate(sampler.sample(n, Seed.of(s))).nats() / samples;
    }
    return mean;
  }

  /** The plug-in of bmi's CCA, a program of its own. */
  @Test
  void thePlugInAgreesWithAnotherProgram() {
    GaussianMutualInformation plugIn = GAUSSIAN.withCorrection(BiasCorrection.NONE);
    int compared = 0;
    for (CSVRecord row : ReferenceData.table("bmi/cca_estimates.csv")) {
      Samples samples =
          ReferenceData.samples("bmi/" + row.get("file"), Integer.parseInt(row.get("dim_x")));
      double expected = Double.parseDouble(row.get("bmi_CCA"));
      assertEquals(expected, plugIn.estimate(samples).nats(), 1e-4 * expected, row.get("file"));
      compared++;
    }
    assertEquals(27, compared);
  }

  /**
   * The variance of an estimate is near (1/n) sum rho^2 + dX dY / (2 n^2): the delta method, plus
   * independent coordinates. Bounds are 4 standard errors of the mean.
   */
  @Test
  void unbiasedOnNormalData() {
    check(Tasks.correlatedGaussians(1, 0.6), 20, 0.36, 1, 400);
    check(Tasks.correlatedGaussians(5, 0), 40, 0, 25, 400);
    check(BeyondNormal.sparse(10, 10, 2, 2), 100, 2 * 0.64, 100, 200);
  }

  private static void check(Sampler sampler, int n, double squares, int area, int samples) {
    double mean = mean(BiasCorrection.WISHART, sampler, n, samples);
    double variance = squares / n + area / (2.0 * n * n);
    // Small samples scatter more than the leading terms say: half as much again.
    double bound = 4 * 1.5 * Math.sqrt(variance / samples);
    assertEquals(sampler.mutualInformation(), mean, bound, sampler.toString());
  }

  /** The excess at d = 1 and rho = 0 is that of -log(1 - r^2)/2 with r^2 ~ Beta(1/2, (n-2)/2). */
  @Test
  void theBiasIsThatOfTheBetaDistribution() {
    // -E log(1 - r^2) = psi((n-1)/2) - psi((n-2)/2); at n = 4: psi(1.5) - psi(1) = 2 - 2 log 2.
    Samples four = Samples.of(new double[] {1, 2, 3, 4}, new double[] {2, 1, 4, 3});
    assertEquals(1 - Math.log(2), CanonicalAnalysis.of(four).wishartBias(), 1e-14);
  }

  /**
   * Large together but uncorrelated: sample correlations scatter, and only one correction knows.
   */
  @Test
  void theFourthMomentCorrectionHoldsWhereTailsAreShared() {
    Sampler student = BeyondNormal.student(15, 15, 5);
    double wishart = mean(BiasCorrection.WISHART, student, 400, 8);
    double fourth = mean(BiasCorrection.FOURTH_MOMENT, student, 400, 8);
    assertTrue(wishart > 0.15, "Wishart " + wishart);
    assertTrue(Math.abs(fourth) < wishart / 3, "fourth moment " + fourth);
  }

  @Test
  void invertibleLinearMapsChangeNothing() {
    Sampler base = Tasks.correlatedGaussians(3, 0.7);
    Sampler mapped = base.map(Bijection.randmat(), Bijection.randmat());
    for (BiasCorrection correction :
        new BiasCorrection[] {
          BiasCorrection.NONE, BiasCorrection.WISHART, BiasCorrection.FOURTH_MOMENT
        }) {
      GaussianMutualInformation estimator = GAUSSIAN.withCorrection(correction);
      assertEquals(
          estimator.estimate(base.sample(200, Seed.of(1))).nats(),
          estimator.estimate(mapped.sample(200, Seed.of(1))).nats(),
          1e-9);
    }
  }

  @Test
  void repeatedColumnsAddNothing() {
    Samples samples = Tasks.correlatedGaussians(2, 0.7).sample(100, Seed.of(2));
    double[][] x = samples.x().columns();
    Samples repeated =
        Samples.ofColumns(new double[][] {x[0], x[1], x[0], x[1]}, samples.y().columns());
    assertEquals(GAUSSIAN.estimate(samples).nats(), GAUSSIAN.estimate(repeated).nats(), 1e-9);
  }

  @Test
  void aLinearFunctionWarns() {
    Samples samples = Tasks.correlatedGaussians(2, 0).sample(100, Seed.of(3));
    double[] x = samples.x().column(0);
    double[] y = samples.x().column(1);
    for (int i = 0; i < y.length; i++) {
      y[i] += 3 * x[i];
    }
    Estimate estimate =
        GAUSSIAN.estimate(Samples.ofColumns(samples.x().columns(), new double[][] {y}));
    assertTrue(Double.isFinite(estimate.nats()));
    assertTrue(
        estimate.warnings().stream().anyMatch(w -> w instanceof DataWarning.NearDeterministic),
        estimate::toString);
  }

  @Test
  void tooFewObservationsNeedShrinkage() {
    Samples samples = Tasks.correlatedGaussians(10, 0.5).sample(15, Seed.of(4));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> GAUSSIAN.estimate(samples));
    assertEquals(
        "n must be > rank of X + rank of Y + 1, or take BiasCorrection.SHRINKAGE: n=15, ranks 10"
            + " and 10",
        e.getMessage());
    double shrunk = GAUSSIAN.withCorrection(BiasCorrection.SHRINKAGE).estimate(samples).nats();
    // No more than there is, and something.
    assertTrue(shrunk > 0 && shrunk < 10 * -Math.log(0.75) / 2, "shrunk " + shrunk);
  }

  /** With many observations nothing is shrunk. */
  @Test
  void shrinkageFades() {
    Samples samples = Tasks.correlatedGaussians(2, 0.7).sample(20_000, Seed.of(5));
    assertEquals(
        GAUSSIAN.withCorrection(BiasCorrection.NONE).estimate(samples).nats(),
        GAUSSIAN.withCorrection(BiasCorrection.SHRINKAGE).estimate(samples).nats(),
        0.002);
  }

  @Test
  void labels() {
    assertEquals("Gaussian", GAUSSIAN.toString());
    assertEquals("Gaussian(plug-in)", GAUSSIAN.withCorrection(BiasCorrection.NONE).toString());
  }
}
