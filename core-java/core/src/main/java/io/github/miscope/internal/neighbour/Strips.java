package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.parallel.Blocks;

/**
 * Points of a plane, cut across X into strips of equally many, each strip in ascending order of Y.
 * A point has a slot: strip by strip, from 0.
 */
final class Strips {

  private static final int SMALLEST = 8;

  /** Points that one thread puts into strips at a time; fewer are not worth waking another. */
  private static final int CHUNK = 1 << 16;

  final SortedColumn x;
  final SortedColumn y;

  /** The number of points, and of slots. */
  final int n;

  /** Points of a strip; the last one may hold fewer. */
  final int size;

  /** The number of strips. */
  final int count;

  /** Values by slot. */
  final double[] slotX;

  final double[] slotY;

  /** Positions in the sorted columns, by slot. */
  final int[] positionX;

  final int[] positionY;

  /**
   * For each slot the first one of the strip before, and of the strip behind, whose point is not
   * below in Y; that strip's end if there is none. Equal ones may be on either side.
   */
  final int[] before;

  final int[] behind;

  /**
   * Puts points into strips.
   *
   * @param size points of a strip, or the smallest size that is worth while
   */
  Strips(SortedColumn x, SortedColumn y, int size) throws InterruptedException {
    this.x = x;
    this.y = y;
    n = x.n();
    this.size = Math.max(SMALLEST, size);
    count = (n + this.size - 1) / this.size;
    slotX = new double[n];
    slotY = new double[n];
    positionX = new int[n];
    positionY = new int[n];
    before = new int[n];
    behind = new int[n];
    fill();
  }

  private void fill() throws InterruptedException {
    int chunks = (n + CHUNK - 1) / CHUNK;
    // For each chunk the next slot of each strip, with a strip of no use at either side.
    int[][] next = new int[chunks][count + 2];
    // Positions in X in order of Y: kept, since their memory is read all over.
    int[] places = new int[n];
    int[] positions = x.positions();
    Blocks.run(
        n, CHUNK, () -> (from, to) -> place(positions, places, next[from / CHUNK], from, to));
    int[] free = new int[count + 2];
    for (int b = 0; b < count; b++) {
      free[b + 1] = first(b);
    }
    for (int[] own : next) {
      for (int b = 0; b < free.length; b++) {
        int points = own[b];
        own[b] = free[b];
        free[b] += points;
      }
    }
    Blocks.run(n, CHUNK, () -> (from, to) -> fill(places, next[from / CHUNK], from, to));
    Blocks.run(n, CHUNK, () -> this::fillX);
  }

  /** Finds a chunk's positions in X, by position in Y, and counts them in each strip. */
  private void place(int[] positions, int[] places, int[] counts, int from, int to) {
    for (int p = from; p < to; p++) {
      int place = positions[y.row(p)];
      places[p] = place;
      counts[place / size + 1]++;
    }
  }

  private void fill(int[] places, int[] next, int from, int to) {
    for (int p = from; p < to; p++) {
      int place = places[p];
      int strip = place / size;
      int slot = next[strip + 1]++;
      slotY[slot] = y.value(p);
      positionX[slot] = place;
      positionY[slot] = p;
      // Points come in order of Y: those already in another strip are the ones below.
      before[slot] = next[strip];
      behind[slot] = next[strip + 2];
    }
  }

  /** Values of X come last: those of a strip lie together. */
  private void fillX(int from, int to) {
    for (int slot = from; slot < to; slot++) {
      slotX[slot] = x.value(positionX[slot]);
    }
  }

  /** The first slot of a strip. */
  int first(int strip) {
    return strip * size;
  }

  /** The slot after a strip's last. */
  int end(int strip) {
    return Math.min(n, (strip + 1) * size);
  }

  /** How far a value of X, left of a strip, is from the nearest one in it. */
  double toRight(double value, int strip) {
    return x.value(first(strip)) - value;
  }

  /** How far a value of X, right of a strip, is from the nearest one in it. */
  double toLeft(double value, int strip) {
    return value - x.value(end(strip) - 1);
  }

  /**
   * Finds where points would stand in strips that are not next to their own. Points of a strip are
   * asked for in order of Y, so that the places only move up.
   */
  final class Places {
    private final int[] last = new int[count];

    /** By strip: one more than the strip whose points asked last. */
    private final int[] asked = new int[count];

    /**
     * The first slot of a strip whose point is not below in Y, or the strip's end.
     *
     * @param strip the strip that is looked into
     * @param own the strip of the point that asks
     * @param value the point's value of Y
     */
    int of(int strip, int own, double value) {
      int end = end(strip);
      int at = asked[strip] == own + 1 ? last[strip] : first(strip);
      int step = 1;
      // Gallop up to the first slot that is not below.
      while (at + step < end && slotY[at + step] < value) {
        at += step;
        step *= 2;
      }
      int outside = Math.min(end, at + step);
      while (at < outside) {
        int middle = (at + outside) >>> 1;
        if (slotY[middle] < value) {
          at = middle + 1;
        } else {
          outside = middle;
        }
      }
      last[strip] = at;
      asked[strip] = own + 1;
      return at;
    }
  }
}
