package io.github.miscope.benchmarks;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Sampler;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * X standard normal (or uniform on (-1, 1)) and Y = f(X) + sigma N(0, 1). The information is the
 * entropy of Y less that of the noise; the former is the mean of -log p(y) over 20 000 values, with
 * p the mean of the noise's density around 4000 values of f.
 */
record NoisyFunction(
    String name, int dX, boolean uniform, ToDoubleFunction<double[]> f, double sigma, double nats)
    implements Sampler {

  private static final int CENTRES = 4000;
  private static final int POINTS = 20_000;

  static NoisyFunction of(
      String name, int dX, boolean uniform, ToDoubleFunction<double[]> f, double sigma) {
    NoisyFunction unknown = new NoisyFunction(name, dX, uniform, f, sigma, Double.NaN);
    return new NoisyFunction(name, dX, uniform, f, sigma, unknown.information());
  }

  private double information() {
    // Every hundredth of sorted values: quantiles, which stand for the distribution evenly.
    int each = 100;
    double[] values = new double[CENTRES * each];
    double[][] x = draw(values.length, Seed.of(0).derive("truth"));
    for (int i = 0; i < values.length; i++) {
      values[i] = f.applyAsDouble(row(x, i));
    }
    Arrays.sort(values);
    double[] centres = new double[CENTRES];
    for (int c = 0; c < CENTRES; c++) {
      centres[c] = values[c * each + each / 2];
    }
    UniformRandomProvider random = Seed.of(0).derive("points").generator();
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      double y = values[random.nextInt(values.length)] + sigma * normal.sample();
      double density = 0;
      for (double centre : centres) {
        double z = (y - centre) / sigma;
        density += Math.exp(-z * z / 2);
      }
      sum -= Math.log(density / CENTRES);
    }
    // The noise's entropy is 1/2 + log(sigma sqrt(2 pi)), and p lacks the same factor.
    return sum / POINTS - 0.5;
  }

  private double[][] draw(int n, Seed seed) {
    double[][] x = new double[dX][n];
    for (int j = 0; j < dX; j++) {
      UniformRandomProvider random = seed.derive("x", j).generator();
      var normal = ZigguratSampler.NormalizedGaussian.of(random);
      for (int i = 0; i < n; i++) {
        x[j][i] = uniform ? 2 * random.nextDouble() - 1 : normal.sample();
      }
    }
    return x;
  }

  private static double[] row(double[][] columns, int i) {
    return Arrays.stream(columns).mapToDouble(column -> column[i]).toArray();
  }

  @Override
  public int dY() {
    return 1;
  }

  @Override
  public double mutualInformation() {
    return nats;
  }

  @Override
  public Samples sample(int n, Seed seed) {
    double[][] x = draw(n, seed);
    var noise = ZigguratSampler.NormalizedGaussian.of(seed.derive("noise").generator());
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = f.applyAsDouble(row(x, i)) + sigma * noise.sample();
    }
    return Samples.ofColumns(x, new double[][] {y});
  }

  @Override
  public String toString() {
    return name;
  }
}
