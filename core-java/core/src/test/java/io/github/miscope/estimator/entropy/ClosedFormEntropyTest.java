package io.github.miscope.estimator.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.EntropyEstimator;
import io.github.miscope.estimator.neighbour.Norm;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/**
 * Entropies of known distributions with independent columns. The mean over {@link #SAMPLES} samples
 * must lie within 4.5 of its own standard errors (probability of failure 3e-4 by Student's t with
 * 19 degrees of freedom), widened by what is known of the bias.
 */
class ClosedFormEntropyTest {

  private static final int SAMPLES = 20;
  private static final int N = 1000;
  private static final int K = 3;

  private record Law(String name, DoubleUnaryOperator quantile, double entropy) {}

  private static final Law GAUSSIAN =
      new Law(
          "Gaussian",
          NormalDistribution.of(0, 1)::inverseCumulativeProbability,
          0.5 * Math.log(2 * Math.PI * Math.E));
  private static final Law UNIFORM = new Law("uniform", u -> 3 * u, Math.log(3));
  private static final Law EXPONENTIAL =
      new Law("exponential", u -> -Math.log1p(-u) / 2, 1 - Math.log(2));
  private static final Law STUDENT =
      new Law(
          "Student",
          TDistribution.of(5)::inverseCumulativeProbability,
          3 * (Digamma.value(3) - Digamma.value(2.5))
              + 0.5 * Math.log(5)
              + LogBeta.value(2.5, 0.5));

  private static final List<Law> LAWS = List.of(GAUSSIAN, UNIFORM, EXPONENTIAL, STUDENT);

  /** Quantiles are slow, and several estimators see the same samples. */
  private static final Map<String, Variable> SAMPLED = new ConcurrentHashMap<>();

  private static Variable sample(Law law, int d, int n, int trial) {
    return SAMPLED.computeIfAbsent(
        law.name + " " + d + " " + n + " " + trial, key -> draw(law, d, n, trial));
  }

  private static Variable draw(Law law, int d, int n, int trial) {
    UniformRandomProvider random =
        Seed.of(20).derive(law.name).derive("d", d).derive("trial", trial).generator();
    double[][] columns = new double[d][n];
    for (double[] column : columns) {
      for (int i = 0; i < n; i++) {
        column[i] = law.quantile.applyAsDouble(random.nextDouble());
      }
    }
    return Variable.ofColumns("x", columns);
  }

  /** Mean error of the estimator, and 4.5 standard errors of it. */
  private record Errors(double mean, double bound) {
    static Errors of(EntropyEstimator estimator, Law law, int d, int n, int samples) {
      double sum = 0;
      double squares = 0;
      for (int trial = 0; trial < samples; trial++) {
        double error = estimator.estimate(sample(law, d, n, trial)).nats() - d * law.entropy;
        sum += error;
        squares += error * error;
      }
      double mean = sum / samples;
      double variance = (squares / samples - mean * mean) * samples / (samples - 1);
      return new Errors(mean, 4.5 * Math.sqrt(variance / samples));
    }
  }

  /**
   * The ball of a point that is nearer to an edge of the support than to its k-th neighbour lies
   * half outside, which adds log 2 at most. A share of (k/n)^(1/d) of the points, one half of it
   * for each of two edges, is so near in each of d dimensions. Thin tails are edges too.
   */
  private static double edges(int d, double k) {
    return d * Math.log(2) * Math.pow(k / N, 1.0 / d);
  }

  @Test
  void nearestNeighbours() {
    for (Law law : LAWS) {
      // All norms are one in one dimension.
      Errors line = Errors.of(Entropies.knnEntropy(), law, 1, N, SAMPLES);
      assertEquals(0, line.mean, line.bound + 2 * edges(1, K), law.name);
      for (Norm norm : Norm.values()) {
        Errors plane = Errors.of(Entropies.knnEntropy().withNorm(norm), law, 2, N, SAMPLES);
        assertEquals(0, plane.mean, plane.bound + edges(2, K), law.name + " 2 " + norm);
      }
      Errors space = Errors.of(Entropies.knnEntropy(), law, 3, N, SAMPLES);
      assertEquals(0, space.mean, space.bound + edges(3, K), law.name + " 3");
    }
  }

