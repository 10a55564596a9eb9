package io.github.miscope.internal.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * The pairs of linear combinations of X's and of Y's columns that correlate most, each of unit
 * variance and uncorrelated with the pairs before it (Hotelling 1936).
 *
 * @param weightsX dX rows of one weight per pair
 * @param weightsY dY rows of one weight per pair
 * @param correlations the canonical correlations, descending; as many as the smaller rank
 * @param rankX the number of dimensions that X's columns span
 * @param rankY the number of dimensions that Y's columns span
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CanonicalVariates(
    DMatrixRMaj weightsX, DMatrixRMaj weightsY, double[] correlations, int rankX, int rankY) {

  /** Directions with less than this part of the largest variance are taken for rounding errors. */
  private static final double NEGLIGIBLE = 1e-10;

  /**
   * The variates of centred columns.
   *
   * @param moments their second moments
   * @param ridgeX added to the variance in every direction of X
   * @param ridgeY added to the variance in every direction of Y
   */
  public static CanonicalVariates of(Moments moments, double ridgeX, double ridgeY) {
    DMatrixRMaj whiteningX = whitening(moments.xx(), moments.n(), ridgeX);
    DMatrixRMaj whiteningY = whitening(moments.yy(), moments.n(), ridgeY);
    DMatrixRMaj half = new DMatrixRMaj(whiteningX.numCols, moments.xy().numCols);
    CommonOps_DDRM.multTransA(1.0 / moments.n(), whiteningX, moments.xy(), half);
    DMatrixRMaj core = new DMatrixRMaj(whiteningX.numCols, whiteningY.numCols);
    CommonOps_DDRM.mult(half, whiteningY, core);
    var svd = DecompositionFactory_DDRM.svd(core.numRows, core.numCols, true, true, true);
    if (!svd.decompose(core)) {
      throw new IllegalStateException("the singular value decomposition did not converge");
    }
    DMatrixRMaj u = svd.getU(null, false);
    DMatrixRMaj v = svd.getV(null, false);
    double[] singular = svd.getSingularValues();
    SingularOps_DDRM.descendingOrder(u, false, singular, svd.numberOfSingularValues(), v, false);
    double[] correlations = new double[svd.numberOfSingularValues()];
    for (int l = 0; l < correlations.length; l++) {
      correlations[l] = Math.min(1, singular[l]);
    }
    return new CanonicalVariates(
        product(whiteningX, u),
        product(whiteningY, v),
        correlations,
        whiteningX.numCols,
        whiteningY.numCols);
  }

  /** W with W'(S + ridge)W = I on the span of the columns, S = sums / n. */
  private static DMatrixRMaj whitening(DMatrixRMaj sums, int n, double ridge) {
    int d = sums.numRows;
    DMatrixRMaj covariance = sums.copy();
    CommonOps_DDRM.scale(1.0 / n, covariance);
    var eigen = DecompositionFactory_DDRM.eig(d, true, true);
    if (!eigen.decompose(covariance)) {
      throw new IllegalStateException("the eigenvalue decomposition did not converge");
    }
    double largest = 0;
    for (int j = 0; j < d; j++) {
      largest = Math.max(largest, eigen.getEigenvalue(j).getReal());
    }
    int rank = 0;
    DMatrixRMaj whitening = new DMatrixRMaj(d, d);
    for (int j = 0; j < d; j++) {
      double variance = eigen.getEigenvalue(j).getReal();
      if (variance > NEGLIGIBLE * largest) {
        DMatrixRMaj direction = eigen.getEigenVector(j);
        for (int i = 0; i < d; i++) {
          whitening.set(i, rank, direction.get(i) / Math.sqrt(variance + ridge));
        }
        rank++;
      }
    }
    return CommonOps_DDRM.extract(whitening, 0, d, 0, rank);
  }

  static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
    DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numCols);
    CommonOps_DDRM.mult(a, b, product);
    return product;
  }

  /** The first variates of X or Y, as columns. */
  public static double[][] project(double[][] columns, DMatrixRMaj weights, int count) {
    double[][] variates = new double[count][columns[0].length];
    for (int l = 0; l < count; l++) {
      project(columns, weights, l, 0, 1, variates[l]);
    }
    return variates;
  }

  /** Variate l at the rows from, from + step, ... */
  public static void project(
      double[][] columns, DMatrixRMaj weights, int l, int from, int step, double[] out) {
    for (int i = from; i < out.length; i += step) {
      double sum = 0;
      for (int j = 0; j < columns.length; j++) {
        sum += weights.get(j, l) * columns[j][i];
      }
      out[i] = sum;
    }
  }
}
