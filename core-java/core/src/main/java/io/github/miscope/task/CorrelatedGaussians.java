package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of d-dimensional standard normal vectors whose i-th coordinates have correlation rho, all
 * else being independent: X ~ N(0, I) and Y = rho X + sqrt(1 - rho&sup2;) Z with Z ~ N(0, I).
 *
 * <p>I(X;Y) = -(d/2) log(1 - rho&sup2;) nats. X does not depend on rho, and a column depends
 * neither on d nor on n.
 *
 * @param d the number of dimensions of X and of Y
 * @param rho the correlation, in (-1, 1)
 */
public record CorrelatedGaussians(int d, double rho) implements PairedSampler {

  /**
   * Correlated normal vectors.
   *
   * @param d the number of dimensions of X and of Y, at least 1
   * @param rho the correlation, in (-1, 1)
   * @throws IllegalArgumentException if d &lt; 1 or rho is out of range
   */
  public CorrelatedGaussians {
    Check.atLeast("d", d, 1);
    Require.correlation("rho", rho);
  }

  @Override
  public double mutualInformation() {
    // Each form is accurate to rounding where it is used; 1 - |rho| is exact above a half.
    double log = Math.abs(rho) < 0.5 ? Math.log1p(-rho * rho) : Math.log((1 - rho) * (1 + rho));
    return -(d / 2.0) * log;
  }

  @Override
  public Samples sample(int n, Seed seed) {
    Objects.requireNonNull(seed, "seed");
    Require.samples(n, 2L * d);
    double noise = Math.sqrt((1 - rho) * (1 + rho));
    double[][] x = new double[d][];
    double[][] y = new double[d][];
    for (int j = 0; j < d; j++) {
      x[j] = Draws.normal(n, seed, "x", j);
      y[j] = Draws.normal(n, seed, "noise", j);
      for (int i = 0; i < n; i++) {
        y[j][i] = rho * x[j][i] + noise * y[j][i];
      }
    }
    return Samples.ofColumns(x, y);
  }

  @Override
  public CorrelatedGaussians withDimension(int dimension) {
    return new CorrelatedGaussians(dimension, rho);
  }

  @Override
  public CorrelatedGaussians withCorrelation(double correlation) {
    return new CorrelatedGaussians(d, correlation);
  }

  /**
   * These vectors with another signal-to-noise ratio rho&sup2; / (1 - rho&sup2;); the sign of rho
   * is kept.
   *
   * @param ratio variance of rho X over variance of the rest of Y, positive
   * @return a changed copy
   * @throws IllegalArgumentException if the ratio is not positive and finite, or so large that rho
   *     would be 1
   */
  @Override
  public CorrelatedGaussians withSignalToNoise(double ratio) {
    Check.positive("signal-to-noise ratio", ratio);
    return new CorrelatedGaussians(d, Math.copySign(Math.sqrt(1 / (1 + 1 / ratio)), rho));
  }

  /**
   * These vectors with the correlation that gives them another mutual information; the sign of rho
   * is kept.
   *
   * @param nats the mutual information in nats, finite, not negative, at most about 18 per
   *     dimension
   * @return a changed copy
   * @throws IllegalArgumentException if the mutual information is out of range
   */
  @Override
  public CorrelatedGaussians withInformation(double nats) {
    return new CorrelatedGaussians(
        d, Math.copySign(FixedInformationGaussians.correlation(d, nats), rho));
  }

  @Override
  public String labelWithout(@Nullable TaskParameter swept) {
    return TaskLabels.oneParameter("correlatedGaussians", d, "rho", TaskLabels.number(rho), swept);
  }

  @Override
  public String toString() {
    return labelWithout(null);
  }
}
