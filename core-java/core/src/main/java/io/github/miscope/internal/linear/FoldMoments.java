package io.github.miscope.internal.linear;

/**
 * Second moments of the rows outside of a fold, for each fold; sums over all rows and over those of
 * a fold are taken once, when they are first asked for. Row i is in fold i mod folds. Not for
 * several threads.
 */
public final class FoldMoments {

  private final double[][] x;
  private final double[][] y;
  private final Moments total;
  private final Moments[] parts;

  /**
   * Moments of centred columns of unit variance.
   *
   * @param x the columns of X; kept
   * @param y the columns of Y; kept
   * @param folds the number of folds
   */
  public FoldMoments(double[][] x, double[][] y, int folds) throws InterruptedException {
    this.x = x;
    this.y = y;
    total = Moments.sums(x, y, 0, 1);
    parts = new Moments[folds];
  }

  double[][] x() {
    return x;
  }

  double[][] y() {
    return y;
  }

  int folds() {
    return parts.length;
  }

  /** Those of all rows. */
  Moments total() {
    return total;
  }

  /** Those of the rows that are not in the folds from, ..., to - 1. */
  Moments without(int from, int to) throws InterruptedException {
    Moments rest = total;
    for (int fold = from; fold < to; fold++) {
      if (parts[fold] == null) {
        parts[fold] = Moments.sums(x, y, fold, parts.length);
      }
      rest = rest.without(parts[fold]);
    }
    return rest;
  }
}
