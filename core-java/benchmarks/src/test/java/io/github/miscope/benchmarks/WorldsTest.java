package io.github.miscope.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** The truths of the worlds, from a closed form or a quadrature of another kind. */
class WorldsTest {

  private static Worlds.World world(String name) {
    return Worlds.all().stream().filter(w -> w.name().equals(name)).findFirst().orElseThrow();
  }

  private static double normal(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /** The entropy of a density on a grid. */
  private static double entropy(DoubleUnaryOperator density, double low, double high, int points) {
    double step = (high - low) / points;
    return IntStream.range(0, points)
        .mapToDouble(i -> density.applyAsDouble(low + (i + 0.5) * step))
        .map(p -> p > 0 ? -p * Math.log(p) * step : 0)
        .sum();
  }

  /**
   * One wave: the entropy of Y on a grid less that of the noise. The mean over 20 000 stratified
   * points has a standard error of at most 1 / sqrt(20 000) = 0.007 (pointwise values have a
   * standard deviation below 1).
   */
  @Test
  void oneWave() {
    double sigma = 0.4;
    for (DoubleUnaryOperator wave : new DoubleUnaryOperator[] {Worlds::sine, Worlds::triangle}) {
      DoubleUnaryOperator density =
          y ->
              IntStream.range(0, 2000)
                      .mapToDouble(c -> wave.applyAsDouble(2 * (c + 0.5) / 2000))
                      .map(centre -> normal((y - centre) / sigma) / sigma)
                      .sum()
                  / 2000;
      double truth =
          entropy(density, -4, 4, 2000) - 0.5 * Math.log(2 * Math.PI * Math.E * sigma * sigma);
      double nats = Worlds.waveInformation(new double[] {2}, sigma, wave, 20_000, Seed.of(1));
      assertEquals(truth, nats, 0.02);
    }
  }

  /** Triangles have the period and the range of sines; 80 000 points: standard error 0.0035. */
  @Test
  void waves() {
    assertEquals(1, Worlds.triangle(0.25), 1e-15);
    assertEquals(-1, Worlds.triangle(1.75), 1e-15);
    assertEquals(0, Worlds.triangle(0.5), 1e-15);
    for (boolean sines : new boolean[] {true, false}) {
      double nats =
          Worlds.waveInformation(
              Worlds.FREQUENCIES,
              sines ? Worlds.SINUSOID_NOISE : Worlds.TRIANGLE_NOISE,
              sines ? Worlds::sine : Worlds::triangle,
              80_000,
              Seed.of(3));
      assertEquals(1.31, nats, 0.011);
    }
  }

  /** The distance from the axis is an increasing function of the latent variable. */
  @Test
  void theSwissRollKeepsItsLatentVariable() {
    Samples samples = world("swiss roll against a line").draw().apply(2000, Seed.of(1));
    double[] x = samples.x().column(0);
    double[] z = samples.x().column(2);
    double[] y = samples.y().column(0);
    double[] normal = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double u = (Math.hypot(x[i], z[i]) / (1.5 * Math.PI) - 1) / 2;
      normal[i] = NormalDistribution.of(0, 1).inverseCumulativeProbability(u);
    }
    double rho = correlation(normal, y);
    // The estimate of -log(1 - rho^2) / 2 has a standard error of rho / sqrt(n) = 0.022.
    assertEquals(3, -Math.log(1 - rho * rho) / 2, 0.09);
  }

  /** The number of clusters; they are 28 standard deviations apart. */
  @Test
  void clustersTellEachOther() {
    Samples samples = world("matched clusters").draw().apply(2000, Seed.of(1));
    int[][] count = new int[8][8];
    for (int i = 0; i < samples.n(); i++) {
      count[octant(samples.x().columns(), i)][octant(samples.y().columns(), i)]++;
    }
    int[] used = Arrays.stream(count).flatMapToInt(Arrays::stream).filter(c -> c > 0).toArray();
    assertEquals(4, used.length);
    assertTrue(Arrays.stream(used).allMatch(c -> c > 400), () -> Arrays.toString(used));
    assertEquals(Math.log(4), world("matched clusters").nats());
  }

  private static int octant(double[][] columns, int i) {
    return IntStream.range(0, 3).map(j -> columns[j][i] > 0 ? 1 << j : 0).sum();
  }

