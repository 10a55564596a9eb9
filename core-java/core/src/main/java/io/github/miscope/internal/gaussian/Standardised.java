package io.github.miscope.internal.gaussian;

/** Columns of mean 0 and standard deviation 1, and what made them so. */
public final class Standardised {

  private final double[][] columns;
  private final double[] deviations;

  private Standardised(double[][] columns, double[] deviations) {
    this.columns = columns;
    this.deviations = deviations;
  }

  /**
   * Standardises.
   *
   * @param columns d columns of n values, none constant; kept
   * @return standardised copies
   */
  public static Standardised of(double[][] columns) {
    double[][] standard = new double[columns.length][];
    double[] deviations = new double[columns.length];
    for (int j = 0; j < columns.length; j++) {
      double[] column = columns[j].clone();
      int n = column.length;
      // In units of the largest deviation from the first value: no square overflows or underflows.
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
      double deviation = Math.sqrt(squares / (n - 1));
      for (int i = 0; i < n; i++) {
        column[i] /= deviation;
      }
      standard[j] = column;
      deviations[j] = largest * deviation;
    }
    return new Standardised(standard, deviations);
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
   * @return the sum of the logs of the standard deviations, with n - 1
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
   * @return d by d, with ones on the diagonal
   */
  public double[][] correlations() {
    int d = columns.length;
    int n = columns[0].length;
    double[][] matrix = new double[d][d];
    for (int a = 0; a < d; a++) {
      matrix[a][a] = 1;
      for (int b = 0; b < a; b++) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += columns[a][i] * columns[b][i];
        }
        matrix[a][b] = sum / (n - 1);
        matrix[b][a] = matrix[a][b];
      }
    }
    return matrix;
  }
}
