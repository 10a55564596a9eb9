package io.github.miscope.estimator.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.neighbour.Norm;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Sampler;
import io.github.miscope.task.Tasks;
import org.junit.jupiter.api.Test;

/**
 * Values of Figure 4 of Sisak 2024, by the author's program: one set of linear data, alpha = 0.6,
 * of ten dimensions, of which the first n rows are used; k = 1. The program had log k then, where
 * Definitions 3.3 and 3.4 have psi(k) and, for KSG2, -1/k. {@code core-java/benchmarks/sisak.md}
 * has all of them.
 */
class SisakTest {

  private static final Sampler LINEAR = Tasks.additiveUniformNoise(10, 0.6);

  private static final int REPETITIONS = 20;

  @Test
  void secondKsgInL1() {
    MutualInformationEstimator ksg2 = Ksg.ksg2LogK().withK(1).withNorm(Norm.L1);
    check(ksg2, 100, 3.14);
    check(ksg2, 316, 3.77);
    check(ksg2, 1000, 4.39);
  }

  @Test
  void firstKsgInL2() {
    MutualInformationEstimator ksg1 = Ksg.ksg1LogK().withK(1).withNorm(Norm.L2);
    check(ksg1, 100, 1.94);
    check(ksg1, 316, 2.90);
    check(ksg1, 1000, 3.64);
  }

  @Test
  void nearestNeighboursInL2() {
    MutualInformationEstimator knn = EntropySum.of(Entropies.knnEntropy().withK(1));
    check(knn, 100, 1.43);
    check(knn, 316, 2.35);
    check(knn, 1000, 3.00);
  }

  /**
   * The thesis's value is one draw. It differs from the mean of R draws by more than 3 sd sqrt(1 +
   * 1/R) with a probability of less than 0.01, by Student's t with 19 degrees of freedom.
   */
  private static void check(MutualInformationEstimator estimator, int n, double printed) {
    double[] nats = new double[REPETITIONS];
    double sum = 0;
    for (int r = 0; r < REPETITIONS; r++) {
      nats[r] = estimator.estimate(LINEAR.sample(n, Seed.of(2023).derive("repetition", r))).nats();
      sum += nats[r];
    }
    double mean = sum / REPETITIONS;
    double squares = 0;
    for (double each : nats) {
      squares += (each - mean) * (each - mean);
    }
    double sd = Math.sqrt(squares / (REPETITIONS - 1));
    // So that a wide spread does not hide a wrong formula: -1/k or psi in place of log is more.
    assertTrue(sd < 0.25, estimator + ", n = " + n + ": sd = " + sd);
    assertEquals(
        printed, mean, 3 * sd * Math.sqrt(1 + 1.0 / REPETITIONS), estimator + ", n = " + n);
  }
}
