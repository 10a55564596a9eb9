package io.github.miscope.estimator.entropy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.junit.jupiter.api.Test;

/** The equations that define the weights. */
class NeighbourWeightsTest {

  @Test
  void constraintsHoldForEveryDimensionTo40() {
    for (int d = 1; d <= 40; d++) {
      for (int k : new int[] {NeighbourWeights.leastK(d), d, 2 * d, 5 * d + 3}) {
        check(NeighbourWeights.of(k, d), k, d);
      }
    }
  }

  private static void check(NeighbourWeights weights, int k, int d) {
    int[] neighbours = weights.neighbours();
    double[] w = weights.weights();
    double[] rest = weights.remainders();
    assertEquals(k, neighbours[neighbours.length - 1]);
    BigDecimal total = BigDecimal.ZERO;
    for (int s = 0; s < w.length; s++) {
      total = total.add(new BigDecimal(w[s])).add(new BigDecimal(rest[s]));
    }
    assertEquals(0, total.subtract(BigDecimal.ONE).doubleValue(), 1e-12, "sum, d = " + d);
    for (int l = 1; l <= d / 4; l++) {
      BigDecimal sum = BigDecimal.ZERO;
      double roundedSum = 0;
      double magnitude = 0;
      for (int s = 0; s < w.length; s++) {
        BigDecimal weight = new BigDecimal(w[s]).add(new BigDecimal(rest[s]));
        sum = sum.add(weight.multiply(gammaRatio(neighbours[s], l, d)));
        double gamma =
            Math.exp(LogGamma.value(neighbours[s] + 2.0 * l / d) - LogGamma.value(neighbours[s]));
        roundedSum += w[s] * gamma;
        magnitude += Math.abs(w[s] * gamma);
      }
      String where = "d = " + d + ", k = " + k + ", l = " + l;
      // The weights reach 1e14: as exact sums of two doubles they keep the equation absolutely,
      assertEquals(0, sum.doubleValue(), 1e-12, where);
      // as doubles, with Gamma of another origin, relative to its terms.
      assertEquals(0, roundedSum / magnitude, 1e-12, where);
    }
  }

  /** Gamma(j + 2l/d) / Gamma(j) by Gamma(z + 1) = z Gamma(z), with Gamma(1 + 2l/d) in double. */
  private static BigDecimal gammaRatio(int j, int l, int d) {
    MathContext digits = new MathContext(60);
    BigDecimal ratio = new BigDecimal(Math.exp(LogGamma.value(1 + 2.0 * l / d)));
    for (int i = 1; i < j; i++) {
      BigDecimal step = BigDecimal.valueOf((long) d * i + 2L * l);
      ratio = ratio.multiply(step, digits).divide(BigDecimal.valueOf((long) d * i), digits);
    }
    return ratio;
  }

  /** The variance by parts against the double sum over covariances psi'(max(i, j)). */
  @Test
  void varianceIsThatOfSumsOfExponentials() {
    for (int d : new int[] {1, 3, 5, 8, 12}) {
      NeighbourWeights weights = NeighbourWeights.of(5 * d, d);
      int[] j = weights.neighbours();
      double[] w = weights.weights();
      double expected = 0;
      for (int a = 0; a < j.length; a++) {
        for (int b = 0; b < j.length; b++) {
          expected += w[a] * w[b] * Trigamma.value(Math.max(j[a], j[b]));
        }
      }
      assertEquals(expected, weights.variance(), 1e-9 * expected, "d = " + d);
    }
  }

