package io.github.miscope.estimator.propagation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class PairwiseBoundsTest {

  private static double noise(int d, double beta) {
    return 0.5 * d * Math.log(2 * Math.PI * Math.E * beta * beta);
  }

  private static Variable uniform(int n, int d) {
    UniformRandomProvider random = Seed.of(n).generator();
    double[][] columns = new double[d][];
    Arrays.setAll(columns, j -> random.doubles(n, -1, 1).toArray());
    return Variable.ofColumns("s", columns);
  }

  /** -sum_i w_i log sum_j w_j exp(-c |s_i - s_j|^2 / beta^2), term by term. */
  private static double direct(Variable s, double[] weights, double c, double beta) {
    double mass = Arrays.stream(weights).sum();
    double total = 0;
    for (int i = 0; i < s.n(); i++) {
      double sum = 0;
      for (int j = 0; j < s.n(); j++) {
        double squared = 0;
        for (int k = 0; k < s.d(); k++) {
          squared += Math.pow(s.get(i, k) - s.get(j, k), 2);
        }
        sum += weights[j] / mass * Math.exp(-c * squared / (beta * beta));
      }
      total -= weights[i] == 0 ? 0 : weights[i] / mass * Math.log(sum);
    }
    return total;
  }

  @Test
  void twoCentresInClosedFormAroundQuadrature() {
    for (double apart : new double[] {0, 0.5, 1, 2, 4, 20}) {
      double beta = 0.08;
      Variable centres = Variable.of("s", -0.8, -0.8 + apart * beta);
      PairwiseBounds bounds = PairwiseBounds.ofEntropy(centres, beta);
      double lower = noise(1, beta) - Math.log((1 + Math.exp(-apart * apart / 8)) / 2);
      double upper = noise(1, beta) - Math.log((1 + Math.exp(-apart * apart / 2)) / 2);
      assertEquals(lower, bounds.lower(), 2e-9);
      assertEquals(upper, bounds.upper(), 2e-9);
      double exact = MixtureEntropyTest.byQuadrature(centres, beta);
      // The quadrature is right to 2e-6.
      assertTrue(bounds.lower() <= exact + 2e-6 && exact <= bounds.upper() + 2e-6);
    }
  }

  @Test
  void manyCentresTermByTermWithAndWithoutWeights() {
    for (int d : new int[] {1, 3}) {
      for (double beta : new double[] {0.005, 0.1, 1}) {
        Variable s = uniform(150, d);
        double[] weights = Seed.of(d).generator().doubles(150).toArray();
        weights[7] = 0;
        double[] equal = new double[150];
        Arrays.fill(equal, 2);
        for (PairwiseBounds bounds :
            new PairwiseBounds[] {
              PairwiseBounds.ofEntropy(s, beta), PairwiseBounds.ofEntropy(s, equal, beta)
            }) {
          assertEquals(noise(d, beta) + direct(s, equal, 1.0 / 8, beta), bounds.lower(), 3e-9);
          assertEquals(noise(d, beta) + direct(s, equal, 1.0 / 2, beta), bounds.upper(), 3e-9);
        }
        PairwiseBounds weighted = PairwiseBounds.ofEntropy(s, weights, beta);
        assertEquals(noise(d, beta) + direct(s, weights, 1.0 / 8, beta), weighted.lower(), 3e-9);
        assertEquals(noise(d, beta) + direct(s, weights, 1.0 / 2, beta), weighted.upper(), 3e-9);
      }
    }
  }

  @Test
  void informationIsThatOfClustersTheNoiseTellsApart() {
    SamplePropagation sp = SamplePropagation.withDefaults();
    Variable clusters = Variable.of("s", -1, -1, 0, 1);
    PairwiseBounds bounds = sp.bounds(NoisyChannel.of(clusters, 0.01, true));
    assertEquals(1.5 * Math.log(2), bounds.lower(), 2e-9);
    assertEquals(1.5 * Math.log(2), bounds.upper(), 2e-9);
    PairwiseBounds same = sp.bounds(NoisyChannel.of(Variable.of("s", 2, 2, 2), 0.01, false));
    assertEquals(0, same.lower(), 2e-9);
    assertEquals(0, same.upper(), 2e-9);
  }

  @Test
  void estimatesOfAnyLayerLieBetween() {
    SamplePropagation sp = SamplePropagation.withDefaults().withConditionalDraws(50);
    for (double width : new double[] {0.05, 0.3, 1}) {
      NoisyChannel channel = new GaussianCentres(new double[] {-1, -0.7, 0.2, 1}, width, 0.1);
      PairwiseBounds bounds = sp.bounds(channel);
      var estimate = sp.estimate(channel);
      // Of integration alone: bounds and estimate are of the same draws of S.
      double error = estimate.diagnostics().get("integration error");
      assertTrue(bounds.lower() - 4 * error < estimate.nats(), bounds + ", " + estimate);
      assertTrue(estimate.nats() < bounds.upper() + 4 * error, bounds + ", " + estimate);
    }
  }

  @Test
  void refusals() {
    Variable s = Variable.of("s", 0, 1);
    assertThrows(IllegalArgumentException.class, () -> PairwiseBounds.ofEntropy(s, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> PairwiseBounds.ofEntropy(s, new double[] {1, 2, 3}, 1));
    assertThrows(
        IllegalArgumentException.class, () -> PairwiseBounds.ofEntropy(s, new double[2], 1));
    NoisyChannel quiet = NoisyChannel.of(s, 0, true);
    assertThrows(
        IllegalArgumentException.class, () -> SamplePropagation.withDefaults().bounds(quiet));
  }
}
