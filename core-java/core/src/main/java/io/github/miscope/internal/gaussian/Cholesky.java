package io.github.miscope.internal.gaussian;

/**
 * The triangular factor L of a correlation matrix R = L L'. Column by column, so that a singular
 * matrix names the first column that depends on those before it.
 */
public final class Cholesky {

  /** A smaller share of a column's variance that the others leave unexplained is rounding error. */
  private static final double NEGLIGIBLE = 1e-12;

  private final double[][] factor;
  private final int dependent;

  private Cholesky(double[][] factor, int dependent) {
    this.factor = factor;
    this.dependent = dependent;
  }

  /**
   * Decomposes.
   *
   * @param correlations a correlation matrix, kept
   * @return its factor, or the knowledge that it is singular
   */
  public static Cholesky of(double[][] correlations) {
    int d = correlations.length;
    double[][] factor = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        factor[i][j] = remainder(correlations[i][j], factor[i], factor[j], j) / factor[j][j];
      }
      double left = remainder(correlations[i][i], factor[i], factor[i], i);
      if (!(left > NEGLIGIBLE)) {
        return new Cholesky(factor, i);
      }
      factor[i][i] = Math.sqrt(left);
    }
    return new Cholesky(factor, -1);
  }

  private static double remainder(double value, double[] a, double[] b, int length) {
    double rest = value;
    for (int m = 0; m < length; m++) {
      rest -= a[m] * b[m];
    }
    return rest;
  }

  /**
   * The first column that is a linear function of those before it, but for 1e-12 of its variance.
   *
   * @return its index, -1 if the matrix is regular
   */
  public int dependentColumn() {
    return dependent;
  }

  /**
   * log det R of a regular matrix.
   *
   * @return at most 0
   */
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < factor.length; i++) {
      sum += Math.log(factor[i][i]);
    }
    return 2 * sum;
  }

  /**
   * The squared Mahalanobis norm z' R^-1 z of one observation.
   *
   * @param columns standardised columns
   * @param i the observation
   * @param buffer room for d numbers
   * @return at least 0
   */
  public double squaredNorm(double[][] columns, int i, double[] buffer) {
    double sum = 0;
    for (int j = 0; j < factor.length; j++) {
      buffer[j] = remainder(columns[j][i], factor[j], buffer, j) / factor[j][j];
      sum += buffer[j] * buffer[j];
    }
    return sum;
  }
}
