package io.github.miscope.internal.linear;

import java.util.Arrays;

/**
 * The leading canonical variates of the rows of some folds, learnt on the other rows: in a small
 * part of the time that a {@link CrossFit} takes, what it will be like.
 *
 * @param rows the numbers of the rows
 * @param x the variates of X, one column for each pair, a value for each of the rows
 * @param y the variates of Y
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HeldOut(int[] rows, double[][] x, double[][] y) {

  /**
   * Holds the rows of the first folds out.
   *
   * @param moments the columns, in folds
   * @param folds how many folds
   * @param pairs how many pairs, at most
   * @param ridge added to variances, as a multiple of columns / rows
   */
  public static HeldOut of(FoldMoments moments, int folds, int pairs, double ridge)
      throws InterruptedException {
    int n = moments.total().n();
    CanonicalVariates learnt = CrossFit.learn(moments, 0, folds, pairs, ridge);
    int count = Math.min(pairs, learnt.correlations().length);
    int[] rows = new int[n];
    int found = 0;
    for (int i = 0; i < n; i++) {
      if (i % moments.folds() < folds) {
        rows[found++] = i;
      }
    }
    int[] kept = Arrays.copyOf(rows, found);
    return new HeldOut(
        kept,
        CanonicalVariates.project(RowOrder.apply(kept, moments.x()), learnt.weightsX(), count),
        CanonicalVariates.project(RowOrder.apply(kept, moments.y()), learnt.weightsY(), count));
  }
}
