package io.github.miscope.estimator.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.PointwiseEntropyEstimator;
import io.github.miscope.estimator.density.Bandwidth;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhitenedEntropyTest {

  /** |det| = 1e-3 (2 - 1e-6). */
  private static final double[][] MAP = {{1e3, 1}, {1e-3, 2e-6}};

  static List<PointwiseEntropyEstimator> entropies() {
    return List.of(
        Entropies.knnEntropy(),
        Entropies.weightedKnnEntropy(),
        Entropies.kdeEntropy(),
        Entropies.kdeEntropyLeastSquares(),
        Entropies.gaussianEntropy());
  }

  private static Variable narrow(double rho, int n, int trial) {
    Samples samples = Tasks.correlatedGaussians(1, rho).sample(n, Seed.of(6).derive("t", trial));
    return Variable.ofColumns("x", samples.x().column(0), samples.y().column(0));
  }

  private static Variable mapped(Variable x) {
    double[][] images = new double[2][x.n()];
    for (int j = 0; j < 2; j++) {
      for (int i = 0; i < x.n(); i++) {
        images[j][i] = MAP[j][0] * x.get(i, 0) + MAP[j][1] * x.get(i, 1) + 1;
      }
    }
    return x.withColumns(images);
  }

  /** The images share all but 1e-3 of their spread, so that rounding grows by less than 1e7. */
  @ParameterizedTest
  @MethodSource("entropies")
  void aLinearMapAddsItsLogDeterminant(PointwiseEntropyEstimator base) {
    WhitenedEntropy entropy = WhitenedEntropy.of(base);
    Variable x = narrow(0.5, 300, 0);
    double determinant = 1e3 * 2e-6 - 1e-3;
    assertEquals(
        entropy.estimate(x).nats() + Math.log(determinant),
        entropy.estimate(mapped(x)).nats(),
        1e-7,
        entropy.toString());
  }

  /**
   * The entropy of two normal columns of correlation 0.999 is log(2 pi e) + 1/2 log(1 - rho^2),
   * -0.269 nats. A mean over 10 samples of 500 has a standard error below sqrt(1.5/5000) = 0.018;
   * neighbours have a bias below 0.03, kernels of up to 0.1 at this n, where without whitening both
   * are off by more than 1.
   */
  @Test
  void aNarrowRidgeHasItsEntropy() {
    double truth = Math.log(2 * Math.PI * Math.E) + Math.log(1 - 0.999 * 0.999) / 2;
    assertEquals(truth, mean(WhitenedEntropy.of(Entropies.gaussianEntropy())), 4.5 * 0.018);
    assertEquals(truth, mean(WhitenedEntropy.of(Entropies.knnEntropy())), 4.5 * 0.018 + 0.03);
    assertEquals(truth, mean(WhitenedEntropy.of(Entropies.kdeEntropy())), 4.5 * 0.018 + 0.1);
    assertTrue(mean(Entropies.kdeEntropy()) > truth + 0.3);
  }

  private static double mean(PointwiseEntropyEstimator entropy) {
    double sum = 0;
    for (int trial = 0; trial < 10; trial++) {
      sum += entropy.estimate(narrow(0.999, 500, trial)).nats() / 10;
    }
    return sum;
  }

  @Test
  void theGaussianEntropyIsTheSameWithoutIt() {
    Variable x = narrow(0.9, 200, 1);
    assertEquals(
        Entropies.gaussianEntropy().estimate(x).nats(),
        WhitenedEntropy.of(Entropies.gaussianEntropy()).estimate(x).nats(),
        1e-12);
  }

  /** I = -1/2 log(1 - rho^2) = 3.1; the sum without whitening loses the narrow joint ridge. */
  @Test
  void aSumWhitensTheJointVariableToo() {
    Samples samples = Tasks.correlatedGaussians(1, 0.999).sample(1000, Seed.of(7));
    double truth = -Math.log(1 - 0.999 * 0.999) / 2;
    PointwiseEntropyEstimator base = Entropies.kdeEntropy();
    double plain = EntropySum.of(base).estimate(samples).nats();
    double whitened = EntropySum.of(WhitenedEntropy.of(base)).estimate(samples).nats();
    // Two standard errors of the log densities are 2 sqrt(1.5 / 1000) = 0.08.
    assertEquals(truth, whitened, 0.15);
    assertTrue(truth - plain > 0.2, "without: " + plain);
    assertEquals("3H-KDE-Whitened", EntropySum.of(WhitenedEntropy.of(base)).toString());
  }

  @Test
  void warningsOfWhatIsInsideAreKept() {
    Variable few = Tasks.correlatedGaussians(8, 0.1).sample(60, Seed.of(8)).x();
    EntropyEstimate estimate = WhitenedEntropy.of(Entropies.kdeEntropy()).estimate(few);
    assertTrue(
        estimate.warnings().stream().anyMatch(EstimateWarning.WideKernels.class::isInstance),
        estimate::toString);
    assertTrue(estimate.diagnostics().containsKey("bandwidth"));
  }

  /** A bandwidth of 3 standard deviations is too wide, and neighbours tell. */
  @Test
  void whatHasNoIntervalInsideHasNone() {
    WhitenedEntropy entropy =
        WhitenedEntropy.of(Entropies.kdeEntropy().withBandwidth(Bandwidth.fixed(3)));
    EntropyEstimate estimate = entropy.estimate(narrow(0.5, 400, 2));
    assertTrue(
        estimate.warnings().stream().anyMatch(EstimateWarning.OneBandwidth.class::isInstance),
        estimate::toString);
    assertTrue(estimate.uncertainty().standardError().isEmpty());
  }

  /**
   * Rounded to a tenth of a standard deviation, the neighbours of most points are at 0: the columns
   * are filled up before they are mixed.
   */
  @Test
  void tiesAreFilledUpBeforeColumnsAreMixed() {
    Variable x = narrow(0.5, 400, 3);
    double[][] columns = x.columns();
    for (double[] column : columns) {
      Arrays.setAll(column, i -> Math.rint(column[i] * 10) / 10);
    }
    WhitenedEntropy entropy = WhitenedEntropy.of(Entropies.knnEntropy());
    EntropyEstimate rounded = entropy.estimate(x.withColumns(columns));
    assertEquals(entropy.estimate(x).nats(), rounded.nats(), 0.1);
    assertTrue(
        rounded.warnings().stream().anyMatch(DataWarning.Dequantised.class::isInstance),
        rounded::toString);
  }

  @Test
  void dependentColumnsAreRefused() {
    Variable x = narrow(0.5, 30, 4);
    Variable twice = Variable.ofColumns("x", List.of("a", "b"), x.column(0), x.column(0));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> WhitenedEntropy.of(Entropies.knnEntropy()).estimate(twice));
    assertTrue(
        String.valueOf(e.getMessage()).startsWith("b is a linear function of"), e::getMessage);
  }

  @Test
  void ranksSuitItIfTheySuitWhatIsInside() {
    assertFalse(WhitenedEntropy.of(Entropies.knnEntropy()).suitsRanks());
    assertTrue(WhitenedEntropy.of(Entropies.gaussianEntropy()).suitsRanks());
  }
}
