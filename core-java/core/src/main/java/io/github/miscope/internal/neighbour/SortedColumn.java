package io.github.miscope.internal.neighbour;

import java.util.Arrays;

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

  /** Positions around a guess that are searched first, written out: 4 before it to 3 behind it. */
  private static final int WINDOW = 8;

  /** Infinities before and behind the values, where a window may reach. */
  private static final int PAD = WINDOW;

  /** Bits of a guess's share of its cell. */
  private static final int FRACTION_BITS = 16;

  private static final long FRACTION = (1 << FRACTION_BITS) - 1;

  /** Added to a double from 0 to 2^31, it leaves so many bits of its fraction, as the last ones. */
  private static final double FIXED_POINT = 0x1p36;

  /** Ascending, the first at PAD. */
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
    double[] inside = sorted.values();
    Exponents.scale(inside, -exponent);
    int n = inside.length;
    double[] values = new double[n + 2 * PAD];
    Arrays.fill(values, 0, PAD, Double.NEGATIVE_INFINITY);
    System.arraycopy(inside, 0, values, PAD, n);
    Arrays.fill(values, n + PAD, values.length, Double.POSITIVE_INFINITY);
    int[] starts = new int[n + 2];
    double cellsPerUnit = n / (inside[n - 1] - inside[0]);
    int cell = 0;
    for (int p = 0; p < n; p++) {
      int own = cell(inside[p] - inside[0], cellsPerUnit, n);
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
    return order.length;
  }

  /** The value at a position in ascending order. */
  double value(int position) {
    return values[position + PAD];
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
    below(m, positions, c, eps, room);
    above(m, positions, c, eps, out);
    for (int q = 0; q < m; q++) {
      out[q] += room[q];
    }
  }

  /** Of the values at higher positions than each of some the number of those within its eps. */
  void above(int m, int[] positions, double c, double[] eps, int[] out) {
    double[] v = values;
    double unscaled = 1 / c;
    int last = order.length - 1;
    for (int q = 0; q < m; q++) {
      out[q] = guess(v[positions[q] + PAD] + eps[q] * unscaled);
    }
    for (int q = 0; q < m; q++) {
      int position = positions[q];
      double own = v[position + PAD];
      double reach = eps[q];
      int at = out[q] + PAD;
      // Signs are added up, since which way a comparison goes is hard to predict.
      int inside =
          negative(c * (v[at - 4] - own) - reach)
              + negative(c * (v[at - 3] - own) - reach)
              + negative(c * (v[at - 2] - own) - reach)
              + negative(c * (v[at - 1] - own) - reach)
              + negative(c * (v[at] - own) - reach)
              + negative(c * (v[at + 1] - own) - reach)
              + negative(c * (v[at + 2] - own) - reach)
              + negative(c * (v[at + 3] - own) - reach);
      int above = out[q] - 5 + inside - position;
      out[q] =
          isSure(inside, c, reach) ? above : gallop(position, 1, last - position, above, c, reach);
    }
  }

  /** Of the values at lower positions than each of some the number of those within its eps. */
  void below(int m, int[] positions, double c, double[] eps, int[] out) {
    double[] v = values;
    double unscaled = 1 / c;
    for (int q = 0; q < m; q++) {
      out[q] = guess(v[positions[q] + PAD] - eps[q] * unscaled);
    }
    for (int q = 0; q < m; q++) {
      int position = positions[q];
      double own = v[position + PAD];
      double reach = eps[q];
      int at = out[q] + PAD;
      int inside =
          negative(c * (own - v[at - 4]) - reach)
              + negative(c * (own - v[at - 3]) - reach)
              + negative(c * (own - v[at - 2]) - reach)
              + negative(c * (own - v[at - 1]) - reach)
              + negative(c * (own - v[at]) - reach)
              + negative(c * (own - v[at + 1]) - reach)
              + negative(c * (own - v[at + 2]) - reach)
              + negative(c * (own - v[at + 3]) - reach);
      int below = position - (out[q] + 4 - inside);
      out[q] = isSure(inside, c, reach) ? below : gallop(position, -1, position, below, c, reach);
    }
  }

  /**
   * Whether the last value inside is found: the window holds some inside and some outside, and no
   * sign is that of what is not a number.
   */
  private static boolean isSure(int inside, double c, double reach) {
    return inside > 0
        && inside < WINDOW
        && reach > 0
        && reach < Double.POSITIVE_INFINITY
        && c < Double.POSITIVE_INFINITY;
  }

  /** 1 if negative, else 0. */
  private static int negative(double value) {
    return (int) (Double.doubleToRawLongBits(value) >>> 63);
  }

  private boolean isInside(int position, int offset, double c, double eps) {
    return c * Math.abs(value(position + offset) - value(position)) < eps;
  }

  private int gallop(int position, int direction, int most, int guess, double c, double eps) {
    if (!(eps > 0)) {
      return 0;
    }
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
    int own = position + PAD;
    double centre = v[own];
    int below = own - 1;
    int above = own + 1;
    // There are more others than are asked for: the infinities are never taken.
    for (int a = 0; a < out.length; a++) {
      double down = centre - v[below];
      double up = v[above] - centre;
      if (down <= up) {
        out[a] = down;
        below--;
      } else {
        out[a] = up;
        above++;
      }
    }
  }

  /** A position near where a value would stand, from 0 to n: its share of its cell. */
  private int guess(double value) {
    int n = order.length;
    double place = (value - values[PAD]) * cellsPerUnit;
    // Not Math.min and max, which are slower; what is not a number becomes n.
    place = place < n ? place : n;
    place = place > 0 ? place : 0;
    // The bits hold the cell and its share: no conversion to a whole number and back.
    long bits = Double.doubleToRawLongBits(place + FIXED_POINT);
    int cell = (int) (bits >>> FRACTION_BITS);
    int first = starts[cell];
    return first + (int) (((bits & FRACTION) * (starts[cell + 1] - first)) >>> FRACTION_BITS);
  }
}
