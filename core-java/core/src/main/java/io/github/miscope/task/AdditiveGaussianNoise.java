package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A standard normal vector seen through additive normal noise: X ~ N(0, I) and Y = X + N(0,
 * sigma&sup2; I).
 *
 * <p>I(X;Y) = (d/2) log(1 + 1/sigma&sup2;) nats; the signal-to-noise ratio is 1/sigma&sup2; and the
 * correlation of paired coordinates 1/sqrt(1 + sigma&sup2;). X does not depend on sigma, and a
 * column depends neither on d nor on n.
 *
 * @param d the number of dimensions of X and of Y
 * @param sigma standard deviation of the noise
 */
public record AdditiveGaussianNoise(int d, double sigma) implements PairedSampler {

  /**
   * Normal signal and noise.
   *
   * @param d the number of dimensions of X and of Y, at least 1
   * @param sigma standard deviation of the noise, finite, at least 1e-10
   * @throws IllegalArgumentException if d &lt; 1 or sigma is out of range
   */
  public AdditiveGaussianNoise {
    Check.atLeast("d", d, 1);
    Require.noise("sigma", sigma);
  }

  @Override
  public double mutualInformation() {
    return d / 2.0 * Math.log1p(1 / sigma / sigma);
  }

  @Override
  public Samples sample(int n, Seed seed) {
    Objects.requireNonNull(seed, "seed");
    return AdditiveNoise.sample(d, n, seed, Draws::normal, Draws::normal, sigma);
  }

  @Override
  public AdditiveGaussianNoise withDimension(int dimension) {
    return new AdditiveGaussianNoise(dimension, sigma);
  }

  /**
   * This signal with another correlation 1/sqrt(1 + sigma&sup2;) between paired coordinates.
   *
   * @param rho in (0, 1): a sum of signal and noise is never negatively correlated with the signal
   * @return a changed copy
   * @throws IllegalArgumentException if rho is out of range
   */
  @Override
  public AdditiveGaussianNoise withCorrelation(double rho) {
    return new AdditiveGaussianNoise(d, AdditiveNoise.ratioFor(rho));
  }

  @Override
  public AdditiveGaussianNoise withSignalToNoise(double ratio) {
    Check.positive("signal-to-noise ratio", ratio);
    return new AdditiveGaussianNoise(d, 1 / Math.sqrt(ratio));
  }

  @Override
  public AdditiveGaussianNoise withInformation(double nats) {
    Check.positive("mutual information", nats);
    return withSignalToNoise(Math.expm1(2 * nats / d));
  }

  @Override
  public String labelWithout(@Nullable TaskParameter swept) {
    return TaskLabels.oneParameter(
        "additiveGaussianNoise", d, "sigma", TaskLabels.number(sigma), swept);
  }

  @Override
  public String toString() {
    return labelWithout(null);
  }
}
