package io.github.miscope.internal.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Columns of mean 0 and standard deviation 1, and what made them so. */
public final class Standardised {

  private final double[][] columns;
  private final double logScale;
  private final double degrees;

  private Standardised(double[][] columns, double degrees) {
    this.columns = new double[columns.length][];
    this.degrees = degrees;
    double sum = 0;
    for (int j = 0; j < columns.length; j++) {
      double[] column = columns[j].clone();
      sum += standardise(column, degrees);
      this.columns[j] = column;
    }
    this.logScale = sum;
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

  /** Standardises in place, and returns the log of the standard deviation. */
  private static double standardise(double[] column, double degrees) {
    int n = column.length;
    double unit = unit(column);
    for (int i = 0; unit < 1 && i < n; i++) {
      column[i] *= unit;
    }
    // In units of the largest deviation from the first value: no square overflows or underflows,
    // and no offset takes digits.
    double first = column[0];
    double largest = 0;
    // Not Math.max, which is slower; and sums in loops of their own, so that the rest of the
    // arithmetic is done for several values at once.
    for (int i = 0; i < n; i++) {
      column[i] -= first;
      double size = Math.abs(column[i]);
      largest = size > largest ? size : largest;
    }
    double[] terms = new double[n];
    for (int i = 0; i < n; i++) {
      column[i] /= largest;
      terms[i] = column[i] / n;
    }
    double mean = sum(terms);
    for (int i = 0; i < n; i++) {
      column[i] -= mean;
      terms[i] = column[i] * column[i];
    }
    double squares = sum(terms);
    double deviation = Math.sqrt(squares / degrees);
    for (int i = 0; i < n; i++) {
      column[i] /= deviation;
    }
    double product = largest * deviation;
    double log =
        product < Double.MIN_NORMAL ? Math.log(largest) + Math.log(deviation) : Math.log(product);
    return unit < 1 ? log - Math.log(unit) : log;
  }

  private static double sum(double[] terms) {
    double sum = 0;
    for (double term : terms) {
      sum += term;
    }
    return sum;
  }

  /** What huge values are multiplied by, so that their differences do not overflow. */
  private static double unit(double[] column) {
    double largest = 0;
    for (double v : column) {
      double size = Math.abs(v);
      largest = size > largest ? size : largest;
    }
    return largest > Double.MAX_VALUE / 4 ? 0.25 : 1;
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
    return logScale;
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
