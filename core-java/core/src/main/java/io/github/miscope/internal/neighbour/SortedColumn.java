package io.github.miscope.internal.neighbour;

/**
 * One column in ascending order, for counting in logarithmic time or better.
 *
 * <p>A table of equal cells over the range guesses where a value stands; the guess is then mended
 * by the very comparison that a plain loop would make, galloping where it is far off, so that no
 * rounding and no distribution of the data changes a count.
 */
final class SortedColumn {

  /** A wrong guess is mended in steps of 1, 2, ... so far, then in strides that double. */
  private static final int STEPS = 4;

  /** Positions around a guess that are searched first. */
  private static final int WINDOW = 8;

  private final double[] values;
  private final int[] order;
  private final int[] ranks;

  /** The first position in each cell, and n at the end. */
  private final int[] starts;

  private final double cellsPerUnit;

  private SortedColumn(double[] values, int[] order, int[] starts, double cellsPerUnit) {
    this.values = values;
    this.order = order;
    this.starts = starts;
    this.cellsPerUnit = cellsPerUnit;
    this.ranks = new int[order.length];
    for (int p = 0; p < order.length; p++) {
      ranks[order[p]] = p;
    }
  }

  static SortedColumn of(double[] column) {
    int n = column.length;
    int[] order = RadixSort.order(column);
    double[] values = new double[n];
    for (int p = 0; p < n; p++) {
      values[p] = column[order[p]];
    }
    int[] starts = new int[n + 2];
    double cellsPerUnit = n / (values[n - 1] - values[0]);
    int cell = 0;
    for (int p = 0; p < n; p++) {
      int own = cell(values[p] - values[0], cellsPerUnit, n);
      while (cell < own) {
        starts[++cell] = p;
      }
    }
    while (cell < n + 1) {
      starts[++cell] = n;
    }
    return new SortedColumn(values, order, starts, cellsPerUnit);
  }

  /** The same values where row i holds what row rows[i] held. */
  SortedColumn permuted(int[] inverse) {
    int[] changed = new int[order.length];
    for (int p = 0; p < changed.length; p++) {
      changed[p] = inverse[order[p]];
    }
    return new SortedColumn(values, changed, starts, cellsPerUnit);
  }

  private static int cell(double offset, double cellsPerUnit, int n) {
    // Saturates; not a number, from an infinite factor, becomes zero.
    return Math.max(0, Math.min(n, (int) (offset * cellsPerUnit)));
  }

  int n() {
    return values.length;
  }

  /** The value at a position in ascending order. */
  double value(int position) {
    return values[position];
  }

  double[] values() {
    return values;
  }

  /** The row whose value stands at a position. */
  int row(int position) {
    return order[position];
  }

  /** The position of a row's value. */
  int position(int row) {
    return ranks[row];
  }

  /**
   * The number of other values whose distance from the one at a position, times c, is below eps;
   * closed counts those at eps too.
   */
  int count(int position, double c, double eps, boolean closed) {
    return closed ? countClosed(position, c, eps) : countOpen(position, c, eps);
  }

  private int countOpen(int position, double c, double eps) {
    if (!(eps > 0)) {
      return 0;
    }
    return within(position, 1, c, eps) + within(position, -1, c, eps);
  }

  /** How many positions above (direction 1) or below (-1) have a distance below eps, above 0. */
  int within(int position, int direction, double eps) {
    return within(position, direction, 1, eps);
  }

  private int within(int position, int direction, double c, double eps) {
    int guess = guess(values[position] + direction * (eps / c));
    int most = direction > 0 ? values.length - 1 - position : position;
    return steps(position, direction, most, direction * (guess - position), c, eps);
  }

  /**
   * How many positions one may go up (+1) or down (-1), of so many at most, and stay within eps.
   */
  private int steps(int position, int direction, int most, int guess, double c, double eps) {
    double[] v = values;
    double centre = v[position];
    int low = Math.max(0, Math.min(most, guess) - WINDOW / 2);
    if (low + WINDOW > most
        || (low > 0 && !(c * (direction * (v[position + direction * low] - centre)) < eps))
        || c * (direction * (v[position + direction * (low + WINDOW)] - centre)) < eps) {
      return gallop(position, direction, most, guess, c, eps);
    }
    // The end is in the window: halving by sign bits, since which way it goes is hard to predict.
    for (int step = WINDOW / 2; step > 0; step /= 2) {
      double x = c * (direction * (v[position + direction * (low + step)] - centre));
      low += step & (int) (Double.doubleToRawLongBits(x - eps) >> 63);
    }
    return low;
  }

  private int gallop(int position, int direction, int most, int guess, double c, double eps) {
    double[] v = values;
    double centre = v[position];
    int inside = 0;
    int outside = most + 1;
    int t = Math.max(1, Math.min(most, guess));
    int step = 1;
    // Nearby first, step by step; then in strides that double; then by halving.
    while (outside - inside > 1) {
      if (c * (direction * (v[position + direction * t] - centre)) < eps) {
        inside = t;
        t += step;
        if (t >= outside) {
          t = (inside + outside) >>> 1;
        }
      } else {
        outside = t;
        t -= step;
        if (t <= inside) {
          t = (inside + outside) >>> 1;
        }
      }
      step = step < STEPS ? step + 1 : 2 * step;
    }
    return inside;
  }

  /** The distances from a position to its nearest others, ascending. */
  void nearest(int position, double[] out) {
    double[] v = values;
    double centre = v[position];
    int below = position - 1;
    int above = position + 1;
    for (int a = 0; a < out.length; a++) {
      double down = below >= 0 ? Math.abs(centre - v[below]) : Double.POSITIVE_INFINITY;
      double up = above < v.length ? Math.abs(v[above] - centre) : Double.POSITIVE_INFINITY;
      if (above >= v.length || (below >= 0 && down <= up)) {
        out[a] = down;
        below--;
      } else {
        out[a] = up;
        above++;
      }
    }
  }

  private int countClosed(int position, double c, double eps) {
    // Strictly below the next larger number: no double lies between.
    return eps == Double.POSITIVE_INFINITY
        ? values.length - 1
        : countOpen(position, c, Math.nextUp(eps));
  }

  /** A position near where a value would stand: its share of its cell. */
  private int guess(double value) {
    int n = values.length;
    double place = Math.max(0, Math.min(n, (value - values[0]) * cellsPerUnit));
    int cell = (int) place;
    int first = starts[cell];
    return first + (int) ((place - cell) * (starts[cell + 1] - first));
  }
}