  @Test
  void weightedNearestNeighbours() {
    for (Law law : LAWS) {
      Errors error = Errors.of(Entropies.weightedKnnEntropy(), law, 1, N, SAMPLES);
      assertEquals(0, error.mean, error.bound + 2 * edges(1, K), law.name);
    }
    // A smooth density in many dimensions: weights take the first two terms of KL's bias away.
    Errors plain = Errors.of(Entropies.knnEntropy().withK(100), GAUSSIAN, 10, N, SAMPLES);
    Errors weighted =
        Errors.of(Entropies.weightedKnnEntropy().withK(100), GAUSSIAN, 10, N, SAMPLES);
    assertTrue(plain.mean > plain.bound, "KL errs high: " + plain);
    assertTrue(Math.abs(weighted.mean) < plain.mean / 2, plain + ", weighted " + weighted);
  }

  @Test
  void kernelDensity() {
    for (EntropyEstimator estimator :
        List.of(Entropies.kdeEntropy(), Entropies.kdeEntropyLeastSquares())) {
      for (Law law : List.of(GAUSSIAN, UNIFORM, EXPONENTIAL)) {
        Errors error = Errors.of(estimator, law, 1, 200, SAMPLES);
        // By Jensen's inequality the mean of -log rho_-i(x_i) is no less than the entropy,
        assertTrue(error.mean > -error.bound, estimator + " " + law.name + ": " + error);
        // and with b at most 0.4 standard deviations (sd), the density at distance u b from an
        // edge is too low by Phi(u), which adds the integral of -log Phi, 0.6, times b sd f(edge),
        // over two edges: sd f(edge) is 3/sqrt(12)/3 = 0.29 for the uniform law, and 1, at one
        // edge, for the exponential one. Within, b^4/4 and the variance of rho / (2 rho^2) add less
        // than 0.01 each.
        double edges = law.equals(GAUSSIAN) ? 0 : law.equals(UNIFORM) ? 2 * 0.29 : 1;
        assertTrue(
            error.mean < error.bound + 0.6 * 0.4 * edges + 0.02,
            estimator + " " + law.name + ": " + error);
      }
    }
    // In the tails of Student's law single points have a density of nearly 0: err high, but less
    // than the Gaussian model, (1/2) log(2 pi e 5/3) - h = 0.047. Ten samples: 4.5 standard errors
    // have a probability of 1e-3 by Student's t with 9 degrees of freedom.
    Errors student = Errors.of(Entropies.kdeEntropy(), STUDENT, 1, N, 10);
    assertTrue(student.mean > -student.bound && student.mean < 0.047, student::toString);
  }

  @Test
  void gaussianIsUnbiasedOnFewPoints() {
    for (int d : new int[] {1, 3, 8}) {
      Errors corrected = Errors.of(Entropies.gaussianEntropy(), GAUSSIAN, d, 15, 400);
      assertEquals(0, corrected.mean, corrected.bound, "d = " + d);
    }
    Errors plugIn =
        Errors.of(Entropies.gaussianEntropy().withBiasCorrected(false), GAUSSIAN, 8, 15, 400);
    assertTrue(plugIn.mean < -1, "without correction: " + plugIn);
  }

  @Test
  void gaussianOfAnotherLawIsThatOfItsVariance() {
    for (Law law : List.of(UNIFORM, EXPONENTIAL)) {
      double variance = law.equals(UNIFORM) ? 9 / 12.0 : 0.25;
      double expected = 0.5 * Math.log(2 * Math.PI * Math.E * variance);
      Errors error = Errors.of(Entropies.gaussianEntropy(), law, 1, N, SAMPLES);
      // The correction is exact for Gaussian data; E log s^2 differs by kurtosis / (2n) < 0.005.
      assertEquals(expected - law.entropy, error.mean, error.bound + 0.005, law.name);
    }
  }
}
