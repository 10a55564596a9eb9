package io.github.miscope.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact mutual information against closed forms and against other ways to the same number. */
class KnownInformationTest {

  @ParameterizedTest
  @CsvSource({"1, 0.6", "5, 0.6", "5, -0.6", "20, 0.99", "3, 0.001"})
  void correlatedGaussians(int d, double rho) {
    assertEquals(
        -d / 2.0 * Math.log(1 - rho * rho),
        Tasks.correlatedGaussians(d, rho).mutualInformation(),
        1e-13);
  }

  /** To first order 1 - rho^2 is 2 (1 - rho) near 1, and -log(1 - rho^2) is rho^2 near 0. */
  @Test
  void correlatedGaussiansArePreciseAtBothEnds() {
    double gap = Math.scalb(1.0, -50);
    assertEquals(
        -Math.log(2 * gap) / 2, Tasks.correlatedGaussians(1, 1 - gap).mutualInformation(), 1e-14);
    assertEquals(0.5e-20, Tasks.correlatedGaussians(1, 1e-10).mutualInformation(), 1e-34);
    assertEquals(0.0, Tasks.correlatedGaussians(1, 0).mutualInformation());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "4, 0.5", "4, 2", "2, 0.001"})
  void additiveGaussianNoise(int d, double sigma) {
    assertEquals(
        d / 2.0 * Math.log(1 + 1 / (sigma * sigma)),
        Tasks.additiveGaussianNoise(d, sigma).mutualInformation(),
        1e-12);
  }

  /** Noise of a given signal-to-noise ratio leaves the correlation that has the same MI. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 1, 100})
  void signalToNoiseAndCorrelationAgree(double ratio) {
    Sampler noise = Tasks.additiveGaussianNoise(3, 1).withSignalToNoise(ratio);
    Sampler pair = Tasks.correlatedGaussians(3, 0).withSignalToNoise(ratio);
    assertEquals(1.5 * Math.log1p(ratio), noise.mutualInformation(), 1e-13);
    assertEquals(1.5 * Math.log1p(ratio), pair.mutualInformation(), 1e-13);
    double rho = Math.sqrt(ratio / (1 + ratio));
    assertEquals(
        pair.mutualInformation(),
        Tasks.additiveGaussianNoise(3, 1).withCorrelation(rho).mutualInformation(),
        1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.75, 1})
  void additiveUniformNoiseNarrow(double a) {
    assertEquals(
        7 * (a / 2 - Math.log(a)), Tasks.additiveUniformNoise(7, a).mutualInformation(), 1e-13);
  }

  /**
   * h(Y) - log a with h(Y) by the midpoint rule, on 10^6 cells, from the density of Y: the length
   * of [0, 1] that lies within a/2 of y, over a. The integrand is bounded by 1/e + |log a|/a, with
   * slope singularities at the two ends only; halving the cells changes the sum by less than 1e-9.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 1, 1.5, 4, 50})
  void additiveUniformNoiseByIntegration(double a) {
    int cells = 1_000_000;
    double width = (1 + a) / cells;
    double entropy = 0;
    for (int i = 0; i < cells; i++) {
      double y = -a / 2 + (i + 0.5) * width;
      double density = (Math.min(1, y + a / 2) - Math.max(0, y - a / 2)) / a;
      entropy -= density * Math.log(density) * width;
    }
    assertEquals(entropy - Math.log(a), Tasks.additiveUniformNoise(1, a).mutualInformation(), 1e-8);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 2", "100, 2", "10, 0", "3, 1e-9", "2, 20"})
  void fixedInformationIsThatOfItsCorrelation(int d, double nats) {
    Sampler task = Tasks.correlatedGaussiansWithInformation(1 + d, nats).withDimension(d);
    assertEquals(nats, task.mutualInformation());
    assertEquals(d, task.dX());
    double rho = Math.sqrt(-Math.expm1(-2 * nats / d));
    // An error of 1.1e-16 in rho is one of 1.1e-16 / (1 - rho^2) in -log(1 - rho^2).
    double tolerance = 1e-15 * d * (1 + Math.exp(2 * nats / d));
    assertEquals(nats, Tasks.correlatedGaussians(d, rho).mutualInformation(), tolerance);
    assertEquals(
        Tasks.correlatedGaussians(d, rho).sample(10, Seed.of(1)), task.sample(10, Seed.of(1)));
  }

  @Test
  void gaussianWithTheCovarianceOfCorrelatedGaussians() {
    double[][] s = {{1, 0, 0.6, 0}, {0, 1, 0, 0.6}, {0.6, 0, 1, 0}, {0, 0.6, 0, 1}};
    assertEquals(-Math.log(1 - 0.36), Tasks.gaussian(s, 2).mutualInformation(), 1e-15);
  }

  /** I(X;Y) = -(1/2) log(1 - R^2), where R is the multiple correlation of Y with two X. */
  @Test
  void gaussianWithTwoCorrelatedCauses() {
    double[][] s = {{1, 0.3, 0.5}, {0.3, 1, 0.4}, {0.5, 0.4, 1}};
    double r2 = (0.25 + 0.16 - 2 * 0.5 * 0.4 * 0.3) / (1 - 0.09);
    assertEquals(-Math.log(1 - r2) / 2, Tasks.gaussian(s, 2).mutualInformation(), 1e-15);
  }

  /** Determinants of 200 variances of 1e-8 or 1e8 are far outside the range of doubles. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-8, 1, 1e8})
  void gaussianDeterminantsDoNotOverflow(double variance) {
    int d = 100;
    double[][] s = new double[2 * d][2 * d];
    for (int i = 0; i < 2 * d; i++) {
      s[i][i] = variance;
      s[i][(i + d) % (2 * d)] = 0.5 * variance;
    }
    assertEquals(-50 * Math.log(0.75), Tasks.gaussian(s, d).mutualInformation(), 1e-11);
  }

  /** M S M' with M block diagonal (an invertible map of X and one of Y) keeps the MI. */
  @Test
  void randomGaussianIsInvariantUnderMapsOfItsParts() {
    for (int trial = 0; trial < 20; trial++) {
      Seed seed = Seed.of(trial);
      RandomGaussian sampler = new RandomGaussian(3, 2, FactorDraw.CORRELATION, seed);
      double[][] s = sampler.base().covariance();
      double[][] m = new double[5][5];
      put(RandomMatrix.draw(3, seed), 0, m);
      put(RandomMatrix.draw(2, seed), 3, m);
      double[][] mapped = product(product(m, s), transpose(m));
      symmetrise(mapped);
      assertEquals(
          sampler.mutualInformation(), Tasks.gaussian(mapped, 3).mutualInformation(), 1e-9);
      assertTrue(sampler.mutualInformation() > 0);
    }
  }

  @Test
  void randomGaussianIsSymmetricInXAndY() {
    double[][] s = new RandomGaussian(3, 2, FactorDraw.CORRELATION, Seed.of(1)).base().covariance();
    int[] order = {3, 4, 0, 1, 2};
    double[][] swapped = new double[5][5];
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        swapped[i][j] = s[order[i]][order[j]];
      }
    }
    assertEquals(
        Tasks.gaussian(s, 3).mutualInformation(),
        Tasks.gaussian(swapped, 2).mutualInformation(),
        1e-14);
  }

  private static void put(double[][] block, int at, double[][] into) {
    for (int i = 0; i < block.length; i++) {
      System.arraycopy(block[i], 0, into[at + i], at, block.length);
    }
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int l = 0; l < b.length; l++) {
          product[i][j] += a[i][l] * b[l][j];
        }
      }
    }
    return product;
  }

  private static double[][] transpose(double[][] a) {
    double[][] transposed = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        transposed[j][i] = a[i][j];
      }
    }
    return transposed;
  }

  private static void symmetrise(double[][] a) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        a[i][j] = a[j][i];
      }
    }
  }
}
