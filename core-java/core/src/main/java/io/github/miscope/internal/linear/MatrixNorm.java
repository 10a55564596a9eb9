package io.github.miscope.internal.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.NormOps_DDRM;

/** Norms of matrices. */
public final class MatrixNorm {

  private MatrixNorm() {}

  /**
   * The largest singular value, by how much a matrix lengthens a vector at most.
   *
   * @param matrix rows of equal length
   * @return the spectral norm
   */
  public static double spectral(double[][] matrix) {
    return NormOps_DDRM.normP2(new DMatrixRMaj(matrix));
  }

  /**
   * The root of the sum of squares, at least the largest singular value.
   *
   * @param matrix rows
   * @return Frobenius' norm
   */
  public static double frobenius(double[][] matrix) {
    return NormOps_DDRM.normF(new DMatrixRMaj(matrix));
  }
}
