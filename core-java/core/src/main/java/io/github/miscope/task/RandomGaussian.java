package io.github.miscope.task;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;

/**
 * A normal vector with a random correlation matrix: that of a Wishart matrix with 2 (dX + dY)
 * degrees of freedom, drawn by its Cholesky factor (Bartlett 1933): normal entries below the
 * diagonal, chi-distributed ones on it.
 */
final class RandomGaussian implements SamplerWrapper, Identified {

  private final Seed seed;
  private final GaussianWithCovariance gaussian;

  RandomGaussian(int dX, int dY, Seed seed) {
    int d = Require.dimensions(dX, dY);
    this.seed = seed;
    this.gaussian = GaussianWithCovariance.of(correlation(d, seed), dX);
  }

  @Override
  public GaussianWithCovariance base() {
    return gaussian;
  }

  private static double[][] correlation(int d, Seed seed) {
    double[][] rows = new double[d][];
    for (int i = 0; i < d; i++) {
      rows[i] = unitRow(i, 2 * d - i, seed.derive("row", i).generator());
    }
    double[][] correlation = new double[d][d];
    for (int i = 0; i < d; i++) {
      Sampling.poll();
      for (int j = 0; j < i; j++) {
        for (int l = 0; l <= j; l++) {
          correlation[i][j] += rows[i][l] * rows[j][l];
        }
        correlation[j][i] = correlation[i][j];
      }
      correlation[i][i] = 1;
    }
    return correlation;
  }

  /** Row i of the factor, divided by its length. */
  private static double[] unitRow(int i, int degreesOfFreedom, UniformRandomProvider random) {
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] row = new double[i + 1];
    double square = 0;
    for (int l = 0; l < i; l++) {
      row[l] = normal.sample();
      square += row[l] * row[l];
    }
    double chiSquare =
        AhrensDieterMarsagliaTsangGammaSampler.of(random, degreesOfFreedom / 2.0, 2).sample();
    row[i] = Math.sqrt(chiSquare);
    double length = Math.sqrt(square + chiSquare);
    for (int l = 0; l <= i; l++) {
      row[l] /= length;
    }
    return row;
  }

  @Override
  public RandomGaussian withDimension(int d) {
    Check.atLeast("d", d, 1);
    return new RandomGaussian(d, d, seed);
  }

  @Override
  public void identify(IdentityDigest digest) {
    digest.add("seed", seed).add("gaussian", gaussian);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof RandomGaussian other
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
        "randomGaussian",
        TaskLabels.unless(swept == TaskParameter.DIMENSION, "dX = " + dX()),
        TaskLabels.unless(swept == TaskParameter.DIMENSION, "dY = " + dY()),
        "seed = " + seed);
  }

  @Override
  public String toString() {
    return labelWithout(null);
  }
}
