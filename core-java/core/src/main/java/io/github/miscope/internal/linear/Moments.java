package io.github.miscope.internal.linear;

import org.ejml.data.DMatrixRMaj;

/** Second moments of the columns of two variables over the same rows. */
public record Moments(DMatrixRMaj xx, DMatrixRMaj xy, DMatrixRMaj yy, int n) {

  /** Sums of products over the rows from, from + step, from + 2 step, ... */
  public static Moments sums(double[][] x, double[][] y, int from, int step)
      throws InterruptedException {
    int rows = x[0].length;
    int n = (rows - from + step - 1) / step;
    if (x.length == 1 && y.length == 1) {
      return ofOneEach(x[0], y[0], from, step, n);
    }
    return new Moments(
        CrossProducts.of(x, x, from, step),
        CrossProducts.of(x, y, from, step),
        CrossProducts.of(y, y, from, step),
        n);
  }

  /** The three sums side by side, since each addition waits for the one before. */
  private static Moments ofOneEach(double[] x, double[] y, int from, int step, int n) {
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = from; i < x.length; i += step) {
      xx += x[i] * x[i];
      xy += x[i] * y[i];
      yy += y[i] * y[i];
    }
    return new Moments(matrix(xx), matrix(xy), matrix(yy), n);
  }

  private static DMatrixRMaj matrix(double value) {
    return DMatrixRMaj.wrap(1, 1, new double[] {value});
  }

  /** Sums of products of the columns over all rows. */
  public static DMatrixRMaj products(double[][] columns) throws InterruptedException {
    return CrossProducts.of(columns, columns, 0, 1);
  }

  /** Sums of products of the columns of one with those of another over all rows. */
  public static DMatrixRMaj products(double[][] columns, double[][] others)
      throws InterruptedException {
    return CrossProducts.of(columns, others, 0, 1);
  }

  /** The sums over the other rows. */
  public Moments without(Moments part) {
    return new Moments(
        difference(xx, part.xx), difference(xy, part.xy), difference(yy, part.yy), n - part.n);
  }

  private static DMatrixRMaj difference(DMatrixRMaj u, DMatrixRMaj v) {
    DMatrixRMaj difference = u.copy();
    for (int i = 0; i < difference.data.length; i++) {
      difference.data[i] -= v.data[i];
    }
    return difference;
  }
}
