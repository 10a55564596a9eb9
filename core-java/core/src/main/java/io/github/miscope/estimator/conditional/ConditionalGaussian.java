package io.github.miscope.estimator.conditional;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.linear.Cholesky;
import io.github.miscope.internal.linear.Standardised;
import io.github.miscope.internal.linear.Wishart;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * I(X;Y|Z) of jointly Gaussian variables: (1/2) log(det S_XZ det S_YZ / (det S_Z det S_XYZ)), S the
 * sample covariances. On other data, what linear dependence there is.
 *
 * <p>The mean of the logarithm of the determinant of a sample covariance is known exactly (its
 * multiple is Wishart: Anderson, An Introduction to Multivariate Statistical Analysis, section
 * 7.5), and its bias is subtracted by default, so that on Gaussian data the estimate is unbiased
 * for every n. Invariant under invertible linear maps of each variable.
 *
 * @param corrected whether the bias is subtracted
 */
public record ConditionalGaussian(boolean corrected)
    implements ConditionalMutualInformationEstimator {

  /**
   * With the bias subtracted.
   *
   * @return the estimator
   */
  public static ConditionalGaussian withDefaults() {
    return new ConditionalGaussian(true);
  }

  /**
   * Estimates I(X;Y|Z).
   *
   * @param samples n observations, all columns continuous, n more than dX + dY + dZ + 1; constant
   *     columns do not count
   * @return the estimate
   * @throws IllegalArgumentException if a column is discrete, n is too small, or the covariance is
   *     singular: a column is a linear function of others, and the information may be infinite
   */
  @Override
  public Estimate estimate(ConditionalSamples samples) {
    Objects.requireNonNull(samples, "samples");
    Conditionals.requireContinuous(samples, toString());
    EstimationInterruptedException.throwIfInterrupted(toString());
    try {
      double nats =
          samples.x().isConstant() || samples.y().isConstant()
              ? 0
              : nats(samples.n(), varying(samples.x()), varying(samples.y()), varying(samples.z()));
      return Conditionals.estimate(
          nats, toString(), samples, Map.of(), List.of(), Conditionals.constantColumns(samples));
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(this + " was interrupted", e);
    }
  }

  private double nats(int n, double[][] x, double[][] y, double[][] z) throws InterruptedException {
    int d = x.length + y.length + z.length;
    if (n <= d + 1) {
      throw new IllegalArgumentException(
          this + " needs n > dX + dY + dZ + 1: n=" + n + ", dX + dY + dZ=" + d);
    }
    double[][] xz = joined(x, z);
    double[][] yz = joined(y, z);
    double nats =
        logDeterminant(xz) + logDeterminant(yz) - logDeterminant(z) - logDeterminant(joined(x, yz));
    double bias =
        Wishart.logDeterminantBias(n, xz.length)
            + Wishart.logDeterminantBias(n, yz.length)
            - Wishart.logDeterminantBias(n, z.length)
            - Wishart.logDeterminantBias(n, d);
    return 0.5 * (corrected ? nats - bias : nats);
  }

  /** Of the correlation matrix: the columns' own scales cancel in the sum. */
  private static double logDeterminant(double[][] columns) throws InterruptedException {
    if (columns.length == 0) {
      return 0;
    }
    Cholesky cholesky = Cholesky.of(Standardised.unbiased(columns).correlations());
    if (cholesky.dependentColumn() >= 0) {
      throw new IllegalArgumentException(
          "the covariance of (x, y, z) is singular: a column is a linear function of others");
    }
    return cholesky.logDeterminant();
  }

  private static double[][] varying(Variable variable) {
    return variable.varying().map(Variable::columns).orElse(new double[0][]);
  }

  private static double[][] joined(double[][] a, double[][] b) {
    double[][] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }

  @Override
  public String toString() {
    return corrected ? "Conditional-Gaussian" : "Conditional-Gaussian(uncorrected)";
  }
}
