package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A uniform vector seen through additive uniform noise: coordinates X ~ U(0, 1) and Y = X + U(-a/2,
 * a/2), all independent.
 *
 * <p>I(X;Y) = d (a/2 - log a) nats for a &le; 1 and d/(2a) for a &gt; 1. For Y has a trapezoidal
 * density: a plateau of height 1/M and width M - m, and two ramps of width m, where m and M are the
 * smaller and the larger of 1 and a. Its entropy is log M + m/(2M), that of the noise is log a, and
 * the information is their difference.
 *
 * <p>The signal-to-noise ratio is 1/a&sup2; and the correlation of paired coordinates 1/sqrt(1 +
 * a&sup2;). X does not depend on a, and a column depends neither on d nor on n.
 *
 * @param d the number of dimensions of X and of Y
 * @param a width of the noise
 */
public record AdditiveUniformNoise(int d, double a) implements PairedSampler {

  /**
   * Uniform signal and noise.
   *
   * @param d the number of dimensions of X and of Y, at least 1
   * @param a width of the noise, finite, at least 1e-10
   * @throws IllegalArgumentException if d &lt; 1 or a is out of range
   */
  public AdditiveUniformNoise {
    Check.atLeast("d", d, 1);
    Require.noise("a", a);
  }

  @Override
  public double mutualInformation() {
    return d * (a <= 1 ? a / 2 - Math.log(a) : 1 / (2 * a));
  }

  @Override
  public Samples sample(int n, Seed seed) {
    Objects.requireNonNull(seed, "seed");
    return AdditiveNoise.sample(d, n, seed, Draws::uniform, Draws::centredUniform, a);
  }

  @Override
  public AdditiveUniformNoise withDimension(int dimension) {
    return new AdditiveUniformNoise(dimension, a);
  }

  /**
   * This signal with another correlation 1/sqrt(1 + a&sup2;) between paired coordinates.
   *
   * @param rho in (0, 1): a sum of signal and noise is never negatively correlated with the signal
   * @return a changed copy
   * @throws IllegalArgumentException if rho is out of range
   */
  @Override
  public AdditiveUniformNoise withCorrelation(double rho) {
    return new AdditiveUniformNoise(d, AdditiveNoise.ratioFor(rho));
  }

  @Override
  public AdditiveUniformNoise withSignalToNoise(double ratio) {
    Check.positive("signal-to-noise ratio", ratio);
    return new AdditiveUniformNoise(d, 1 / Math.sqrt(ratio));
  }

  @Override
  public String labelWithout(@Nullable TaskParameter swept) {
    return TaskLabels.oneParameter("additiveUniformNoise", d, "a", TaskLabels.number(a), swept);
  }

  @Override
  public String toString() {
    return labelWithout(null);
  }
}
