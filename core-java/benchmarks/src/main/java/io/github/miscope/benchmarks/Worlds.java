package io.github.miscope.benchmarks;

import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.BeyondNormal;
import io.github.miscope.task.Embedding;
import io.github.miscope.task.Sampler;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Distributions of known information in which the default estimator was found wanting. */
final class Worlds {

  /**
   * A distribution of (X, Y).
   *
   * @param n the size of a sample
   * @param nats I(X;Y)
   */
  record World(String name, int n, double nats, BiFunction<Integer, Seed, Samples> draw) {}

  /**
   * A distribution of (X, Y, Z).
   *
   * @param n the size of a sample
   * @param nats I(X;Y|Z)
   */
  record Given(
      String name, int n, double nats, BiFunction<Integer, Seed, ConditionalSamples> draw) {}

  /** The nodes of quadratures over one variable. */
  private static final int NODES = 4000;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Worlds() {}

  static List<World> all() {
    List<World> all = new ArrayList<>();
    all.add(new World("sinusoids, 1 against 4", 1000, 1.31, Worlds::sinusoids));
    all.add(new World("triangle waves, 1 against 4", 1000, 1.31, Worlds::triangles));
    for (int d : new int[] {3, 5, 25}) {
      String name = "spiral-multinormal-sparse-" + d + "-" + d + "-2-2.0";
      all.add(of("spiral, " + d + " against " + d, 1000, published(name)));
    }
    all.add(new World("swiss roll against a line", 1000, 3, Worlds::swissRoll));
    Embedding network = Embedding.randomNetwork(100);
    all.add(
        of(
            "random network, 4 to 100 columns each",
            1000,
            Tasks.correlatedGaussiansWithInformation(4, 3).map(network, network)));
    all.add(new World("matched clusters", 1000, Math.log(4), Worlds::clusters));
    all.add(new World("log gamma exponential, d = 2", 1000, 2, Worlds::gammaExponential));
    for (int d = 1; d <= 3; d++) {
      double a = uniformWidth(10.0 / d);
      all.add(of("smoothed uniform, d = " + d, 10_000, Tasks.additiveUniformNoise(d, a)));
    }
    for (int d : new int[] {30, 100, 300}) {
      all.add(
          new World(
              "class means in 3 of " + d + " columns",
              1000,
              classInformation(CLASS_SHIFT * Math.sqrt(3)),
              (n, seed) -> classMeans(n, d, seed)));
    }
    all.add(
        new World("x^2 + 0.3 e, n = 50", 50, noisyInformation(x -> x * x, 0.3), Worlds::square));
    return all;
  }

  static List<Given> conditional() {
    List<Given> all = new ArrayList<>();
    for (int d : new int[] {3, 5}) {
      all.add(
          new Given(
              "Gaussian, rho = 0.9, dZ = " + d,
              1000,
              gaussianInformation(0.9),
              (n, seed) -> given(n, d, 0.9, t -> t, t -> t, seed)));
      all.add(
          new Given(
              "z^2 and sin 2z, rho = 0.8, dZ = " + d,
              1000,
              gaussianInformation(0.8),
              (n, seed) -> given(n, d, 0.8, t -> t * t, t -> Math.sin(2 * t), seed)));
    }
    return all;
  }

