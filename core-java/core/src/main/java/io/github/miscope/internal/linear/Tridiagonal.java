package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Interrupts;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.eig.symm.SymmetricQREigenHelper_DDRM;
import org.ejml.dense.row.decomposition.eig.symm.SymmetricQrAlgorithm_DDRM;
import org.ejml.dense.row.decomposition.hessenberg.TridiagonalDecompositionHouseholder_DDRM;
import org.ejml.dense.row.decomposition.qr.QrHelperFunctions_DDRM;

/** EJML's tridiagonal form of a symmetric matrix, by Householder's reflections; stoppable. */
final class Tridiagonal extends TridiagonalDecompositionHouseholder_DDRM {

  @Override
  public void householderSymmetric(int row, double gamma) {
    Stop.poll();
    super.householderSymmetric(row, gamma);
  }

  @Override
  protected void rank1UpdateMultL(
      DMatrixRMaj matrix, double gamma, int from, int columnFrom, int columnTo) {
    Stop.poll();
    super.rank1UpdateMultL(matrix, gamma, from, columnFrom, columnTo);
  }

  /** Vectors of the form, one in each row, become those of the matrix. */
  void takeBack(DMatrixRMaj rows) throws InterruptedException {
    for (int j = N - 2; j >= 0; j--) {
      Interrupts.check();
      w[j + 1] = 1;
      for (int i = j + 2; i < N; i++) {
        w[i] = QT.get(j, i);
      }
      QrHelperFunctions_DDRM.rank1UpdateMultL(rows, w, gammas[j + 1], 0, j + 1, N);
    }
  }

  /** EJML's QL algorithm for values and vectors of the form. */
  static SymmetricQrAlgorithm_DDRM algorithm(SymmetricQREigenHelper_DDRM helper) {
    SymmetricQrAlgorithm_DDRM algorithm = new SymmetricQrAlgorithm_DDRM(helper);
    algorithm.setFastEigenvalues(true);
    return algorithm;
  }

  /** What the algorithm works on; stoppable. */
  static final class Helper extends SymmetricQREigenHelper_DDRM {
    @Override
    protected void performImplicitSingleStep(double lambda, boolean byAngle) {
      Stop.poll();
      super.performImplicitSingleStep(lambda, byAngle);
    }
  }
}
