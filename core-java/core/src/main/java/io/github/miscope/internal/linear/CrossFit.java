package io.github.miscope.internal.linear;

import io.github.miscope.internal.mean.Means;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Canonical variates of held-out rows: for each fold of rows, the linear combinations are learnt on
 * the other folds and applied to it, so that no row helps to choose the combination that it is seen
 * through.
 *
 * <p>Between folds the leading variates may change sign or turn within their span; each fold's are
 * turned to agree best with those learnt on all rows (orthogonal Procrustes), for X and Y apart.
 *
 * <p>What remains of the difference between folds may show of which fold a row is, in X's variates
 * as in Y's, and then counts as information that they share. The common variates have no folds, but
 * every row has helped to choose them.
 *
 * @param x the variates of X, one column of n values per pair
 * @param y the variates of Y
 * @param commonX the variates of X by the combinations learnt on all rows
 * @param commonY the variates of Y by the combinations learnt on all rows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CrossFit(double[][] x, double[][] y, double[][] commonX, double[][] commonY) {

  /**
   * Cross-fitted variates of centred columns of unit variance. Row i is in fold i mod folds.
   *
   * @param x the columns of X
   * @param y the columns of Y
   * @param pairs how many pairs, at most
   * @param folds the number of folds
   * @param ridge added to variances, as a multiple of columns / rows
   */
  public static CrossFit of(double[][] x, double[][] y, int pairs, int folds, double ridge)
      throws InterruptedException {
    int n = x[0].length;
    double ridgeX = ridge * x.length / n;
    double ridgeY = ridge * y.length / n;
    return of(x, y, pairs, folds, (fold, moments) -> CanonicalVariates.of(moments, ridgeX, ridgeY));
  }

  /** Learns combinations from the rows outside of a fold. */
  @FunctionalInterface
  interface Learner {

    /**
     * The combinations.
     *
     * @param fold the fold that is held out, or -1 for none
     * @param moments the second moments of the other rows
     */
    CanonicalVariates learn(int fold, Moments moments) throws InterruptedException;
  }

  static CrossFit of(double[][] x, double[][] y, int pairs, int folds, Learner learner)
      throws InterruptedException {
    int n = x[0].length;
    Moments total = Moments.sums(x, y, 0, 1);
    CanonicalVariates all = learner.learn(-1, total);
    int count = Math.min(pairs, all.correlations().length);
    DMatrixRMaj allX = leading(all.weightsX(), count);
    DMatrixRMaj allY = leading(all.weightsY(), count);
    double[][] u = new double[count][n];
    double[][] v = new double[count][n];
    for (int fold = 0; fold < folds; fold++) {
      Moments training = total.without(Moments.sums(x, y, fold, folds));
      CanonicalVariates learnt = learner.learn(fold, training);
      DMatrixRMaj weightsX = turned(leading(learnt.weightsX(), count), training.xx(), allX);
      DMatrixRMaj weightsY = turned(leading(learnt.weightsY(), count), training.yy(), allY);
      for (int l = 0; l < count; l++) {
        CanonicalVariates.project(x, weightsX, l, fold, folds, u[l]);
        CanonicalVariates.project(y, weightsY, l, fold, folds, v[l]);
      }
    }
    return new CrossFit(
        u, v, CanonicalVariates.project(x, allX, count), CanonicalVariates.project(y, allY, count));
  }

  private static DMatrixRMaj leading(DMatrixRMaj weights, int count) {
    return CommonOps_DDRM.extract(weights, 0, weights.numRows, 0, Math.min(count, weights.numCols));
  }

  /** The variates rotated to lie closest to the target's, over rows with the given products. */
  private static DMatrixRMaj turned(DMatrixRMaj weights, DMatrixRMaj products, DMatrixRMaj target)
      throws InterruptedException {
    SingularValues svd =
        SingularValues.of(Products.transposed(1, weights, Products.of(products, target)));
    DMatrixRMaj rotation = Products.of(svd.getU(null, false), svd.getV(null, true));
    return Products.of(weights, rotation);
  }

  /** The correlation of each pair, on rows that did not choose it. */
  public double[] correlations() {
    double[] correlations = new double[x.length];
    for (int l = 0; l < correlations.length; l++) {
      correlations[l] = correlation(x[l], y[l]);
    }
    return correlations;
  }

  /** How many leading pairs correlate by more than a bound, on rows that did not choose them. */
  public int pairsAbove(double bound) {
    int count = 0;
    while (count < x.length && correlation(x[count], y[count]) > bound) {
      count++;
    }
    return count;
  }

  /** How much two columns correlate. */
  static double correlation(double[] u, double[] v) {
    double meanU = Arrays.stream(u).sum() / u.length;
    double meanV = Arrays.stream(v).sum() / v.length;
    return Means.correlation(u, meanU, v, meanV);
  }
}
