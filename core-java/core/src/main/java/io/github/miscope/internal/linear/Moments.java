package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Interrupts;
import org.ejml.data.DMatrixRMaj;

/** Second moments of the columns of two variables over the same rows. */
public record Moments(DMatrixRMaj xx, DMatrixRMaj xy, DMatrixRMaj yy, int n) {

  /** Sums of products over the rows from, from + step, from + 2 step, ... */
  public static Moments sums(double[][] x, double[][] y, int from, int step)
      throws InterruptedException {
    int rows = x[0].length;
    int n = (rows - from + step - 1) / step;
    return new Moments(
        products(x, x, from, step), products(x, y, from, step), products(y, y, from, step), n);
  }

  /** Sums of products of the columns over all rows. */
  public static DMatrixRMaj products(double[][] columns) throws InterruptedException {
    return products(columns, columns, 0, 1);
  }

  private static DMatrixRMaj products(double[][] u, double[][] v, int from, int step)
      throws InterruptedException {
    DMatrixRMaj sums = new DMatrixRMaj(u.length, v.length);
    for (int a = 0; a < u.length; a++) {
      Interrupts.check();
      for (int b = u == v ? a : 0; b < v.length; b++) {
        double sum = 0;
        for (int i = from; i < u[a].length; i += step) {
          sum += u[a][i] * v[b][i];
        }
        sums.set(a, b, sum);
        if (u == v) {
          sums.set(b, a, sum);
        }
      }
    }
    return sums;
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
