package io.github.miscope.internal.neighbour.pairs;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import java.util.Arrays;

/** Lists of points by their distances within X and within Y, one list behind another. */
final class CandidateStack {

  /** Points after one that stays that are looked at one by one: more are likely to stay. */
  private static final int STRETCH = 8;

  private double[] x = new double[0];
  private double[] y = new double[0];

  double[] x() {
    return x;
  }

  double[] y() {
    return y;
  }

  /**
   * Puts the points of a list below a bound behind others, in the same order.
   *
   * @param kernels do the search
   * @param fromX distances within X of the list
   * @param fromY distances within Y
   * @param from the list's first index
   * @param to its end
   * @param inX whether distances within X are compared, or within Y
   * @param bound what distances of points that stay are below
   * @param at where the new list starts
   * @return its end
   */
  int push(
      Kernels kernels,
      double[] fromX,
      double[] fromY,
      int from,
      int to,
      boolean inX,
      double bound,
      int at) {
    // Kernels read to the end of PADDING points; the last point dropped is written, too.
    int needed = at + to - from + Kernels.PADDING;
    if (x.length < needed) {
      x = Arrays.copyOf(x, Math.max(needed, 2 * x.length));
      y = Arrays.copyOf(y, x.length);
    }
    double[] compared = inX ? fromX : fromY;
    int end = at;
    int m = kernels.next(compared, from, to, bound);
    while (m < to) {
      // Every element is written, and the end moves on if it stays: no branch to mispredict.
      int stop = Math.min(to, m + STRETCH);
      for (; m < stop; m++) {
        x[end] = fromX[m];
        y[end] = fromY[m];
        end += compared[m] < bound ? 1 : 0;
      }
      m = kernels.next(compared, m, to, bound);
    }
    return end;
  }
}
