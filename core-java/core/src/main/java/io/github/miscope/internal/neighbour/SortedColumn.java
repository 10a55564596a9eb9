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
    return of(RadixSort.of(column), 0);
  }

  /** Of a column that was sorted before a power of two was taken out of it. */
  static SortedColumn of(RadixSort sorted, int exponent) {
    double[] values = sorted.values();
    Exponents.scale(values, -exponent);
    int n = values.length;
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
    return new SortedColumn(values, sorted.rows(), starts, cellsPerUnit);
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
   * For each of some positions the number of other values whose distance, times c, is below its
   * eps. Many at a time are quicker than one by one: none waits for another's memory.
   *
   * @param m how many positions, at most as many as each array holds
   * @param out receives the numbers
   * @param room is overwritten
   */
  void count(int m, int[] positions, double c, double[] eps, int[] out, int[] room) {
    within(m, positions, -1, c, eps, room);
    within(m, positions, 1, c, eps, out);
    for (int q = 0; q < m; q++) {
      out[q] += room[q];
    }
  }

  /**
   * For each of some positions, how many positions above it (direction 1) or below it (-1) have a
   * distance, times c, below its eps.
   */
  void within(int m, int[] positions, int direction, double c, double[] eps, int[] out) {
    double[] v = values;
    int last = v.length - 1;
    for (int q = 0; q < m; q++) {
      int position = positions[q];
      int guess = direction * (guess(v[position] + direction * (eps[q] / c)) - position);
      int most = direction > 0 ? last - position : position;
      out[q] = Math.max(0, Math.min(guess - WINDOW / 2, most - WINDOW));
    }
    // Halving by sign bits, since which way it goes is hard to predict.
    for (int step = WINDOW / 2; step > 0; step /= 2) {
      for (int q = 0; q < m; q++) {
        int position = positions[q];
        int most = direction > 0 ? last - position : position;
        int at = position + direction * Math.min(most, out[q] + step);
        double distance = c * (direction * (v[at] - v[position]));
        out[q] += step & (int) (Double.doubleToRawLongBits(distance - eps[q]) >> 63);
      }
    }
    for (int q = 0; q < m; q++) {
      int position = positions[q];
      int most = direction > 0 ? last - position : position;
      int inside = Math.min(most, out[q]);
      if (!(eps[q] > 0)) {
        out[q] = 0;
      } else if (isInside(position, direction * inside, c, eps[q])
          && (inside == most || !isInside(position, direction * (inside + 1), c, eps[q]))) {
        out[q] = inside;
      } else {
        out[q] = gallop(position, direction, most, inside, c, eps[q]);
      }
    }
  }

  private boolean isInside(int position, int offset, double c, double eps) {
    return c * Math.abs(values[position + offset] - values[position]) < eps;
  }

  private int gallop(int position, int direction, int most, int guess, double c, double eps) {
    int inside = 0;
    int outside = most + 1;
    int t = Math.max(1, Math.min(most, guess));
    int step = 1;
    // Nearby first, step by step; then in strides that double; then by halving.
    while (outside - inside > 1) {
      if (isInside(position, direction * t, c, eps)) {
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

  /** A position near where a value would stand: its share of its cell. */
  private int guess(double value) {
    int n = values.length;
    double place = (value - values[0]) * cellsPerUnit;
    // Not Math.min and max, which are slower; what is not a number becomes n.
    place = place < n ? place : n;
    place = place > 0 ? place : 0;
    int cell = (int) place;
    int first = starts[cell];
    return first + (int) ((place - cell) * (starts[cell + 1] - first));
  }
}
