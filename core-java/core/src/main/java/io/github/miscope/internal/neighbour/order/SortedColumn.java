package io.github.miscope.internal.neighbour.order;

import io.github.miscope.internal.parallel.Lazy;
import java.util.Arrays;

/**
 * One column in ascending order, for counting in logarithmic time or better.
 *
 * <p>A table of equal cells over the range guesses where a value stands; the guess is then mended
 * by the very comparison that a plain loop would make, galloping where it is far off, so that no
 * rounding and no distribution of the data changes a count.
 */
public final class SortedColumn {

  /** Cells for each value: more cost more memory, fewer leave more to gallop for. */
  private static final int CELLS = 3;

  /**
   * Positions that are searched first, written out: the last one below a cell, and three from its
   * start on, more than which a cell seldom holds.
   */
  private static final int WINDOW = 4;

  /** Bytes of memory that come together. */
  private static final int LINE = 64;

  /** Infinities before and behind the values, where a window may reach. */
  private static final int PAD = WINDOW;

  /** A wrong guess is mended in steps of 1, 2, ... so far, then in strides that double. */
  private static final int STEPS = 4;

  /** Added to a double from 0 to 2^31, it leaves the nearest whole number as the last bits. */
  private static final double WHOLE = 0x1p52;

  /** Ascending, the first at PAD. */
  private final double[] values;

  private final int[] order;

  /** Made when asked for: of two columns only one is, and memory is written all over. */
  private final Lazy<int[]> ranks;

  /** How many values are in the cells before each cell, and n at the end. */
  private final int[] starts;

  private final double cellsPerUnit;

  private SortedColumn(double[] values, int[] order, int[] starts, double cellsPerUnit) {
    this.values = values;
    this.order = order;
    this.starts = starts;
    this.cellsPerUnit = cellsPerUnit;
    this.ranks = new Lazy<>(() -> inverse(order));
  }

  private static int[] inverse(int[] order) {
    int[] inverse = new int[order.length];
    for (int p = 0; p < order.length; p++) {
      inverse[order[p]] = p;
    }
    return inverse;
  }

  public static SortedColumn of(double[] column) {
    return of(RadixSort.of(column), 0);
  }

  /** Of a column that was sorted before a power of two was taken out of it. */
  public static SortedColumn of(RadixSort sorted, int exponent) {
    double[] inside = sorted.values();
    Exponents.scale(inside, -exponent);
    int n = inside.length;
    double[] values = new double[n + 2 * PAD];
    Arrays.fill(values, 0, PAD, Double.NEGATIVE_INFINITY);
    System.arraycopy(inside, 0, values, PAD, n);
    Arrays.fill(values, n + PAD, values.length, Double.POSITIVE_INFINITY);
    int cells = CELLS * n;
    int[] starts = new int[cells + 2];
    double cellsPerUnit = cells / (inside[n - 1] - inside[0]);
    // No loop over the cells between two values: its end would be mispredicted.
    for (int p = 0; p < n; p++) {
      starts[cell(inside[p] - inside[0], cellsPerUnit, cells) + 1] = p + 1;
    }
    for (int cell = 1; cell < starts.length; cell++) {
      starts[cell] = Math.max(starts[cell], starts[cell - 1]);
    }
    return new SortedColumn(values, sorted.rows(), starts, cellsPerUnit);
  }

  /** The same values where row i holds what row rows[i] held. */
  public SortedColumn permuted(int[] inverse) {
    int[] changed = new int[order.length];
    for (int p = 0; p < changed.length; p++) {
      changed[p] = inverse[order[p]];
    }
    return new SortedColumn(values, changed, starts, cellsPerUnit);
  }

  /** A whole number for what is so far above the least value: from 0 to the number of cells. */
  private static int cell(double offset, double cellsPerUnit, int cells) {
    double place = offset * cellsPerUnit;
    // Not Math.min and max, which are slower; what is not a number goes into the last cell.
    place = place < cells ? place : cells;
    place = place > 0 ? place : 0;
    return (int) Double.doubleToRawLongBits(place + WHOLE);
  }

  public int n() {
    return order.length;
  }

  /** The value at a position in ascending order. */
  public double value(int position) {
    return values[position + PAD];
  }

  /** The values at positions from one to before another, in ascending order; a new array. */
  public double[] values(int from, int to) {
    return Arrays.copyOfRange(values, from + PAD, to + PAD);
  }

  /**
   * Reads some positions and their cells once, in order: memory comes in a stream, where counts
   * near them would wait for it piece by piece.
   *
   * @param from the first position
   * @param to the position after the last, more than from
   * @return something made of them, so that they are read
   */
  public double fetch(int from, int to) {
    double fetched = 0;
    for (int p = from; p < to; p += LINE / Double.BYTES) {
      fetched += value(p);
    }
    int last = cellOf(value(to - 1));
    for (int cell = cellOf(value(from)); cell < last; cell += LINE / Integer.BYTES) {
      fetched += starts[cell];
    }
    return fetched;
  }

