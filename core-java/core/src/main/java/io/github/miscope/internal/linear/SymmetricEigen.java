package io.github.miscope.internal.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.eig.symm.SymmetricQrAlgorithm_DDRM;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by the steps of EJML, first the values and
 * then, with these as shifts, the vectors; an interrupt stops it.
 *
 * @param values in no order
 * @param vectors a row for each value
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SymmetricEigen(double[] values, DMatrixRMaj vectors) {

  /**
   * Decomposes a matrix.
   *
   * @param symmetric the matrix, changed
   * @throws IllegalStateException if the algorithm does not converge
   */
  static SymmetricEigen of(DMatrixRMaj symmetric) throws InterruptedException {
    Steps steps = new Steps();
    if (!Stop.run(() -> steps.decompose(symmetric))) {
      throw new IllegalStateException("the eigenvalue decomposition did not converge");
    }
    return new SymmetricEigen(steps.values, steps.vectors);
  }

  private static final class Steps {

    private double[] values = new double[0];
    private DMatrixRMaj vectors = new DMatrixRMaj(0, 0);

    boolean decompose(DMatrixRMaj symmetric) {
      int d = symmetric.numRows;
      Tridiagonal tridiagonal = new Tridiagonal();
      if (!tridiagonal.decompose(symmetric)) {
        return false;
      }
      double[] diagonal = new double[d];
      double[] off = new double[d];
      tridiagonal.getDiagonal(diagonal, off);
      Tridiagonal.Helper helper = new Tridiagonal.Helper();
      SymmetricQrAlgorithm_DDRM algorithm = Tridiagonal.algorithm(helper);
      if (!algorithm.process(d, diagonal.clone(), off.clone())) {
        return false;
      }
      double[] shifts = helper.copyEigenvalues(new double[d]);
      vectors = tridiagonal.getQ(null, true);
      algorithm.setQ(vectors);
      if (!algorithm.process(d, diagonal, off, shifts)) {
        return false;
      }
      values = helper.copyEigenvalues(new double[d]);
      return true;
    }
  }
}
