package io.github.miscope.inference;

import io.github.miscope.estimator.Warning;
import io.github.miscope.inference.Columns.Column;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** Whether a linear combination of X equals one of Y: a canonical correlation of one. */
final class LinearDependence {

  private static final double ONE = 1 - 1e-6;

  /** Directions with less than this part of the largest variance are taken for rounding. */
  private static final double NEGLIGIBLE = 1e-8;

  private static final double MOST_WORK = 2e9;

  private LinearDependence() {}

  static Optional<Warning> between(List<Column> x, List<Column> y) {
    int d = x.size() + y.size();
    if (x.isEmpty() || y.isEmpty() || d == 2) {
      return Optional.empty();
    }
    double n = x.get(0).unit().length;
    // With fewer observations correlations near one are chance; with so many, too much work.
    if (n < 4.0 * d + 10 || n * d * d > MOST_WORK) {
      return Optional.empty();
    }
    DMatrixRMaj whiteX = whitening(correlations(x, x));
    DMatrixRMaj whiteY = whitening(correlations(y, y));
    DMatrixRMaj half = new DMatrixRMaj(whiteX.numCols, y.size());
    CommonOps_DDRM.multTransA(whiteX, correlations(x, y), half);
    DMatrixRMaj canonical = new DMatrixRMaj(whiteX.numCols, whiteY.numCols);
    CommonOps_DDRM.mult(half, whiteY, canonical);
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(canonical.numRows, canonical.numCols, false, false, true);
    if (!svd.decompose(canonical)) {
      return Optional.empty();
    }
    double largest = 0;
    for (int i = 0; i < svd.numberOfSingularValues(); i++) {
      largest = Math.max(largest, svd.getSingularValues()[i]);
    }
    return largest > ONE
        ? Optional.of(
            new Warning.NearDeterministic(
                "A linear combination of the columns of X equals one of those of Y"))
        : Optional.empty();
  }

  private static DMatrixRMaj correlations(List<Column> a, List<Column> b) {
    DMatrixRMaj matrix = new DMatrixRMaj(a.size(), b.size());
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        double[] u = a.get(i).unit();
        double[] v = b.get(j).unit();
        double sum = 0;
        for (int r = 0; r < u.length; r++) {
          sum += u[r] * v[r];
        }
        matrix.set(i, j, sum / u.length);
      }
    }
    return matrix;
  }

  /** Columns are eigenvectors over the roots of their eigenvalues; negligible ones are zero. */
  private static DMatrixRMaj whitening(DMatrixRMaj correlation) {
    int d = correlation.numRows;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, true, true);
    DMatrixRMaj white = new DMatrixRMaj(d, d);
    if (eigen.decompose(correlation.copy())) {
      for (int e = 0; e < d; e++) {
        double variance = eigen.getEigenvalue(e).getReal();
        for (int i = 0; i < d && variance > NEGLIGIBLE * d; i++) {
          white.set(i, e, eigen.getEigenVector(e).get(i, 0) / Math.sqrt(variance));
        }
      }
    }
    return white;
  }
}
