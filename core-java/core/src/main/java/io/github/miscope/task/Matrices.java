package io.github.miscope.task;

import io.github.miscope.internal.linear.Products;
import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** Small square matrices by rows, on EJML. */
final class Matrices {

  private Matrices() {}

  /** A copy, once it is known to be square, not empty and finite. */
  static double[][] square(String name, double[][] rows) {
    int d = rows.length;
    if (d == 0) {
      throw new IllegalArgumentException(name + " is empty: at least 1 row is needed");
    }
    double[][] copy = new double[d][];
    for (int i = 0; i < d; i++) {
      if (rows[i].length != d) {
        throw new IllegalArgumentException(
            name
                + " must be square: "
                + d
                + " rows, but row "
                + i
                + " has "
                + rows[i].length
                + " values");
      }
      copy[i] = rows[i].clone();
      for (int j = 0; j < d; j++) {
        if (!Double.isFinite(copy[i][j])) {
          throw new IllegalArgumentException(
              name + "[" + i + "][" + j + "] is " + copy[i][j] + ": values must be finite");
        }
      }
    }
    return copy;
  }

  /** A copy, once it is known to be finite and to have a value for each row of a matrix. */
  static double[] vector(String name, double[] values, String matrix, int rows) {
    if (values.length != rows) {
      throw new IllegalArgumentException(
          name
              + " must have as many values as the "
              + matrix
              + " has rows: "
              + values.length
              + " values, "
              + rows
              + " rows");
    }
    for (int i = 0; i < rows; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            name + "[" + i + "] is " + values[i] + ": values must be finite");
      }
    }
    return values.clone();
  }

  /** The lower triangular factor of a symmetric matrix, or an error if there is no good one. */
  static double[][] choleskyFactor(String name, double[][] symmetric) {
    Sampling.poll();
    int d = symmetric.length;
    var cholesky = DecompositionFactory_DDRM.chol(d, true);
    if (!cholesky.decompose(new DMatrixRMaj(symmetric))) {
      throw new IllegalArgumentException(
          name + " must be positive definite: its Cholesky decomposition fails");
    }
    double[][] factor = rows(cholesky.getT(null));
    for (int i = 0; i < d; i++) {
      // The share of coordinate i's variance that the coordinates before it leave unexplained.
      double left = factor[i][i] * (factor[i][i] / symmetric[i][i]);
      if (!(left > 1e-12)) {
        throw new IllegalArgumentException(
            name
                + " is nearly singular: coordinate "
                + i
                + " is a linear function of those before it but for "
                + left
                + " of its variance, which must exceed 1.0E-12");
      }
    }
    return factor;
  }

  /** log det of the matrix with that triangular factor. */
  static double logDeterminant(double[][] factor) {
    double sum = 0;
    for (int i = 0; i < factor.length; i++) {
      sum += Math.log(factor[i][i]);
    }
    return 2 * sum;
  }

  /** The block of rows and columns from (inclusive) to (exclusive). */
  static double[][] block(double[][] matrix, int from, int to) {
    double[][] block = new double[to - from][];
    for (int i = from; i < to; i++) {
      block[i - from] = Arrays.copyOfRange(matrix[i], from, to);
    }
    return block;
  }

  /**
   * The inverse, if the matrix is well invertible. Well means that the condition number in the
   * 1-norm is at most 1e8 once rows and then columns are scaled to a largest magnitude of 1, so
   * that at least half of the digits survive the map and its inverse.
   */
  static Optional<double[][]> inverseIfWell(double[][] matrix) {
    DMatrixRMaj scaled = new DMatrixRMaj(equilibrated(matrix));
    return inverse(scaled)
        .filter(inverse -> NormOps_DDRM.inducedP1(scaled) * NormOps_DDRM.inducedP1(inverse) <= 1e8)
        .flatMap(inverse -> inverse(new DMatrixRMaj(matrix)))
        .map(Matrices::rows);
  }

  /** By LU decomposition with pivots, at every size. */
  private static Optional<DMatrixRMaj> inverse(DMatrixRMaj matrix) {
    if (MatrixFeatures_DDRM.hasUncountable(matrix)) {
      return Optional.empty();
    }
    try {
      return Products.inverse(matrix.copy())
          .filter(inverse -> !MatrixFeatures_DDRM.hasUncountable(inverse));
    } catch (InterruptedException e) {
      throw Interrupts.cancelled("the inversion of a matrix", e);
    }
  }

  private static double[][] equilibrated(double[][] matrix) {
    int d = matrix.length;
    double[][] scaled = new double[d][];
    for (int i = 0; i < d; i++) {
      double largest = Arrays.stream(matrix[i]).map(Math::abs).max().orElse(0);
      scaled[i] = Arrays.stream(matrix[i]).map(v -> v / largest).toArray();
    }
    for (int j = 0; j < d; j++) {
      double largest = 0;
      for (double[] row : scaled) {
        largest = Math.max(largest, Math.abs(row[j]));
      }
      for (double[] row : scaled) {
        row[j] /= largest;
      }
    }
    return scaled;
  }

  /**
   * Random rows that are orthogonal and of unit length, uniform over all such (Haar): the Q of a
   * normal matrix, with the signs for which R's diagonal is positive.
   */
  static double[][] orthonormalRows(int count, int length, Seed seed) {
    DMatrixRMaj normal = new DMatrixRMaj(length, count);
    for (int j = 0; j < count; j++) {
      double[] column = Draws.normal(length, seed, "orthonormal", j);
      for (int i = 0; i < length; i++) {
        normal.set(i, j, column[i]);
      }
    }
    var qr = DecompositionFactory_DDRM.qr(length, count);
    if (!qr.decompose(normal)) {
      throw new IllegalStateException("the QR decomposition of a normal matrix fails");
    }
    DMatrixRMaj q = qr.getQ(null, true);
    DMatrixRMaj r = qr.getR(null, true);
    double[][] rows = new double[count][length];
    for (int j = 0; j < count; j++) {
      for (int i = 0; i < length; i++) {
        rows[j][i] = r.get(j, j) < 0 ? -q.get(i, j) : q.get(i, j);
      }
    }
    return rows;
  }

  static double[][] transpose(double[][] matrix) {
    double[][] transposed = new double[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < transposed.length; j++) {
        transposed[j][i] = matrix[i][j];
      }
    }
    return transposed;
  }

  private static double[][] rows(DMatrixRMaj matrix) {
    double[][] rows = new double[matrix.numRows][matrix.numCols];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < matrix.numCols; j++) {
        rows[i][j] = matrix.get(i, j);
      }
    }
    return rows;
  }
}
