package io.github.miscope.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Means and covariances of samples against those of the distribution, within 5 standard errors. */
class SampleMomentsTest {

  private static final int N = 40_000;
  private static final double SE = 5 / Math.sqrt(N);

  private static double[][] columns(Samples samples) {
    return Stream.of(samples.x().columns(), samples.y().columns())
        .flatMap(Stream::of)
        .toArray(double[][]::new);
  }

  private static double meanProduct(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * v[i];
    }
    return sum / u.length;
  }

  /**
   * For a centred normal vector the mean over n rows of u has variance S_uu/n, and the mean of u v
   * has variance (S_uu S_vv + S_uv^2)/n (Isserlis). At most 110 such checks are made below: 5
   * standard errors are exceeded by chance in one of 16 000 choices of the seeds.
   */
  private static void assertNormalWithCovariance(double[][] s, Samples samples) {
    double[][] columns = columns(samples);
    assertEquals(s.length, columns.length);
    for (int u = 0; u < s.length; u++) {
      double mean = 0;
      for (double v : columns[u]) {
        mean += v / N;
      }
      assertEquals(0, mean, SE * Math.sqrt(s[u][u]), "mean of column " + u);
      for (int v = 0; v <= u; v++) {
        double bound = SE * Math.sqrt(s[u][u] * s[v][v] + s[u][v] * s[u][v]);
        assertEquals(s[u][v], meanProduct(columns[u], columns[v]), bound, u + ", " + v);
      }
    }
  }

  /** The covariance of d pairs, each with these variances and covariance, independent of others. */
  private static double[][] pairs(int d, double xx, double yy, double xy) {
    double[][] s = new double[2 * d][2 * d];
    for (int j = 0; j < d; j++) {
      s[j][j] = xx;
      s[d + j][d + j] = yy;
      s[j][d + j] = xy;
      s[d + j][j] = xy;
    }
    return s;
  }

  @Test
  void correlatedGaussians() {
    assertNormalWithCovariance(
        pairs(3, 1, 1, -0.7), Tasks.correlatedGaussians(3, -0.7).sample(N, Seed.of(1)));
  }

  @Test
  void additiveGaussianNoise() {
    assertNormalWithCovariance(
        pairs(2, 1, 1 + 0.25, 1), Tasks.additiveGaussianNoise(2, 0.5).sample(N, Seed.of(2)));
  }

  @Test
  void gaussianWithCovariance() {
    double[][] s = {{4, 1, -1.5}, {1, 0.5, 0.2}, {-1.5, 0.2, 3}};
    assertNormalWithCovariance(s, Tasks.gaussian(s, 1).sample(N, Seed.of(3)));
  }

  @Test
  void randomGaussian() {
    RandomGaussian sampler = new RandomGaussian(3, 2, FactorDraw.CORRELATION, Seed.of(4));
    double[][] s = sampler.base().covariance();
    for (int i = 0; i < s.length; i++) {
      assertEquals(1, s[i][i]);
    }
    assertNormalWithCovariance(s, sampler.sample(N, Seed.of(5)));
  }

  /**
   * With u = x - 1/2 and noise e: E u^2 = 1/12, E u^4 = 1/80, E e^2 = a^2/12; u (y - 1/2) = u^2 + u
   * e has mean 1/12 and variance 1/80 - 1/144 + a^2/144; and (y - 1/2)^2 lies in [0, (1 + a)^2/4],
   * so that its standard deviation is at most (1 + a)^2/8 (Popoviciu).
   */
  @Test
  void additiveUniformNoise() {
    for (double a : new double[] {0.3, 2}) {
      double[][] columns = columns(Tasks.additiveUniformNoise(1, a).sample(N, Seed.of(6)));
      for (double[] column : columns) {
        for (int i = 0; i < N; i++) {
          column[i] -= 0.5;
        }
      }
      assertEquals(
          1 / 12.0, meanProduct(columns[0], columns[0]), SE * Math.sqrt(1 / 80.0 - 1 / 144.0));
      assertEquals(
          1 / 12.0,
          meanProduct(columns[0], columns[1]),
          SE * Math.sqrt(1 / 80.0 - 1 / 144.0 + a * a / 144));
      assertEquals(
          (1 + a * a) / 12, meanProduct(columns[1], columns[1]), SE * (1 + a) * (1 + a) / 8);
    }
  }

  /** Noise of X, noise of Y and the variables are independent of each other. */
  @Test
  void duplicateNoiseIsIndependentOfEverything() {
    Samples samples =
        Tasks.correlatedGaussians(1, 0.6)
            .map(Embedding.duplicateNoise(2, 0.2), Embedding.duplicateNoise(1, 3))
            .mapX(Embedding.duplicateNoise(1, 1))
            .sample(N, Seed.of(7));
    double[][] s = new double[6][6];
    double[] variances = {1, 0.04, 0.04, 1, 1, 9};
    for (int i = 0; i < 6; i++) {
      s[i][i] = variances[i];
    }
    s[0][4] = 0.6;
    s[4][0] = 0.6;
    assertNormalWithCovariance(s, samples);
  }
}
