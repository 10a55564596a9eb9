package io.github.miscope.internal.neighbour.strips;

import io.github.miscope.internal.neighbour.order.SortedColumn;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.parallel.Blocks;

/**
 * Points of a plane, cut across X into strips of equally many, each strip in ascending order of Y.
 * A point has a slot: strip by strip, from 0.
 */
final class Strips implements StripLayout {

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
   * @param across roughly how many points have an X among those of a point's neighbours, at least 1
   */
  Strips(SortedColumn x, SortedColumn y, double across) throws InterruptedException {
    this.x = x;
    this.y = y;
    n = x.n();
    size = (int) across;
    count = (n + size - 1) / size;
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

  @Override
  public int count() {
    return count;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public StripRadii search(double cX, double cY, CountRule rule, int[] ks, int most) {
    return FewNearest.supports(rule, cX, cY, most)
        ? new FewNearest(this, cX, cY, rule.distance(), ks, most)
        : new StripNeighbours(this, cX, cY, rule, ks, most);
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

  /** Copies a strip's positions. */
  void copyPositions(int strip, StripPoints out) {
    int first = first(strip);
    out.count = end(strip) - first;
    System.arraycopy(positionX, first, out.positionX, 0, out.count);
    System.arraycopy(positionY, first, out.positionY, 0, out.count);
  }
}
