package io.github.miscope.estimator.internal.ties;

import io.github.miscope.estimator.DataWarning.TiedColumn;
import io.github.miscope.internal.neighbour.order.RadixSort;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * The distinct values of a column with ties, and where jitter puts them.
 *
 * <p>The most frequent value is moved to zero, where doubles are dense. Every other value stays
 * where it is, and jitter is a part of the smallest gap, unless doubles are too coarse there for
 * the points that share the value: then its jitter is as wide as these points need, and values that
 * are nearer than that are moved apart. That is a rising map of the column; no two values mix, and
 * no information is lost or made.
 */
final class TiedValues {

  /** Neighbouring values this near, relative to their size, may be one value before rounding. */
  private static final double NEGLIGIBLE_GAP = 0x1p-40;

  /**
   * Doubles for each point that shares a value: of two such points next to each other, one in 2^14
   * pairs is still tied.
   */
  private static final double DOUBLES_PER_POINT = 0x1p14;

  /** Keeps rounded sums of places and jitter apart. */
  private static final double SLACK = 1 + 0x1p-9;

  /** Values, or places on the lattice, ascending. */
  private final double[] keys;

  private final int[] counts;
  private final @Nullable Lattice lattice;
  private final int mode;
  private final double modeValue;

  /** The smallest difference between distinct values. */
  private final double smallestGap;

  /** The same without differences that may be rounding errors. */
  private final double resolution;

  private TiedValues(
      double[] sorted, double[] sortedKeys, int distinct, @Nullable Lattice lattice) {
    this.lattice = lattice;
    keys = new double[distinct];
    counts = new int[distinct];
    int[] firsts = new int[distinct];
    int last = -1;
    for (int i = 0; i < sortedKeys.length; i++) {
      if (last < 0 || sortedKeys[i] != keys[last]) {
        keys[++last] = sortedKeys[i];
        firsts[last] = i;
      }
      counts[last]++;
    }
    int most = 0;
    double smallest = Double.POSITIVE_INFINITY;
    double resolved = Double.POSITIVE_INFINITY;
    for (int l = 0; l < distinct; l++) {
      most = counts[l] > counts[most] ? l : most;
      double gap = l == 0 ? Double.POSITIVE_INFINITY : keys[l] - keys[l - 1];
      smallest = Math.min(smallest, gap);
      if (lattice != null || (l > 0 && gap > NEGLIGIBLE_GAP * magnitude(l))) {
        resolved = Math.min(resolved, gap);
      }
    }
    double unit = lattice == null ? 1 : lattice.step();
    mode = most;
    modeValue = sorted[firsts[mode]];
    smallestGap = smallest * unit;
    resolution = (resolved < Double.POSITIVE_INFINITY ? resolved : smallest) * unit;
  }

  private double magnitude(int l) {
    return Math.max(Math.abs(keys[l - 1]), Math.abs(keys[l]));
  }

  /**
   * Looks into a column.
   *
   * @param column n values, the largest magnitude neither huge nor subnormal
   * @param order the column in order, if it is known
   * @return null if no two values are equal, or all are: a constant adds nothing to any distance
   */
  static @Nullable TiedValues of(double[] column, @Nullable RadixSort order) {
    if (order == null ? !RadixSort.hasTies(column) : !order.hasTies()) {
      return null;
    }
    double[] sorted = order == null ? RadixSort.sorted(column) : order.values();
    Lattice lattice = Lattice.of(sorted);
    double[] keys = lattice == null ? sorted : lattice.places(sorted);
    int distinct = 1;
    for (int i = 1; i < keys.length; i++) {
      distinct += keys[i] == keys[i - 1] ? 0 : 1;
    }
    return distinct == 1 ? null : new TiedValues(sorted, keys, distinct, lattice);
  }

  /**
   * What users read.
   *
   * @param exponent of the power of two that was taken out of the column
   */
  TiedColumn report(String name, int exponent) {
    int tied = 0;
    int n = 0;
    for (int count : counts) {
      tied += count > 1 ? count : 0;
      n += count;
    }
    return new TiedColumn(
        name, tied, n, Math.scalb(resolution, exponent), resolution / standardDeviation(n));
  }

  /** In units of the range first, so that no square overflows or underflows. */
  private double standardDeviation(int n) {
    double range = keys[keys.length - 1] - keys[0];
    double sum = 0;
    double squares = 0;
    for (int l = 0; l < keys.length; l++) {
      double u = (keys[l] - keys[0]) / range;
      sum += u * counts[l];
      squares += u * u * counts[l];
    }
    double mean = sum / n;
    double unit = lattice == null ? 1 : lattice.step();
    return unit * range * Math.sqrt(squares / n - mean * mean);
  }

  /**
   * Adds jitter to a column of these values, in any order.
   *
   * @param column n of these values; changed
   * @param relativeWidth width of the jitter relative to the gap; at most 1. From a half on, cells
   *     are filled, and differences that may be rounding errors do not make cells
   * @param random the next n numbers of it are taken, in the order of rows
   */
  void jitter(double[] column, double relativeWidth, UniformRandomProvider random) {
    double gap = relativeWidth < 0.5 ? smallestGap : resolution;
    double width = relativeWidth * gap;
    if (hasRoom(width)) {
      for (int i = 0; i < column.length; i++) {
        column[i] = (column[i] - modeValue) + width * (random.nextDouble() - 0.5);
      }
      return;
    }
    double[] at = new double[keys.length];
    double[] widths = new double[keys.length];
    place(1, width, gap, at, widths);
    place(-1, width, gap, at, widths);
    for (int i = 0; i < column.length; i++) {
      double key = lattice == null ? column[i] : lattice.place(column[i]);
      int level = Arrays.binarySearch(keys, key);
      column[i] = at[level] + widths[level] * (random.nextDouble() - 0.5);
    }
  }

  /** Whether jitter of one width breaks all ties where the values are, and keeps values apart. */
  private boolean hasRoom(double width) {
    for (int l = 0; l < keys.length; l++) {
      if (needed(position(l), counts[l]) > width || (l > 0 && position(l) <= position(l - 1))) {
        return false;
      }
    }
    return true;
  }

  private double position(int level) {
    return lattice == null ? keys[level] - modeValue : (keys[level] - keys[mode]) * lattice.step();
  }

  /** The width that breaks the ties of so many points at a place. */
  private static double needed(double position, int count) {
    return count == 1 ? 0 : count * DOUBLES_PER_POINT * Math.ulp(position);
  }

  /** Places the values above the mode, or those below it, moving apart those that are too near. */
  private void place(int direction, double width, double gap, double[] at, double[] widths) {
    double moved = 0;
    widths[mode] = Math.max(width, needed(0, counts[mode]));
    for (int l = mode + direction; l >= 0 && l < keys.length; l += direction) {
      int before = l - direction;
      double own = position(l);
      double place = own + moved;
      widths[l] = Math.max(width, needed(place, counts[l]));
      boolean isRoundingError = lattice == null && Math.abs(keys[l] - keys[before]) < gap;
      double apart = isRoundingError ? 0 : SLACK * (widths[before] + widths[l]) / 2;
      double nearest = at[before] + direction * apart;
      if (direction * (place - nearest) < 0 || place == at[before]) {
        place = nearest == at[before] ? next(nearest, direction) : nearest;
        moved = place - own;
      }
      at[l] = place;
    }
  }

  private static double next(double place, int direction) {
    return direction > 0 ? Math.nextUp(place) : Math.nextDown(place);
  }
}
