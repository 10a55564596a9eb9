package io.github.miscope.internal.neighbour;

import java.util.Arrays;

/** Lists of points by their distances within X and within Y, one list behind another. */
final class CandidateStack {

  private double[] x = new double[0];
  private double[] y = new double[0];

  double[] x() {
    return x;
  }

  double[] y() {
    return y;
  }

  /**
   * Puts the points of a list within a distance behind others, in the same order.
   *
   * @param fromX distances within X of the list
   * @param fromY distances within Y
   * @param from the list's first index
   * @param to its end
   * @param c what multiplies distances before the comparison
   * @param inX whether distances within X are compared, or within Y
   * @param limit points at it are taken too
   * @param at where the new list starts
   * @return its end
   */
  int push(
      double[] fromX,
      double[] fromY,
      int from,
      int to,
      double c,
      boolean inX,
      double limit,
      int at) {
    // One place more than can be filled: the last one dropped is written, too.
    int needed = at + to - from + 1;
    if (x.length < needed) {
      x = Arrays.copyOf(x, Math.max(needed, 2 * x.length));
      y = Arrays.copyOf(y, x.length);
    }
    double[] compared = inX ? fromX : fromY;
    int end = at;
    // Every element is written, and the end moves on if it stays: no branch to mispredict.
    for (int m = from; m < to; m++) {
      x[end] = fromX[m];
      y[end] = fromY[m];
      end += c * compared[m] <= limit ? 1 : 0;
    }
    return end;
  }
}
