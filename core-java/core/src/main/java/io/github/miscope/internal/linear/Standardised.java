package io.github.miscope.internal.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Columns of mean 0 and standard deviation 1, and what made them so. */
public final class Standardised {

  private final double[][] columns;
  private final double[] deviations;
  private final double degrees;

  private Standardised(double[][] columns, double degrees) {
    this.columns = new double[columns.length][];
    this.deviations = new double[columns.length];
    this.degrees = degrees;
    for (int j = 0; j < columns.length; j++) {
      double[] column = columns[j].clone();
      deviations[j] = standardise(column, degrees);
      this.columns[j] = column;
    }
  }

  /**
   * By the standard deviation with n: the mean square is one.
   *
   * @param columns d columns of n values, none constant; kept
   * @return standardised copies
   */
  public static Standardised of(double[]... columns) {
    return new Standardised(columns, columns.length == 0 ? 0 : columns[0].length);
  }

  /**
   * By the standard deviation with n - 1.
   *
   * @param columns d columns of n values, none constant; kept
   * @return standardised copies
   */
  public static Standardised unbiased(double[]... columns) {
    return new Standardised(columns, columns.length == 0 ? 0 : columns[0].length - 1);
  }

  private static double standardise(double[] column, double degrees) {
    int n = column.length;
    // In units of the largest deviation from the first value: no square overflows or underflows,
    // and no offset takes digits.
    double first = column[0];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      column[i] -= first;
      largest = Math.max(largest, Math.abs(column[i]));
    }
    double mean = 0;
    for (int i = 0; i < n; i++) {
      column[i] /= largest;
      mean += column[i] / n;
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      column[i] -= mean;
      squares += column[i] * column[i];
    }
    double deviation = Math.sqrt(squares / degrees);
    for (int i = 0; i < n; i++) {
      column[i] /= deviation;
    }
    return largest * deviation;
  }

  /**
   * The standardised columns.
   *
   * @return d columns of n values, not copied
   */
  public double[][] columns() {
    return columns;
  }

  /**
   * The log of what standardising did to volumes.
   *
   * @return the sum of the logs of the standard deviations
   */
  public double logScale() {
    double sum = 0;
    for (double deviation : deviations) {
      sum += Math.log(deviation);
    }
    return sum;
  }

  /**
   * The correlation matrix.
   *
   * @return d by d
   */
  public DMatrixRMaj correlations() throws InterruptedException {
    DMatrixRMaj correlations = Moments.products(columns);
    CommonOps_DDRM.divide(correlations, degrees);
    return correlations;
  }
}
