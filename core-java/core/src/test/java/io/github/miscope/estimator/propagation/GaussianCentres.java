package io.github.miscope.estimator.propagation;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** S = mean of the input + N(0, width^2): T given X is normal, of variance width^2 + beta^2. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GaussianCentres(double[] means, double width, double beta) implements NoisyChannel {

  @Override
  public int dimension() {
    return 1;
  }

  @Override
  public int inputs() {
    return means.length;
  }

  @Override
  public boolean deterministicCentres() {
    return false;
  }

  @Override
  public boolean bounded() {
    return false;
  }

  /** That of the normal part, and half of the range of the means. */
  @Override
  public OptionalDouble subgaussianConstant() {
    double low = Arrays.stream(means).min().orElseThrow();
    double high = Arrays.stream(means).max().orElseThrow();
    return OptionalDouble.of(Math.hypot(width, (high - low) / 2));
  }

  @Override
  public Variable centres(int from, int to, int drawsPerInput, Seed seed) {
    double[] s = new double[(to - from) * drawsPerInput];
    for (int x = from; x < to; x++) {
      ZigguratSampler.NormalizedGaussian normal =
          ZigguratSampler.NormalizedGaussian.of(seed.derive("input", x).generator());
      for (int k = 0; k < drawsPerInput; k++) {
        s[(x - from) * drawsPerInput + k] = means[x] + width * normal.sample();
      }
    }
    return Variable.of("s", s);
  }
}
