package io.github.miscope.estimator.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.density.Bandwidth;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What has no density, or too few points: ties, singular covariances, bad options. */
class DegenerateEntropyTest {

  private static Variable gaussians(int d, int n) {
    return Tasks.correlatedGaussians(d, 0).sample(n, Seed.of(1)).x();
  }

  @Test
  void tiesAreFilledUpToTheResolutionAndSaySo() {
    double[] dice = new double[1200];
    Arrays.setAll(dice, i -> 1 + i % 6);
    Variable variable = Variable.of("dice", dice);
    EntropyEstimate estimate = Entropies.knnEntropy().estimate(variable);
    // Six values, equally often, resolution 1: H + log 1 = log 6. The noise makes it uniform on
    // [0.5, 6.5]: 3 replicates of spread sqrt(psi'(3) / 1200) = 0.02 each, edges log 2 * 3 / 1200.
    assertEquals(Math.log(6), estimate.nats(), 0.05);
    DataWarning.Dequantised warning = (DataWarning.Dequantised) estimate.warnings().get(0);
    assertEquals(1, warning.columns().get(0).resolution());
    assertEquals(1200, warning.columns().get(0).tied());
    assertEquals(
        Double.NEGATIVE_INFINITY,
        Entropies.knnEntropy().withTies(Ties.strict()).estimate(variable).nats());
  }

  @Test
  void aSingularCovarianceIsRefusedUnlessShrunk() {
    double[][] columns = gaussians(3, 100).columns();
    columns[2] = columns[1].clone();
    Variable variable = Variable.ofColumns("x", columns);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> Entropies.gaussianEntropy().estimate(variable));
    assertEquals(
        "the covariance is singular, and the entropy minus infinity: x2 is a linear function of"
            + " the columns before it; leave it out, or shrink",
        e.getMessage());
    assertTrue(Double.isFinite(Entropies.gaussianEntropyShrunk().estimate(variable).nats()));
  }

  @Test
  void fewPointsOfManyColumnsNeedShrinkage() {
    Variable variable = gaussians(20, 10);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> Entropies.gaussianEntropy().estimate(variable));
    assertEquals(
        "n must be > d for a regular covariance of x: n=10, d=20 (or shrink it)", e.getMessage());
    EntropyEstimate estimate = Entropies.gaussianEntropyShrunk().estimate(variable);
    // Independent columns: shrunk nearly to the diagonal, whose 20 log deviations err by 1/sqrt(18)
    // each and are low by 1/18 each: 1.1 +- 1.1. What is left of the correlations takes the rest.
    double truth = 10 * Math.log(2 * Math.PI * Math.E);
    assertEquals(truth - 1.1, estimate.nats(), 4.4);
    double lambda = estimate.diagnostics().get("shrinkage");
    assertTrue(lambda > 0.5 && lambda <= 1, "shrinkage " + lambda);
  }

  @Test
  void optionsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> Bandwidth.fixed(0));
    assertThrows(IllegalArgumentException.class, () -> Bandwidth.fixed(Double.NaN));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Entropies.knnEntropy().withK(0));
    assertEquals("k must be >= 1: k=0", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Entropies.weightedKnnEntropy().withK(10).estimate(gaussians(1, 8)));
    assertEquals("k must be < number of points: k=10, n=8", e.getMessage());
  }

  @Test
  void labelsLeaveDefaultsOut() {
    assertEquals("KL", Entropies.knnEntropy().toString());
    assertEquals(
        "KL(k=5, psi(n))", Entropies.knnEntropy().withK(5).withSize(SampleSize.PSI_N).toString());
    assertEquals("WKL(k=9)", Entropies.weightedKnnEntropy().withK(9).toString());
    assertEquals("KDE", Entropies.kdeEntropy().toString());
    assertEquals("KDE(least squares)", Entropies.kdeEntropyLeastSquares().toString());
    assertEquals("Gauss(Ledoit-Wolf)", Entropies.gaussianEntropyShrunk().toString());
    assertEquals("3H-WKL", EntropySum.of(Entropies.weightedKnnEntropy()).toString());
  }

  @Test
  void manyPointsAreSummedByTreeWithinTheStatedError() {
    Variable variable = gaussians(2, 2200);
    Bandwidth bandwidth = Bandwidth.fixed(0.3);
    EntropyEstimate fast = Entropies.kdeEntropy().withBandwidth(bandwidth).estimate(variable);
    EntropyEstimate exact =
        Entropies.kdeEntropy().withBandwidth(bandwidth).withLargestExact(2200).estimate(variable);
    assertEquals(0, exact.diagnostics().get("errorBound"));
    double bound = fast.diagnostics().get("errorBound");
    assertTrue(bound > 0 && bound < 1e-5, "bound " + bound);
    assertEquals(exact.nats(), fast.nats(), bound + 1e-12);
    // The bandwidth of a search by tree.
    EntropyEstimate searched = Entropies.kdeEntropy().estimate(variable);
    EntropyEstimate precise = Entropies.kdeEntropy().withLargestExact(2200).estimate(variable);
    assertEquals(
        precise.diagnostics().get("bandwidth"), searched.diagnostics().get("bandwidth"), 1e-4);
    assertEquals(precise.nats(), searched.nats(), 1e-7);
  }
}