  /** E log p(v|u) / p(v) on a grid of logarithms, with the marginal theta (1 + v)^(-theta - 1). */
  @Test
  void gammaExponential() {
    double theta = Worlds.gammaShape(1);
    double step = 0.02;
    double mass = 0;
    double nats = 0;
    double logGamma = LogGamma.value(theta);
    for (double a = -45; a < 6; a += step) {
      double u = Math.exp(a);
      for (double b = -12; b < 6; b += step) {
        // V = exp(b) / u.
        double scaled = Math.exp(b);
        double p = Math.exp(theta * a - u - logGamma + b - scaled) * step * step;
        double logMarginal = Math.log(theta) - (theta + 1) * Math.log1p(scaled / u);
        mass += p;
        nats += p * (a - scaled - logMarginal);
      }
    }
    assertEquals(1, mass, 1e-4);
    assertEquals(1, nats, 1e-3);
    assertEquals(2, world("log gamma exponential, d = 2").nats());
  }

  /** d (a/2 - log a) from the entropies of a trapezium and of a uniform distribution. */
  @Test
  void smoothedUniform() {
    for (int d = 1; d <= 3; d++) {
      double a = Worlds.uniformWidth(10.0 / d);
      // Y = X + U(-a/2, a/2): flat at 1 but for two flanks of width a, each with entropy a/4.
      assertEquals(10, d * (2 * a / 4 - Math.log(a)), 1e-9);
      assertEquals(10, world("smoothed uniform, d = " + d).nats(), 1e-9);
    }
  }

  /** The entropy of the projection on the difference of the means, less that of its noise. */
  @Test
  void classMeans() {
    double mu = Math.sqrt(3) * Worlds.CLASS_SHIFT;
    double truth =
        entropy(x -> (normal(x - mu) + normal(x + mu)) / 2, -12, 12, 10_000)
            - 0.5 * Math.log(2 * Math.PI * Math.E);
    assertEquals(truth, Worlds.classInformation(mu), 1e-6);
    assertEquals(0.586, truth, 0.001);
  }

  /** A straight line has the closed form log(1 + 1/sigma^2) / 2. */
  @Test
  void noisyFunctions() {
    double sigma = 0.3;
    assertEquals(
        0.5 * Math.log1p(1 / (sigma * sigma)), Worlds.noisyInformation(x -> x, sigma), 1e-3);
    // The density of x^2 has a pole: P(y) by the substitution y = x^2 on a fine grid.
    DoubleUnaryOperator density =
        y -> {
          double sum = 0;
          for (double x = -8; x <= 8; x += 0.002) {
            sum += normal(x) * normal((y - x * x) / sigma) / sigma * 0.002;
          }
          return sum;
        };
    double truth =
        entropy(density, -3, 30, 3300) - 0.5 * Math.log(2 * Math.PI * Math.E * sigma * sigma);
    assertEquals(truth, world("x^2 + 0.3 e, n = 50").nats(), 1e-3);
  }

  /** What Z does not explain has the stated partial correlation, of standard error 0.01 at most. */
  @Test
  void conditionalWorlds() {
    for (Worlds.Given world : Worlds.conditional()) {
      int n = 20_000;
      ConditionalSamples samples = world.draw().apply(n, Seed.of(2));
      boolean gaussian = world.name().startsWith("Gaussian");
      double[] x = samples.x().column(0);
      double[] y = samples.y().column(0);
      int d = samples.z().d();
      for (int j = 0; j < d; j++) {
        double[] z = samples.z().column(j);
        for (int i = 0; i < n; i++) {
          x[i] -= (gaussian ? z[i] : z[i] * z[i]) / Math.sqrt(d);
          y[i] -= (gaussian ? z[i] : Math.sin(2 * z[i])) / Math.sqrt(d);
        }
      }
      double rho = correlation(x, y);
      assertEquals(world.nats(), -Math.log(1 - rho * rho) / 2, 0.03);
    }
  }

  private static double correlation(double[] x, double[] y) {
    double sumX = Arrays.stream(x).average().orElseThrow();
    double sumY = Arrays.stream(y).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - sumX) * (y[i] - sumY);
      xx += (x[i] - sumX) * (x[i] - sumX);
      yy += (y[i] - sumY) * (y[i] - sumY);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
