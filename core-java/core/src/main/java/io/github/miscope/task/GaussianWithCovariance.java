package io.github.miscope.task;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * A normal vector (X, Y) of mean zero with a given covariance S. Immutable.
 *
 * <p>I(X;Y) = (1/2) log(det S_X det S_Y / det S) nats, computed from log-determinants, so that it
 * does not overflow. Samples are L Z, where L is the Cholesky factor of S and Z ~ N(0, I); a column
 * of X depends neither on the covariance of Y nor on n.
 */
public final class GaussianWithCovariance implements Sampler, Identified {

  private final double[][] covariance;
  private final int dX;
  private final double[][] factor;
  private final double mutualInformation;

  private GaussianWithCovariance(double[][] ownedCovariance, int dX) {
    this.covariance = ownedCovariance;
    this.dX = dX;
    this.factor = Matrices.choleskyFactor("covariance", ownedCovariance);
    int d = ownedCovariance.length;
    double[][] factorX = Matrices.block(factor, 0, dX);
    double[][] factorY =
        Matrices.choleskyFactor("covariance", Matrices.block(ownedCovariance, dX, d));
    this.mutualInformation =
        (Matrices.logDeterminant(factorX)
                + Matrices.logDeterminant(factorY)
                - Matrices.logDeterminant(factor))
            / 2;
  }

  /**
   * A normal vector.
   *
   * @param covariance symmetric positive definite, dX + dY rows of as many values; copied
   * @param dX how many of the coordinates, from the first, are X; the others are Y
   * @return the distribution
   * @throws IllegalArgumentException if the covariance is not square, finite, symmetric (to 1e-12
   *     of the standard deviations) and positive definite, or is nearly singular (a coordinate's
   *     variance is explained by the others but for 1e-12 of it), or if dX is not in 1..dX + dY - 1
   */
  public static GaussianWithCovariance of(double[][] covariance, int dX) {
    Objects.requireNonNull(covariance, "covariance");
    double[][] checked = Matrices.square("covariance", covariance);
    if (dX < 1 || dX >= checked.length) {
      throw new IllegalArgumentException(
          "dX must be in 1.." + (checked.length - 1) + " to leave a coordinate for Y: dX=" + dX);
    }
    requireSymmetric(checked);
    return new GaussianWithCovariance(checked, dX);
  }

  private static void requireSymmetric(double[][] s) {
    for (int i = 0; i < s.length; i++) {
      for (int j = 0; j < i; j++) {
        double tolerance = 1e-12 * Math.sqrt(Math.abs(s[i][i])) * Math.sqrt(Math.abs(s[j][j]));
        if (Math.abs(s[i][j] - s[j][i]) > tolerance) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "covariance must be symmetric: covariance[%d][%d]=%s, covariance[%d][%d]=%s",
                  i,
                  j,
                  s[i][j],
                  j,
                  i,
                  s[j][i]));
        }
      }
    }
  }

  /**
   * The covariance.
   *
   * @return a copy, by rows
   */
  public double[][] covariance() {
    return Matrices.block(covariance, 0, covariance.length);
  }

  @Override
  public int dX() {
    return dX;
  }

  @Override
  public int dY() {
    return covariance.length - dX;
  }

  @Override
  public double mutualInformation() {
    return mutualInformation;
  }

  @Override
  public Samples sample(int n, Seed seed) {
    Objects.requireNonNull(seed, "seed");
    Require.samples(n, covariance.length);
    int d = covariance.length;
    double[][] z = new double[d][];
    double[][] columns = new double[d][n];
    for (int j = 0; j < d; j++) {
      z[j] = Draws.normal(n, seed, "z", j);
      for (int l = 0; l <= j; l++) {
        Sampling.poll();
        double weight = factor[j][l];
        for (int i = 0; i < n; i++) {
          columns[j][i] += weight * z[l][i];
        }
      }
    }
    return Samples.ofColumns(
        Arrays.copyOfRange(columns, 0, dX), Arrays.copyOfRange(columns, dX, d));
  }

  @Override
  public void identify(IdentityDigest digest) {
    Objects.requireNonNull(digest, "digest");
    digest.add("covariance", covariance).add("dX", dX);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof GaussianWithCovariance other
        && dX == other.dX
        && Arrays.deepEquals(covariance, other.covariance);
  }

  @Override
  public int hashCode() {
    return 31 * dX + Arrays.deepHashCode(covariance);
  }

  @Override
  public String toString() {
    return "gaussian(dX = " + dX() + ", dY = " + dY() + ")";
  }
}
