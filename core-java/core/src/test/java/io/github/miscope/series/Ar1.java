package io.github.miscope.series;

import io.github.miscope.sample.Seed;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Autoregressive series of order 1. */
final class Ar1 {

  private Ar1() {}

  /** Stationary from its first row on, of variance 1. */
  static double[] of(int n, double coefficient, Seed seed) {
    ZigguratSampler.NormalizedGaussian normal =
        ZigguratSampler.NormalizedGaussian.of(seed.generator());
    double[] series = new double[n];
    double noise = Math.sqrt(1 - coefficient * coefficient);
    series[0] = normal.sample();
    for (int t = 1; t < n; t++) {
      series[t] = coefficient * series[t - 1] + noise * normal.sample();
    }
    return series;
  }
}