  private static Sampler published(String name) {
    return BeyondNormal.published().stream()
        .filter(sampler -> sampler.toString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static World of(String name, int n, Sampler sampler) {
    return new World(name, n, sampler.mutualInformation(), sampler::sample);
  }

  // Curves

  /** Frequencies of the families, in turns over the range of X. */
  static final double[] FREQUENCIES = {1, 2, 3, 5};

  /** Noise of the sinusoids with which they share 1.31 nats. */
  static final double SINUSOID_NOISE = 0.7145;

  /** Noise of the triangle waves with which they share 1.31 nats. */
  static final double TRIANGLE_NOISE = 0.5846;

  static double sine(double turns) {
    return Math.sin(2 * Math.PI * turns);
  }

  /** A wave of period 1 between -1 and 1, of straight lines. */
  static double triangle(double turns) {
    double t = turns - Math.floor(turns);
    return t < 0.25 ? 4 * t : t < 0.75 ? 2 - 4 * t : 4 * t - 4;
  }

  private static Samples sinusoids(int n, Seed seed) {
    return waves(n, SINUSOID_NOISE, Worlds::sine, seed);
  }

  private static Samples triangles(int n, Seed seed) {
    return waves(n, TRIANGLE_NOISE, Worlds::triangle, seed);
  }

  /** X uniform on (0, 1), Y a noisy wave of it for each frequency. */
  private static Samples waves(int n, double sigma, DoubleUnaryOperator wave, Seed seed) {
    double[] x = uniform(n, seed.derive("x"));
    double[][] y = new double[FREQUENCIES.length][];
    for (int j = 0; j < y.length; j++) {
      double[] column = normals(n, seed.derive("y", j));
      for (int i = 0; i < n; i++) {
        column[i] = mean(wave, FREQUENCIES, j, x[i]) + sigma * column[i];
      }
      y[j] = column;
    }
    return Samples.ofColumns(new double[][] {x}, y);
  }

  private static double mean(DoubleUnaryOperator wave, double[] frequencies, int j, double x) {
    return wave.applyAsDouble(frequencies[j] * x + 0.1 * j);
  }

  /**
   * The information of X and noisy waves of it: E log p(y|x) / p(y), the marginal density by the
   * midpoint rule, the expectation over x at midpoints and random noise.
   */
  static double waveInformation(
      double[] frequencies, double sigma, DoubleUnaryOperator wave, int points, Seed seed) {
    int d = frequencies.length;
    int nodes = 500;
    double[][] centre = new double[nodes][d];
    for (int c = 0; c < nodes; c++) {
      for (int j = 0; j < d; j++) {
        centre[c][j] = mean(wave, frequencies, j, (c + 0.5) / nodes);
      }
    }
    double sum = 0;
    double[][] noise = new double[d][];
    for (int j = 0; j < d; j++) {
      noise[j] = normals(points, seed.derive("noise", j));
    }
    for (int i = 0; i < points; i++) {
      double x = (i + 0.5) / points;
      double density = 0;
      double own = 0;
      for (int j = 0; j < d; j++) {
        own += noise[j][i] * noise[j][i] / 2;
      }
      for (double[] node : centre) {
        double squares = 0;
        for (int j = 0; j < d; j++) {
          double z = (mean(wave, frequencies, j, x) + sigma * noise[j][i] - node[j]) / sigma;
          squares += z * z;
        }
        density += Math.exp(own - squares / 2) / nodes;
      }
      sum -= Math.log(density);
    }
    return sum / points;
  }

  /** A sheet rolled up in space against a normal variable, both of 3 nats. */
  private static Samples swissRoll(int n, Seed seed) {
    Samples pair = Tasks.correlatedGaussiansWithInformation(1, 3).sample(n, seed.derive("pair"));
    double[] z = pair.x().column(0);
    double[] height = uniform(n, seed.derive("height"));
    double[][] x = new double[3][n];
    for (int i = 0; i < n; i++) {
      double t = 1.5 * Math.PI * (1 + 2 * NORMAL.cumulativeProbability(z[i]));
      x[0][i] = t * Math.cos(t);
      x[1][i] = 21 * height[i];
      x[2][i] = t * Math.sin(t);
    }
    return Samples.ofColumns(x, pair.y().columns());
  }

  // Clusters and classes

  /** Corners of two cubes, four of each: the cluster of X tells that of Y. */
  private static Samples clusters(int n, Seed seed) {
    int d = 3;
    UniformRandomProvider random = seed.derive("cluster").generator();
    double[][] x = new double[d][];
    double[][] y = new double[d][];
    for (int j = 0; j < d; j++) {
      x[j] = normals(n, seed.derive("x", j));
      y[j] = normals(n, seed.derive("y", j));
    }
    for (int i = 0; i < n; i++) {
      int cluster = random.nextInt(4);
      for (int j = 0; j < d; j++) {
        x[j][i] = CORNERS[cluster][j] + 0.1 * x[j][i];
        y[j][i] = CORNERS[(cluster + 1) % 4][j] + 0.1 * y[j][i];
      }
    }
    return Samples.ofColumns(x, y);
  }

  /** Of a cube of side 2, more than 14 standard deviations apart. */
  private static final double[][] CORNERS = {{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};

  /** How far from zero the means of a class are, in standard deviations, in each of 3 columns. */
  static final double CLASS_SHIFT = 1;

  private static Samples classMeans(int n, int d, Seed seed) {
    UniformRandomProvider random = seed.derive("label").generator();
    int[] label = new int[n];
    Arrays.setAll(label, i -> random.nextInt(2));
    double[][] x = new double[d][];
    for (int j = 0; j < d; j++) {
      x[j] = normals(n, seed.derive("x", j));
      for (int i = 0; i < n && j < 3; i++) {
        x[j][i] += label[i] == 0 ? -CLASS_SHIFT : CLASS_SHIFT;
      }
    }
    return new Samples(Variable.ofColumns("x", x), Variable.discrete("label", label));
  }

  /** Of a fair label and a normal variable with mean -mu or mu: log 2 - E log(1 + exp(-2 mu x)). */
  static double classInformation(double mu) {
    return Math.log(2) - expectation(e -> Math.log1p(Math.exp(-2 * mu * (mu + e))));
  }

  // Others

  /**
   * Independent pairs: U is gamma of shape theta, V exponential of rate U; X = log U, Y = log V.
   */
  private static Samples gammaExponential(int n, Seed seed) {
    double theta = gammaShape(1);
    double[][] x = new double[2][n];
    double[][] y = new double[2][n];
    for (int j = 0; j < 2; j++) {
      UniformRandomProvider random = seed.derive("pair", j).generator();
      var gamma = AhrensDieterMarsagliaTsangGammaSampler.of(random, theta, 1);
      var exponential = ZigguratSampler.Exponential.of(random, 1);
      for (int i = 0; i < n; i++) {
        double u = gamma.sample();
        x[j][i] = Math.log(u);
        y[j][i] = Math.log(exponential.sample()) - x[j][i];
      }
    }
    return Samples.ofColumns(x, y);
  }

  /** The shape with I = psi(theta + 1) - log theta (Darbellay and Vajda 2000). */
  static double gammaShape(double nats) {
    return root(0.01, 10, theta -> nats - gammaInformation(theta));
  }

  static double gammaInformation(double theta) {
    return Digamma.value(theta + 1) - Math.log(theta);
  }

  /** The width a of additive uniform noise with a/2 - log a nats. */
  static double uniformWidth(double nats) {
    return root(1e-9, 1, a -> nats - (a / 2 - Math.log(a)));
  }

  private static Samples square(int n, Seed seed) {
    double[] x = normals(n, seed.derive("x"));
    double[] y = normals(n, seed.derive("y"));
    for (int i = 0; i < n; i++) {
      y[i] = x[i] * x[i] + 0.3 * y[i];
    }
    return Samples.of(x, y);
  }

  /** Of a normal X and Y = f(X) + sigma N(0, 1): the entropy of Y on a grid, less the noise's. */
  static double noisyInformation(DoubleUnaryOperator f, double sigma) {
    double[] centres = new double[NODES];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < NODES; c++) {
      centres[c] = f.applyAsDouble(NORMAL.inverseCumulativeProbability((c + 0.5) / NODES));
      low = Math.min(low, centres[c]);
      high = Math.max(high, centres[c]);
    }
    double step = sigma / 20;
    double entropy = 0;
    for (double y = low - 8 * sigma; y < high + 8 * sigma; y += step) {
      double at = y;
      double p =
          DoubleStream.of(centres)
                  .map(c -> Math.exp(-(at - c) * (at - c) / (2 * sigma * sigma)))
                  .sum()
              / (NODES * sigma * Math.sqrt(2 * Math.PI));
      entropy -= p > 0 ? p * Math.log(p) * step : 0;
    }
    return entropy - 0.5 * Math.log(2 * Math.PI * Math.E * sigma * sigma);
  }

  /** X = sum f(z) / sqrt d + e, Y = sum g(z) / sqrt d + e', e and e' correlated. */
  private static ConditionalSamples given(
      int n, int d, double rho, DoubleUnaryOperator f, DoubleUnaryOperator g, Seed seed) {
    Samples errors = Tasks.correlatedGaussians(1, rho).sample(n, seed.derive("errors"));
    double[] x = errors.x().column(0);
    double[] y = errors.y().column(0);
    double[][] z = new double[d][];
    for (int j = 0; j < d; j++) {
      z[j] = normals(n, seed.derive("z", j));
      for (int i = 0; i < n; i++) {
        x[i] += f.applyAsDouble(z[j][i]) / Math.sqrt(d);
        y[i] += g.applyAsDouble(z[j][i]) / Math.sqrt(d);
      }
    }
    return new ConditionalSamples(
        Variable.of("x", x), Variable.of("y", y), Variable.ofColumns("z", z));
  }

  private static double gaussianInformation(double rho) {
    return -Math.log1p(-rho * rho) / 2;
  }

  private static double root(double low, double high, DoubleUnaryOperator increasing) {
    double a = low;
    double b = high;
    for (int step = 0; step < 100; step++) {
      double middle = (a + b) / 2;
      if (increasing.applyAsDouble(middle) < 0) {
        a = middle;
      } else {
        b = middle;
      }
    }
    return (a + b) / 2;
  }

  /** Over a standard normal variable, by the trapezoidal rule. */
  private static double expectation(DoubleUnaryOperator f) {
    double step = 0.01;
    double sum = 0;
    for (double e = -10; e <= 10; e += step) {
      sum += f.applyAsDouble(e) * NORMAL.density(e) * step;
    }
    return sum;
  }

  private static double[] normals(int n, Seed seed) {
    return ZigguratSampler.NormalizedGaussian.of(seed.generator()).samples(n).toArray();
  }

  private static double[] uniform(int n, Seed seed) {
    return seed.generator().doubles(n).toArray();
  }
}