  /** The row whose value stands at a position. */
  public int row(int position) {
    return order[position];
  }

  /** The position of each row's value; for reading. */
  public int[] positions() {
    return ranks.get();
  }

  /**
   * For each of some positions the number of other values whose distance, times c, is below its
   * eps. Many at a time are quicker than one by one: none waits for another's memory.
   *
   * @param m how many positions, at most as many as each array holds
   * @param out receives the numbers
   * @param room is overwritten
   */
  public void count(int m, int[] positions, double c, double[] eps, int[] out, int[] room) {
    reach(m, positions, c, eps, room, out);
    for (int q = 0; q < m; q++) {
      out[q] += room[q];
    }
  }

  /**
   * For each of some positions how far its eps reaches: the number of values at lower and at higher
   * positions whose distance, times c, is below it.
   *
   * @param m how many positions, at most as many as each array holds
   * @param below receives the numbers at lower positions
   * @param above receives the numbers at higher positions
   */
  public void reach(int m, int[] positions, double c, double[] eps, int[] below, int[] above) {
    double[] v = values;
    double unscaled = 1 / c;
    for (int q = 0; q < m; q++) {
      double own = v[positions[q] + PAD];
      double reach = eps[q] * unscaled;
      below[q] = start(own - reach);
      above[q] = start(own + reach);
    }
    if (c == 1) {
      reachUnscaled(m, positions, eps, below, above);
      return;
    }
    for (int q = 0; q < m; q++) {
      int position = positions[q];
      double own = v[position + PAD];
      double reach = eps[q];
      // Signs are added up, since which way a comparison goes is hard to predict.
      int low = below[q] + PAD;
      int down =
          negative(c * (own - v[low - 1]) - reach)
              + negative(c * (own - v[low]) - reach)
              + negative(c * (own - v[low + 1]) - reach)
              + negative(c * (own - v[low + 2]) - reach);
      int high = above[q] + PAD;
      int up =
          negative(c * (v[high - 1] - own) - reach)
              + negative(c * (v[high] - own) - reach)
              + negative(c * (v[high + 1] - own) - reach)
              + negative(c * (v[high + 2] - own) - reach);
      finish(q, position, c, reach, down, up, below, above);
    }
  }

  /** The same for c = 1, without the products. */
  private void reachUnscaled(int m, int[] positions, double[] eps, int[] below, int[] above) {
    double[] v = values;
    for (int q = 0; q < m; q++) {
      int position = positions[q];
      double own = v[position + PAD];
      double reach = eps[q];
      int low = below[q] + PAD;
      int down =
          negative(own - v[low - 1] - reach)
              + negative(own - v[low] - reach)
              + negative(own - v[low + 1] - reach)
              + negative(own - v[low + 2] - reach);
      int high = above[q] + PAD;
      int up =
          negative(v[high - 1] - own - reach)
              + negative(v[high] - own - reach)
              + negative(v[high + 1] - own - reach)
              + negative(v[high + 2] - own - reach);
      finish(q, position, 1, reach, down, up, below, above);
    }
  }

  /** Takes what windows show, or looks farther where that is not sure. */
  private void finish(
      int q, int position, double c, double reach, int down, int up, int[] below, int[] above) {
    below[q] =
        isSure(down, c, reach) ? position - below[q] - 3 + down : gallop(position, -1, c, reach);
    above[q] = isSure(up, c, reach) ? above[q] - 2 + up - position : gallop(position, 1, c, reach);
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

  private int gallop(int position, int direction, double c, double eps) {
    if (!(eps > 0)) {
      return 0;
    }
    double end = value(position) + direction * (eps / c);
    int most = direction > 0 ? order.length - 1 - position : position;
    int guess = direction * (shareOfCell(end) - position);
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
      // Once a stride passes all that is left, halving goes on to the end: it need not grow.
      step = step < STEPS ? step + 1 : step < most ? 2 * step : step;
    }
    return inside;
  }

  /** The distances from a position to its nearest others, ascending. */
  public void nearest(int position, double[] out) {
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

  /** How many values are in the cells before that of a value. */
  private int start(double value) {
    return starts[cellOf(value)];
  }

  private int cellOf(double value) {
    return cell(value - values[PAD], cellsPerUnit, starts.length - 2);
  }

  /** A position near where a value would stand, if its cell's values were spread evenly. */
  private int shareOfCell(double value) {
    double offset = value - values[PAD];
    int cell = cell(offset, cellsPerUnit, starts.length - 2);
    double share = Math.max(0, Math.min(1, offset * cellsPerUnit - (cell - 0.5)));
    return starts[cell] + (int) (share * (starts[cell + 1] - starts[cell]));
  }
}
