package io.github.miscope.internal.gaussian;

import org.apache.commons.numbers.gamma.Digamma;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/** Log-determinants of correlation matrices, and their bias. */
public final class LogDeterminant {

  /** A squared pivot below this is rounding: the column depends linearly on the others. */
  private static final double SINGULAR = 1e-13;

  private LogDeterminant() {}

  /**
   * The columns in units of their standard deviation, centred.
   *
   * @param columns d columns of n values, none constant
   * @return d columns whose sums of squares are one
   */
  public static double[][] standardised(double[][] columns) {
    double[][] result = new double[columns.length][];
    for (int j = 0; j < columns.length; j++) {
      double[] column = columns[j].clone();
      double largest = 0;
      double first = column[0];
      for (int i = 0; i < column.length; i++) {
        column[i] -= first;
        largest = Math.max(largest, Math.abs(column[i]));
      }
      double sum = 0;
      for (int i = 0; i < column.length; i++) {
        column[i] /= largest;
        sum += column[i];
      }
      double mean = sum / column.length;
      double squares = 0;
      for (int i = 0; i < column.length; i++) {
        column[i] -= mean;
        squares += column[i] * column[i];
      }
      double norm = Math.sqrt(squares);
      for (int i = 0; i < column.length; i++) {
        column[i] /= norm;
      }
      result[j] = column;
    }
    return result;
  }

  /**
   * The log-determinant of the correlation matrix of standardised columns.
   *
   * @return the logarithm, negative infinity if the matrix is singular to rounding
   */
  public static double ofCorrelation(double[]... standardised) {
    int d = standardised.length;
    if (d == 0) {
      return 0;
    }
    DMatrixRMaj correlation = new DMatrixRMaj(d, d);
    for (int a = 0; a < d; a++) {
      for (int b = 0; b <= a; b++) {
        double dot = 0;
        for (int i = 0; i < standardised[a].length; i++) {
          dot += standardised[a][i] * standardised[b][i];
        }
        correlation.set(a, b, dot);
        correlation.set(b, a, dot);
      }
    }
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(d, true);
    if (!cholesky.decompose(correlation)) {
      return Double.NEGATIVE_INFINITY;
    }
    DMatrixRMaj factor = cholesky.getT(null);
    double logDeterminant = 0;
    for (int a = 0; a < d; a++) {
      double pivot = factor.get(a, a) * factor.get(a, a);
      if (pivot < SINGULAR) {
        return Double.NEGATIVE_INFINITY;
      }
      logDeterminant += Math.log(pivot);
    }
    return logDeterminant;
  }

  /**
   * What the log-determinant of the sample covariance of d Gaussian columns exceeds that of the
   * population by, in the mean: sum over i = 1..d of psi((n - i)/2) - log((n - 1)/2), as (n - 1)
   * times the covariance is Wishart with n - 1 degrees of freedom.
   *
   * @param d number of columns
   * @param n number of observations, more than d
   */
  public static double bias(int d, int n) {
    double bias = 0;
    for (int i = 1; i <= d; i++) {
      bias += Digamma.value(0.5 * (n - i)) - Math.log(0.5 * (n - 1));
    }
    return bias;
  }
}
