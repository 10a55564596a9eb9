package io.github.miscope.internal.linear;

import io.github.miscope.internal.mean.Means;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Canonical variates of held-out rows: for each fold of rows, the linear combinations are learnt on
 * the other folds and applied to it, so that no row helps to choose the combination that it is seen
 * through.
 *
 * <p>Between folds a pair may change its signs, and pairs of nearly the same correlation may turn
 * among themselves. Both variates of a pair get the sign by which they agree with those learnt on
 * all rows. Pairs whose held-out correlation is significant are turned to agree best (orthogonal
 * Procrustes), X's and Y's by the same rotation. The variates of all rows have seen the rows that
 * are held out: to turn X and Y apart, or pairs that are but noise, would let the rows choose their
 * own combinations. A sign of both changes no correlation, and a rotation of both no sum of them.
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

  /** A held-out correlation counts from this many standard errors. */
  private static final double SIGNIFICANT = 3;

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
    return of(new FoldMoments(x, y, folds), pairs, ridge);
  }

  /**
   * The same of columns whose moments are there.
   *
   * @param moments the columns, in folds
   * @param pairs how many pairs, at most
   * @param ridge added to variances, as a multiple of columns / rows
   */
  public static CrossFit of(FoldMoments moments, int pairs, double ridge)
      throws InterruptedException {
    return of(moments, pairs, (fold, training) -> learn(moments, training, pairs, ridge));
  }

  /** The leading combinations that rows outside of some folds choose. */
  static CanonicalVariates learn(FoldMoments moments, int from, int to, int pairs, double ridge)
      throws InterruptedException {
    return learn(moments, moments.without(from, to), pairs, ridge);
  }

  private static CanonicalVariates learn(
      FoldMoments moments, Moments training, int pairs, double ridge) throws InterruptedException {
    int n = moments.total().n();
    return CanonicalVariates.leading(
        training, ridge * moments.x().length / n, ridge * moments.y().length / n, pairs);
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
    return of(new FoldMoments(x, y, folds), pairs, learner);
  }

  private static CrossFit of(FoldMoments moments, int pairs, Learner learner)
      throws InterruptedException {
    double[][] x = moments.x();
    double[][] y = moments.y();
    int folds = moments.folds();
    int n = x[0].length;
    CanonicalVariates all = learner.learn(-1, moments.total());
    int count = Math.min(pairs, all.correlations().length);
    DMatrixRMaj allX = leading(all.weightsX(), count);
    DMatrixRMaj allY = leading(all.weightsY(), count);
    double[][] u = new double[count][n];
    double[][] v = new double[count][n];
    DMatrixRMaj[] agreement = new DMatrixRMaj[folds];
    for (int fold = 0; fold < folds; fold++) {
      Moments training = moments.without(fold, fold + 1);
      CanonicalVariates learnt = learner.learn(fold, training);
      DMatrixRMaj weightsX = leading(learnt.weightsX(), count);
      DMatrixRMaj weightsY = leading(learnt.weightsY(), count);
      for (int l = 0; l < weightsX.numCols; l++) {
        project(moments.x(fold), weightsX, l, fold, folds, u[l]);
      }
      for (int l = 0; l < weightsY.numCols; l++) {
        project(moments.y(fold), weightsY, l, fold, folds, v[l]);
      }
      agreement[fold] = new DMatrixRMaj(count, count);
      addProducts(weightsX, training.xx(), allX, agreement[fold]);
      addProducts(weightsY, training.yy(), allY, agreement[fold]);
    }
    CrossFit fit =
        new CrossFit(
            u,
            v,
            CanonicalVariates.project(x, allX, count),
            CanonicalVariates.project(y, allY, count));
    fit.orient(agreement);
    fit.turn(agreement);
    return fit;
  }

  /** Variate l of a fold's rows, put among those of others. */
  private static void project(
      double[][] rows, DMatrixRMaj weights, int l, int fold, int folds, double[] out)
      throws InterruptedException {
    double[] variate = new double[rows[0].length];
    CanonicalVariates.project(rows, weights, l, 0, 1, variate);
    for (int i = 0; i < variate.length; i++) {
      out[fold + i * folds] = variate[i];
    }
  }

  private static DMatrixRMaj leading(DMatrixRMaj weights, int count) {
    return CommonOps_DDRM.extract(weights, 0, weights.numRows, 0, Math.min(count, weights.numCols));
  }

  /** Adds how much a fold's variates and those of all rows have in common. */
  private static void addProducts(
      DMatrixRMaj weights, DMatrixRMaj products, DMatrixRMaj target, DMatrixRMaj sums)
      throws InterruptedException {
    DMatrixRMaj common = Products.transposed(1, weights, Products.of(products, target));
    for (int a = 0; a < common.numRows; a++) {
      for (int b = 0; b < common.numCols; b++) {
        sums.add(a, b, common.get(a, b));
      }
    }
  }

  /** Gives both variates of each pair of a fold the sign that agrees with all rows. */
  private void orient(DMatrixRMaj[] agreement) {
    for (int fold = 0; fold < agreement.length; fold++) {
      for (int l = 0; l < x.length; l++) {
        if (agreement[fold].get(l, l) < 0) {
          for (int i = fold; i < x[l].length; i += agreement.length) {
            x[l][i] = -x[l][i];
            y[l][i] = -y[l][i];
          }
          for (int b = 0; b < x.length; b++) {
            agreement[fold].set(l, b, -agreement[fold].get(l, b));
          }
        }
      }
    }
  }

  /** Turns the significant pairs of each fold to agree with those of all rows. */
  private void turn(DMatrixRMaj[] agreement) throws InterruptedException {
    double bound = SIGNIFICANT / Math.sqrt(x.length == 0 ? 1 : x[0].length);
    int[] pairs =
        IntStream.range(0, x.length).filter(l -> correlation(x[l], y[l]) > bound).toArray();
    if (pairs.length < 2) {
      return;
    }
    for (int fold = 0; fold < agreement.length; fold++) {
      DMatrixRMaj block = new DMatrixRMaj(pairs.length, pairs.length);
      for (int a = 0; a < pairs.length; a++) {
        for (int b = 0; b < pairs.length; b++) {
          block.set(a, b, agreement[fold].get(pairs[a], pairs[b]));
        }
      }
      SingularValues svd = SingularValues.of(block);
      DMatrixRMaj rotation = Products.of(svd.getU(null, false), svd.getV(null, true));
      turn(x, pairs, rotation, fold, agreement.length);
      turn(y, pairs, rotation, fold, agreement.length);
    }
  }

  private static void turn(
      double[][] variates, int[] pairs, DMatrixRMaj rotation, int fold, int folds) {
    double[] row = new double[pairs.length];
    for (int i = fold; i < variates[0].length; i += folds) {
      Arrays.fill(row, 0);
      for (int a = 0; a < pairs.length; a++) {
        for (int b = 0; b < pairs.length; b++) {
          row[b] += variates[pairs[a]][i] * rotation.get(a, b);
        }
      }
      for (int b = 0; b < pairs.length; b++) {
        variates[pairs[b]][i] = row[b];
      }
    }
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
