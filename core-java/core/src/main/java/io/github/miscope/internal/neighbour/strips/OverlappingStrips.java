package io.github.miscope.internal.neighbour.strips;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.order.SortedColumn;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.parallel.Blocks;

/**
 * Points of a plane, cut across X into strips of equally many, each in a list with the points of a
 * margin on either side, in ascending order of Y. Most points have their neighbours in the list of
 * their strip, a few places up or down.
 *
 * <p>A place is a position in X. The list of a strip that has places from low to high (exclusive)
 * holds those from low - margin to high + margin.
 */
final class OverlappingStrips implements StripLayout {

  /** Points of a strip: this times those that are as far apart in X as neighbours are. */
  private static final double STRIP = 2;

  /** Points of a margin: this times those of a strip. */
  private static final double MARGIN = 0.35;

  /** Points that one thread puts into lists at a time; fewer are not worth waking another. */
  private static final int CHUNK = 1 << 16;

  final SortedColumn x;
  final SortedColumn y;

  /** The number of points. */
  final int n;

  /** Points of a strip without its margins; the last one may have fewer. */
  final int size;

  /** The number of strips. */
  final int count;

  /** By entry of the lists, the value of Y. */
  final double[] listY;

  /** By entry, the positions in the sorted columns: that in X in the upper half. */
  private final long[] positions;

  private final Kernels kernels;
  private final int margin;

  /** Entries from the start of a list to that of the next. */
  private final int stride;

  private final double perStrip;

  /**
   * Puts points into lists.
   *
   * @param kernels what will look at the lists
   * @param across roughly how many points have an X among those of a point's neighbours, at least 1
   */
  OverlappingStrips(Kernels kernels, SortedColumn x, SortedColumn y, double across)
      throws InterruptedException {
    this.kernels = kernels;
    this.x = x;
    this.y = y;
    n = x.n();
    size = (int) (STRIP * across);
    perStrip = 1.0 / size;
    count = (n + size - 1) / size;
    margin = (int) (MARGIN * size);
    stride = size + 2 * margin;
    int entries = 1 + count * stride;
    listY = new double[entries];
    positions = new long[entries];
    fill();
  }

  private void fill() throws InterruptedException {
    int chunks = (n + CHUNK - 1) / CHUNK;
    // For each chunk the next entry of each list, with a list of no use at either side.
    int[][] next = new int[chunks][count + 2];
    int[] places = new int[n];
    int[] inX = x.positions();
    Blocks.run(
        n,
        CHUNK,
        () ->
            (from, to) -> {
              find(inX, places, from, to);
              if (chunks > 1) {
                count(places, next[from / CHUNK], from, to);
              }
            });
    int[] free = new int[count + 2];
    for (int b = 0; b < count; b++) {
      free[b + 1] = first(b);
    }
    for (int[] own : next) {
      for (int list = 1; list <= count; list++) {
        int points = own[list];
        own[list] = free[list];
        free[list] += points;
      }
      // What is in no other list is written where nothing is read.
      own[0] = 0;
      own[count + 1] = 0;
    }
    Blocks.run(n, CHUNK, () -> (from, to) -> fill(places, next[from / CHUNK], from, to));
  }

  /** Finds places, by position in Y; in a pass of their own, in which none waits for another. */
  private void find(int[] inX, int[] places, int from, int to) {
    for (int p = from; p < to; p++) {
      places[p] = inX[y.row(p)];
    }
  }

  /** Counts how many of a chunk's points are in each list. */
  private void count(int[] places, int[] counts, int from, int to) {
    for (int p = from; p < to; p++) {
      int strip = strip(places[p]);
      counts[strip + 1]++;
      counts[other(strip, places[p] - strip * size)]++;
    }
  }

  private void fill(int[] places, int[] next, int from, int to) {
    for (int p = from; p < to; p++) {
      int place = places[p];
      int strip = strip(place);
      double value = y.value(p);
      long both = ((long) place << Integer.SIZE) | p;
      int entry = next[strip + 1]++;
      listY[entry] = value;
      positions[entry] = both;
      // Without a branch: half of the points are in one list only.
      int list = other(strip, place - strip * size);
      entry = next[list];
      listY[entry] = value;
      positions[entry] = both;
      next[list] = entry + isList(list);
    }
  }

  /** The strip of a place; exact, and quicker than a division. */
  private int strip(int place) {
    return (int) ((place + 0.5) * perStrip);
  }

  /** One more than the strip in whose margin a place is, so far from the start of its own. */
  private int other(int strip, int offset) {
    int isLeft = (offset - margin) >>> 31;
    int isRight = (size - margin - 1 - offset) >>> 31;
    return (strip + 1 - isLeft + isRight) * (isLeft + isRight);
  }

  /** 1 for the lists of strips, 0 for those of no use. */
  private int isList(int list) {
    return 1 + (((list - 1) | (count - list)) >> 31);
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
    return new WindowNearest(this, kernels, cX, cY, ks, most);
  }

  /** The position in X of an entry's point. */
  int positionX(int entry) {
    return (int) (positions[entry] >>> Integer.SIZE);
  }

  /** The positions of an entry's point: that in X in the upper half, that in Y in the lower. */
  long positions(int entry) {
    return positions[entry];
  }

  /** The first place of a strip. */
  int low(int strip) {
    return strip * size;
  }

  /** The place after a strip's last. */
  int high(int strip) {
    return Math.min(n, (strip + 1) * size);
  }

  /** The first place of a strip's list. */
  int left(int strip) {
    return Math.max(0, low(strip) - margin);
  }

  /** The place after the last of a strip's list. */
  int right(int strip) {
    return Math.min(n, high(strip) + margin);
  }

  /** The first entry of a strip's list. */
  int first(int strip) {
    return 1 + strip * stride;
  }

  /** The entry after the last of a strip's list. */
  int end(int strip) {
    return first(strip) + right(strip) - left(strip);
  }

  /** The most entries of a list. */
  int longest() {
    return Math.min(n, size + 2 * margin);
  }
}