  /** By simulation, without any formula: log of partial sums of exponential variables. */
  @Test
  void varianceIsThatOfSimulatedDistances() {
    NeighbourWeights weights = NeighbourWeights.of(16, 8);
    int[] neighbours = weights.neighbours();
    SplittableRandom random = new SplittableRandom(1);
    int draws = 20_000;
    double[] shares = new double[draws];
    for (int i = 0; i < draws; i++) {
      double[] logs = new double[neighbours.length];
      double volume = 0;
      int j = 0;
      for (int s = 0; s < logs.length; s++) {
        for (; j < neighbours[s]; j++) {
          volume -= Math.log(1 - random.nextDouble());
        }
        logs[s] = Math.log(volume);
      }
      shares[i] = weights.sum(logs);
    }
    double mean = Arrays.stream(shares).average().orElseThrow();
    double second = Arrays.stream(shares).map(v -> Math.pow(v - mean, 2)).average().orElseThrow();
    double fourth = Arrays.stream(shares).map(v -> Math.pow(v - mean, 4)).average().orElseThrow();
    double error = Math.sqrt((fourth - second * second) / draws);
    assertEquals(weights.variance(), second, 4 * error);
  }

  /** What large weights do is known before any data: n = 1000 is enough for 10 dimensions. */
  @Test
  void weightsTooLargeForTheSampleAreWarnedAboutAndRefused() {
    assertTrue(largeWeights(10).isEmpty());
    List<Warning> twelve = largeWeights(12);
    assertEquals(1, twelve.size());
    assertEquals(
        "In 12 dimensions the weights are large (norm 1.7e+02): they alone give a standard error of"
            + " 0.66 nats at n = 1000. An entropy without weights is biased, but less noisy.",
        twelve.get(0).message());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> largeWeights(20));
    assertEquals(
        "the weights for d = 20 dimensions and k = 200 neighbours are too large (norm 7.4e+04):"
            + " they alone give the entropy of x a standard error of 1.8e+02 nats at n=1000; use"
            + " NearestNeighbourEntropy (biased, not noisy) or GaussianEntropy",
        refused.getMessage());
  }

  private static List<Warning> largeWeights(int d) {
    Variable x = Tasks.correlatedGaussians(d, 0).sample(1000, Seed.of(d)).x();
    return Entropies.weightedKnnEntropy().estimate(x).warnings().stream()
        .filter(EstimateWarning.LargeWeights.class::isInstance)
        .toList();
  }

  @Test
  void belowFourDimensionsWeightsAreEqual() {
    NeighbourWeights weights = NeighbourWeights.of(9, 3);
    assertArrayEquals(new int[] {3, 6, 9}, weights.neighbours());
    assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, weights.weights(), 1e-15);
  }

  @Test
  void weightsAreThoseOfLeastNorm() {
    // d = 4, one equation besides the sum: by Lagrange w = a + b g with g_j = Gamma(j + 1/2) /
    // Gamma(j), a and b from the two equations; neighbours 2, 4, 6, 8 for k = 8.
    NeighbourWeights weights = NeighbourWeights.of(8, 4);
    double[] g = new double[4];
    double sum = 0;
    double squares = 0;
    for (int s = 0; s < 4; s++) {
      g[s] = Math.exp(LogGamma.value(2 * (s + 1) + 0.5) - LogGamma.value(2 * (s + 1)));
      sum += g[s];
      squares += g[s] * g[s];
    }
    double b = -sum / (4 * squares - sum * sum);
    double a = squares / (4 * squares - sum * sum);
    double[] expected = new double[4];
    for (int s = 0; s < 4; s++) {
      expected[s] = a + b * g[s];
    }
    assertArrayEquals(expected, weights.weights(), 1e-12);
  }

  @Test
  void tooSmallAKIsRefusedWithTheRule() {
    for (int d = 1; d <= 40; d++) {
      int tooSmall = d / 4;
      int dimension = d;
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class, () -> NeighbourWeights.of(tooSmall, dimension));
      assertTrue(e.getMessage().contains("k must be >= floor(d/4) + 1 = " + (d / 4 + 1)));
    }
    Variable variable = Tasks.correlatedGaussians(12, 0).sample(50, Seed.of(1)).x();
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Entropies.weightedKnnEntropy().withK(2).estimate(variable));
    assertEquals(
        "k must be >= floor(d/4) + 1 = 4 for d = 12, since the weights must fulfil so many"
            + " equations: k=2",
        e.getMessage());
  }
}
