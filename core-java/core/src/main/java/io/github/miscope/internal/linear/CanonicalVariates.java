package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Interrupts;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.misc.UnrolledInverseFromMinor_DDRM;

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

  /** A column of which others explain all but this part of its variance adds nothing. */
  private static final double NEGLIGIBLE = 1e-10;

  /** From so many dimensions on, a few pairs are found in less time than all. */
  private static final int MANY = 16;

  /**
   * The variates of centred columns.
   *
   * @param moments their second moments
   * @param ridgeX added to the variance in every direction of X
   * @param ridgeY added to the variance in every direction of Y
   */
  public static CanonicalVariates of(Moments moments, double ridgeX, double ridgeY)
      throws InterruptedException {
    DMatrixRMaj whiteningX = whitening(moments.xx(), moments.n(), ridgeX);
    DMatrixRMaj whiteningY = whitening(moments.yy(), moments.n(), ridgeY);
    return of(white(moments, whiteningX, whiteningY), whiteningX, whiteningY);
  }

  private static CanonicalVariates of(
      DMatrixRMaj white, DMatrixRMaj whiteningX, DMatrixRMaj whiteningY)
      throws InterruptedException {
    SingularValues svd = SingularValues.of(white);
    DMatrixRMaj u = svd.getU(null, false);
    DMatrixRMaj v = svd.getV(null, false);
    double[] singular = svd.getSingularValues();
    SingularOps_DDRM.descendingOrder(u, false, singular, svd.numberOfSingularValues(), v, false);
    double[] correlations = new double[svd.numberOfSingularValues()];
    for (int l = 0; l < correlations.length; l++) {
      correlations[l] = Math.min(1, singular[l]);
    }
    return new CanonicalVariates(
        Products.of(whiteningX, u),
        Products.of(whiteningY, v),
        correlations,
        whiteningX.numCols,
        whiteningY.numCols);
  }

  /**
   * The leading variates of centred columns. Of many columns, from the eigenvectors of a square:
   * pairs whose correlation is below 1e-7 are not more than orthogonal then.
   *
   * @param moments their second moments
   * @param ridgeX added to the variance in every direction of X
   * @param ridgeY added to the variance in every direction of Y
   * @param count how many pairs, unless there are fewer
   */
  public static CanonicalVariates leading(Moments moments, double ridgeX, double ridgeY, int count)
      throws InterruptedException {
    DMatrixRMaj whiteningX = whitening(moments.xx(), moments.n(), ridgeX);
    DMatrixRMaj whiteningY = whitening(moments.yy(), moments.n(), ridgeY);
    DMatrixRMaj white = white(moments, whiteningX, whiteningY);
    if (Math.min(white.numRows, white.numCols) < MANY) {
      return of(white, whiteningX, whiteningY);
    }
    boolean byX = white.numRows < white.numCols;
    DMatrixRMaj side = byX ? CommonOps_DDRM.transpose(white, null) : white;
    DMatrixRMaj vectors = LeadingVectors.of(Products.transposed(1, side, side), count);
    DMatrixRMaj images = Products.of(side, vectors);
    double[] correlations = new double[vectors.numCols];
    for (int l = 0; l < correlations.length; l++) {
      double length = 0;
      for (int a = 0; a < images.numRows; a++) {
        length += images.get(a, l) * images.get(a, l);
      }
      correlations[l] = Math.min(1, Math.sqrt(length));
      for (int a = 0; a < images.numRows && length > 0; a++) {
        images.set(a, l, images.get(a, l) / Math.sqrt(length));
      }
    }
    return new CanonicalVariates(
        Products.of(whiteningX, byX ? vectors : images),
        Products.of(whiteningY, byX ? images : vectors),
        correlations,
        whiteningX.numCols,
        whiteningY.numCols);
  }

  /** The covariance of X and Y, both made white. */
  private static DMatrixRMaj white(Moments moments, DMatrixRMaj whiteningX, DMatrixRMaj whiteningY)
      throws InterruptedException {
    DMatrixRMaj half = Products.transposed(1.0 / moments.n(), whiteningX, moments.xy());
    return Products.of(half, whiteningY);
  }

  /** The number of dimensions that columns with these products span. */
  public static int rank(DMatrixRMaj sums) throws InterruptedException {
    return IndependentColumns.of(sums, NEGLIGIBLE).length;
  }

  private static DMatrixRMaj inverse(DMatrixRMaj triangular) throws InterruptedException {
    int d = triangular.numRows;
    DMatrixRMaj inverse = new DMatrixRMaj(d, d);
    if (d > UnrolledInverseFromMinor_DDRM.MAX) {
      Interrupts.check();
      TriangularSolver_DDRM.invertLower(triangular.data, inverse.data, d);
      return inverse;
    }
    if (!CommonOps_DDRM.invert(triangular, inverse)) {
      throw singular();
    }
    return inverse;
  }

  private static IllegalStateException singular() {
    return new IllegalStateException("the covariance of independent columns is singular");
  }

  /** W with W'(S + ridge)W = I on the span of the columns, S = sums / n. */
  private static DMatrixRMaj whitening(DMatrixRMaj sums, int n, double ridge)
      throws InterruptedException {
    int[] kept = IndependentColumns.of(sums, NEGLIGIBLE);
    int rank = kept.length;
    DMatrixRMaj covariance = new DMatrixRMaj(rank, rank);
    for (int a = 0; a < rank; a++) {
      for (int b = 0; b < rank; b++) {
        covariance.set(a, b, sums.get(kept[a], kept[b]) / n + (a == b ? ridge : 0));
      }
    }
    var cholesky = DecompositionFactory_DDRM.chol(rank, true);
    if (!cholesky.decompose(covariance)) {
      throw singular();
    }
    // With S + ridge = L L', W is the inverse of L'.
    DMatrixRMaj inverse = inverse(cholesky.getT(null));
    DMatrixRMaj whitening = new DMatrixRMaj(sums.numRows, rank);
    for (int a = 0; a < rank; a++) {
      for (int l = a; l < rank; l++) {
        whitening.set(kept[a], l, inverse.get(l, a));
      }
    }
    return whitening;
  }

  /** The first variates of X or Y, as columns. */
  public static double[][] project(double[][] columns, DMatrixRMaj weights, int count)
      throws InterruptedException {
    double[][] variates = new double[count][columns[0].length];
    for (int l = 0; l < count; l++) {
      project(columns, weights, l, 0, 1, variates[l]);
    }
    return variates;
  }

  /** Variate l at the rows from, from + step, ... */
  public static void project(
      double[][] columns, DMatrixRMaj weights, int l, int from, int step, double[] out)
      throws InterruptedException {
    Interrupts.check();
    for (int i = from; i < out.length; i += step) {
      out[i] = 0;
    }
    // Column by column: in this order a machine can do several rows at once.
    for (int j = 0; j < columns.length; j++) {
      double weight = weights.get(j, l);
      double[] column = columns[j];
      if (from == 0 && step == 1) {
        add(weight, column, out);
      } else {
        for (int i = from; i < out.length; i += step) {
          out[i] += weight * column[i];
        }
      }
    }
  }

  private static void add(double weight, double[] column, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] += weight * column[i];
    }
  }
}
