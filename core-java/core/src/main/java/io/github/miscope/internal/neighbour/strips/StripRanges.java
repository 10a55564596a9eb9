package io.github.miscope.internal.neighbour.strips;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Points in strips, cut into ranges of strips that are read when they are needed. A range has the
 * values of X by slot, then those of Y, then, if a search asks for them, the rows.
 *
 * @param n the number of points
 * @param size points of a strip; the last one may have fewer
 * @param perRange strips of a range; the last one may have fewer
 * @param lows the smallest X of each strip
 * @param highs the largest X of each strip
 * @param blocks the values of each range
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StripRanges(
    int n,
    int size,
    int perRange,
    double[] lows,
    double[] highs,
    List<? extends Supplier<double[]>> blocks) {

  /**
   * Cuts strips into ranges.
   *
   * @param points about how many a range has, at least those of one strip
   * @param rows the row of each slot; null if no search asks for it
   * @param wrap makes of a range what travels in its place
   */
  static StripRanges of(
      Strips strips, int points, int @Nullable [] rows, UnaryOperator<Supplier<double[]>> wrap) {
    int perRange = Math.max(1, points / strips.size);
    double[] lows = new double[strips.count];
    double[] highs = new double[strips.count];
    for (int strip = 0; strip < strips.count; strip++) {
      lows[strip] = strips.x.value(strips.first(strip));
      highs[strip] = strips.x.value(strips.end(strip) - 1);
    }
    double[] slotX = strips.slotX;
    double[] slotY = strips.slotY;
    List<Supplier<double[]>> blocks = new ArrayList<>();
    for (int first = 0; first < strips.count; first += perRange) {
      int from = strips.first(first);
      int to = strips.end(Math.min(strips.count, first + perRange) - 1);
      blocks.add(wrap.apply(() -> block(slotX, slotY, rows, from, to)));
    }
    return new StripRanges(strips.n, strips.size, perRange, lows, highs, List.copyOf(blocks));
  }

  private static double[] block(
      double[] slotX, double[] slotY, int @Nullable [] rows, int from, int to) {
    int m = to - from;
    double[] block = new double[rows == null ? 2 * m : 3 * m];
    System.arraycopy(slotX, from, block, 0, m);
    System.arraycopy(slotY, from, block, m, m);
    for (int q = 0; rows != null && q < m; q++) {
      block[2 * m + q] = rows[from + q];
    }
    return block;
  }

  /** The number of ranges. */
  int count() {
    return blocks.size();
  }

  /** The number of strips. */
  int strips() {
    return lows.length;
  }

  /** The range of a strip. */
  int rangeOf(int strip) {
    return strip / perRange;
  }

  /** The first slot of a range. */
  int first(int range) {
    return range * perRange * size;
  }

  /** Points of a range. */
  int points(int range) {
    return (int) (Math.min(n, (range + 1L) * perRange * size) - first(range));
  }

  /** The first slot of a strip. */
  int firstOf(int strip) {
    return strip * size;
  }

  /** The slot after a strip's last. */
  int endOf(int strip) {
    return (int) Math.min(n, (strip + 1L) * size);
  }
}
