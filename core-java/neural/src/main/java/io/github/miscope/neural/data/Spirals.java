package io.github.miscope.neural.data;

import io.github.miscope.internal.check.Check;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.sample.Seed;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Two spiral arms, one for each class (Goldfeld et al. 2019, Figure 11). A point at t in [0.25, 1],
 * uniform, lies at t (cos 2 pi turns t, sin 2 pi turns t) with Gaussian noise; the other arm is
 * turned by half a circle. In three dimensions the third coordinate is t.
 */
public final class Spirals {

  private static final double START = 0.25;

  private Spirals() {}

  /**
   * Points of two arms.
   *
   * @param n how many, alternately of the first and the second arm, at least 2
   * @param d 2 or 3
   * @param turns how often an arm goes round, above 0
   * @param noise standard deviation of each coordinate, at least 0
   * @param seed of the points
   * @return n rows
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static LabelledData of(int n, int d, double turns, double noise, Seed seed) {
    Objects.requireNonNull(seed, "seed");
    if (n < 2) {
      throw new IllegalArgumentException("n must be >= 2: n=" + n);
    }
    if (d != 2 && d != 3) {
      throw new IllegalArgumentException("d must be 2 or 3: d=" + d);
    }
    Check.positive("turns", turns);
    Check.notNegative("noise", noise);
    UniformRandomProvider random = seed.derive("spirals").generator();
    ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    Check.memory("spirals (n=" + n + ")", n, d);
    float[] values = new float[n * d];
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = i % 2;
      double t = START + (1 - START) * random.nextDouble();
      double angle = 2 * Math.PI * turns * t + Math.PI * labels[i];
      double[] point = {t * Math.cos(angle), t * Math.sin(angle), t};
      for (int j = 0; j < d; j++) {
        values[i * d + j] = (float) (point[j] + noise * gaussian.sample());
      }
    }
    return LabelledData.of(ImageShape.vector(d), values, labels, 2);
  }
}
