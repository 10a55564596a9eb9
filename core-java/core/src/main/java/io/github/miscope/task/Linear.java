package io.github.miscope.task;

/** Products of a square matrix with the rows of a variable that is stored by column. */
final class Linear {

  private Linear() {}

  /** Column i of the result is the sum over j, in order, of matrix[i][j] times column j. */
  static double[][] product(double[][] matrix, double[][] columns) {
    int n = columns[0].length;
    double[][] product = new double[matrix.length][n];
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        Sampling.poll();
        double weight = matrix[i][j];
        for (int row = 0; row < n; row++) {
          product[i][row] += weight * columns[j][row];
        }
      }
    }
    return product;
  }

  /** Adds a constant, given for each column, times a sign. */
  static double[][] shift(double[][] columns, double[] offset, double sign) {
    double[][] shifted = new double[columns.length][columns[0].length];
    for (int j = 0; j < columns.length; j++) {
      for (int row = 0; row < shifted[j].length; row++) {
        shifted[j][row] = columns[j][row] + sign * offset[j];
      }
    }
    return shifted;
  }
}
