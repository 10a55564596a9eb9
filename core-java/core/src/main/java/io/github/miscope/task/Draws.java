package io.github.miscope.task;

import io.github.miscope.sample.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Random columns. Each column has a stream of its own, so that its first values depend neither on
 * how many follow nor on how many other columns there are.
 */
final class Draws {

  private Draws() {}

  /** n standard normal values for the column of that purpose and index. */
  static double[] normal(int n, Seed seed, String purpose, int column) {
    var normal = ZigguratSampler.NormalizedGaussian.of(seed.derive(purpose, column).generator());
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      Sampling.poll(i);
      values[i] = normal.sample();
    }
    return values;
  }

  /** n values uniform on [0, 1) for the column of that purpose and index. */
  static double[] uniform(int n, Seed seed, String purpose, int column) {
    UniformRandomProvider random = seed.derive(purpose, column).generator();
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      Sampling.poll(i);
      values[i] = random.nextDouble();
    }
    return values;
  }

  /** n values uniform on [-1/2, 1/2) for the column of that purpose and index. */
  static double[] centredUniform(int n, Seed seed, String purpose, int column) {
    double[] values = uniform(n, seed, purpose, column);
    for (int i = 0; i < n; i++) {
      values[i] -= 0.5;
    }
    return values;
  }

  /** One value uniform between low and high. */
  static double between(double low, double high, Seed seed) {
    double u = seed.generator().nextDouble();
    return Math.min(high, low + u * (high - low));
  }
}
