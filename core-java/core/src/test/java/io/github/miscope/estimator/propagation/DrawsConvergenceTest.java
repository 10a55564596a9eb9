package io.github.miscope.estimator.propagation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Variable;
import org.junit.jupiter.api.Test;

class DrawsConvergenceTest {

  private static SamplePropagation from(int draws) {
    return SamplePropagation.withDefaults()
        .withConditionalDraws(draws)
        .withMixture(MixtureEntropy.withDefaults().withMostDraws(40_000).withTolerance(1e-4));
  }

  @Test
  void drawsAreDoubledUntilTheInformationOfEqualInputsIsNearlyNought() {
    // 200 inputs of one distribution: I = 0, and what is estimated is the bias alone. Width 1 is
    // ten times the noise.
    NoisyChannel equal = new GaussianCentres(new double[200], 1, 0.1);
    DrawsConvergence found = from(20).converge(equal, 0.01, 10_000);
    assertTrue(found.stable());
    assertEquals(20, found.steps().get(0).draws());
    assertEquals(found.draws(), 20 << (found.steps().size() - 1));
    // The first estimate is far off; a doubling halves the bias, less before draws are dense.
    assertTrue(found.steps().get(0).estimate().nats() > 0.2);
    for (int k = 1; k < found.steps().size(); k++) {
      double ratio =
          found.steps().get(k).estimate().nats() / found.steps().get(k - 1).estimate().nats();
      assertTrue(ratio > 0.45 && ratio < 0.75, "" + ratio);
    }
    // What is left, reported and true (I = 0): the law of 1/n_x to a quarter.
    double left = found.estimate().nats();
    assertEquals(left, found.bias(), 0.25 * left + 3 * found.biasError());
    assertTrue(found.bias() <= 0.01);
  }

  @Test
  void tooFewDrawsAreNotStable() {
    NoisyChannel equal = new GaussianCentres(new double[20], 1, 0.01);
    DrawsConvergence found = from(10).converge(equal, 0.01, 30);
    assertFalse(found.stable());
    assertEquals(20, found.draws());
    assertTrue(found.toString().contains("not stable to 0.01 nats"), found.toString());
    assertTrue(Double.isNaN(from(10).converge(equal, 0.01, 10).bias()));
  }

  @Test
  void aFirstLayerHasNoSuchBias() {
    NoisyChannel first = NoisyChannel.of(Variable.of("s", -1, 0, 1), 0.1, true);
    DrawsConvergence found = from(10).converge(first, 1e-6, 1000);
    assertTrue(found.stable());
    assertEquals(1, found.steps().size());
    assertEquals(0, found.bias());
    assertEquals(0, found.biasError());
  }

  @Test
  void refusals() {
    NoisyChannel first = NoisyChannel.of(Variable.of("s", -1, 0, 1), 0.1, true);
    assertThrows(IllegalArgumentException.class, () -> from(10).converge(first, 0, 100));
    assertThrows(IllegalArgumentException.class, () -> from(10).converge(first, 0.1, 9));
  }

  @Test
  void unboundedLayersHaveTheRiskOfTheoremThree() {
    NoisyChannel channel = new GaussianCentres(new double[] {-1, 0, 2}, 0.5, 0.2);
    var diagnostics = from(400).estimate(channel).diagnostics();
    double k = Math.hypot(0.5, 1.5);
    assertEquals(k, diagnostics.get("subgaussian constant"), 1e-15);
    assertEquals(
        2 * PropagationBounds.entropyRisk(1, 0.2, 0, k, 400), diagnostics.get("riskBound"), 1e-12);
    // The noise that is added is not that of S.
    assertEquals(
        2 * PropagationBounds.entropyRisk(1, Math.hypot(0.2, 0.3), 0, k, 400),
        from(400).estimate(channel.withAddedNoise(0.3)).diagnostics().get("riskBound"),
        1e-12);
  }
}
