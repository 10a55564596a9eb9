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

  /** The columns of X and of Y at the rows of each fold, side by side in memory. */
  private final double[][][] foldsX;

  private final double[][][] foldsY;

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
    foldsX = new double[folds][0][];
    foldsY = new double[folds][0][];
  }

  double[][] x() {
    return x;
  }

  double[][] y() {
    return y;
  }

  /** The columns of X at the rows of a fold. */
  double[][] x(int fold) {
    return ofFold(x, fold, foldsX);
  }

  /** The columns of Y at the rows of a fold. */
  double[][] y(int fold) {
    return ofFold(y, fold, foldsY);
  }

  private static double[][] ofFold(double[][] columns, int fold, double[][][] known) {
    if (known[fold].length < columns.length) {
      int folds = known.length;
      double[][] some = new double[columns.length][(columns[0].length - fold + folds - 1) / folds];
      for (int j = 0; j < some.length; j++) {
        for (int i = 0; i < some[j].length; i++) {
          some[j][i] = columns[j][fold + i * folds];
        }
      }
      known[fold] = some;
    }
    return known[fold];
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
        parts[fold] = Moments.sums(x(fold), y(fold), 0, 1);
      }
      rest = rest.without(parts[fold]);
    }
    return rest;
  }
}
