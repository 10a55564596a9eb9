package io.github.miscope.internal.linear;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Some eigenvalues of a symmetric matrix, and their vectors.
 *
 * @param values descending
 * @param vectors a row for each value
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Eigenpairs(double[] values, double[][] vectors) {

  /**
   * The largest distance between the image of a vector and its multiple.
   *
   * @param images of the vectors under the matrix, a row for each
   */
  double largestResidual(DMatrixRMaj images) {
    double largest = 0;
    for (int l = 0; l < values.length; l++) {
      double sum = 0;
      for (int j = 0; j < images.numCols; j++) {
        double r = images.get(l, j) - values[l] * vectors[l][j];
        sum += r * r;
      }
      largest = Math.max(largest, Math.sqrt(sum));
    }
    return largest;
  }

  /** The rows of a matrix. */
  static double[][] rows(DMatrixRMaj matrix) {
    double[][] rows = new double[matrix.numRows][];
    for (int i = 0; i < rows.length; i++) {
      int from = i * matrix.numCols;
      rows[i] = Arrays.copyOfRange(matrix.data, from, from + matrix.numCols);
    }
    return rows;
  }
}
