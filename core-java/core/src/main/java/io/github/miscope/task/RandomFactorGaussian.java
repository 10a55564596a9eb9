package io.github.miscope.task;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * A normal vector with covariance LL', L lower triangular with ones on the diagonal and entries
 * uniform on (-1, 1) below it.
 */
final class RandomFactorGaussian implements SamplerWrapper, Identified {

  private final Seed seed;
  private final GaussianWithCovariance gaussian;

  RandomFactorGaussian(int dX, int dY, Seed seed) {
    int d = Require.dimensions(dX, dY);
    this.seed = seed;
    this.gaussian = GaussianWithCovariance.of(covariance(factor(d, seed)), dX);
  }

  @Override
  public GaussianWithCovariance base() {
    return gaussian;
  }

  private static double[][] factor(int d, Seed seed) {
    double[][] rows = new double[d][];
    for (int i = 0; i < d; i++) {
      UniformRandomProvider random = seed.derive("row", i).generator();
      rows[i] = new double[i + 1];
      for (int l = 0; l < i; l++) {
        rows[i][l] = 2 * random.nextDouble() - 1;
      }
      rows[i][i] = 1;
    }
    return rows;
  }

  private static double[][] covariance(double[][] factor) {
    double[][] covariance = new double[factor.length][factor.length];
    for (int i = 0; i < factor.length; i++) {
      Sampling.poll();
      for (int j = 0; j <= i; j++) {
        for (int l = 0; l <= j; l++) {
          covariance[i][j] += factor[i][l] * factor[j][l];
        }
        covariance[j][i] = covariance[i][j];
      }
    }
    return covariance;
  }

  @Override
  public RandomFactorGaussian withDimension(int d) {
    Check.atLeast("d", d, 1);
    return new RandomFactorGaussian(d, d, seed);
  }

  @Override
  public void identify(IdentityDigest digest) {
    digest.add("seed", seed).add("gaussian", gaussian);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof RandomFactorGaussian other
        && seed.equals(other.seed)
        && gaussian.equals(other.gaussian);
  }

  @Override
  public int hashCode() {
    return 31 * seed.hashCode() + gaussian.hashCode();
  }

  @Override
  public String labelWithout(@Nullable TaskParameter swept) {
    return TaskLabels.task(
        "randomFactorGaussian",
        TaskLabels.unless(swept == TaskParameter.DIMENSION, "dX = " + dX()),
        TaskLabels.unless(swept == TaskParameter.DIMENSION, "dY = " + dY()),
        "seed = " + seed);
  }

  @Override
  public String toString() {
    return labelWithout(null);
  }
}
