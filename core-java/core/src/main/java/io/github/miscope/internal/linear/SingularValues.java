package io.github.miscope.internal.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.bidiagonal.BidiagonalDecompositionRow_DDRM;
import org.ejml.dense.row.decomposition.svd.SvdImplicitQrDecompose_DDRM;
import org.ejml.dense.row.decomposition.svd.implicitqr.SvdImplicitQrAlgorithm_DDRM;

/** EJML's singular value decomposition, which an interrupt stops: 1000 columns take seconds. */
final class SingularValues extends SvdImplicitQrDecompose_DDRM {

  private SingularValues() {
    super(true, true, true, false);
    qralg =
        new SvdImplicitQrAlgorithm_DDRM() {
          @Override
          public void performImplicitSingleStep(double scale, double lambda, boolean byAngle) {
            Stop.poll();
            super.performImplicitSingleStep(scale, lambda, byAngle);
          }
        };
  }

  /**
   * Decomposes a matrix; U and V are compact.
   *
   * @param matrix any matrix, changed
   * @throws IllegalStateException if the algorithm does not converge
   */
  static SingularValues of(DMatrixRMaj matrix) throws InterruptedException {
    SingularValues svd = new SingularValues();
    if (!Stop.run(() -> svd.decompose(matrix))) {
      throw new IllegalStateException("the singular value decomposition did not converge");
    }
    return svd;
  }

  @Override
  protected void declareBidiagonalDecomposition() {
    bidiag =
        new BidiagonalDecompositionRow_DDRM() {
          @Override
          protected void computeU(int k) {
            Stop.poll();
            super.computeU(k);
          }

          @Override
          protected void rank1UpdateMultR(
              DMatrixRMaj matrix, double gamma, int from, int rowFrom, int rowTo) {
            Stop.poll();
            super.rank1UpdateMultR(matrix, gamma, from, rowFrom, rowTo);
          }
        };
  }
}
