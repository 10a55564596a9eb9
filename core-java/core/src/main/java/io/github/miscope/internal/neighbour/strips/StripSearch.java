package io.github.miscope.internal.neighbour.strips;

import io.github.miscope.internal.neighbour.kernel.KernelChoice;
import io.github.miscope.internal.neighbour.order.SortedColumn;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.CountSink;
import io.github.miscope.internal.parallel.Blocks;
import org.jspecify.annotations.Nullable;

/**
 * Neighbour counts for two variables of one column each, in time close to n: joint neighbours are
 * looked for in strips, and marginal counts come from the sorted columns. X is the variable that
 * strips are cut across.
 */
final class StripSearch {

  private static final int MIN_PER_BLOCK = 256;

  private static final int MAX_PER_BLOCK = 2048;

  /** Columns of more values are counted in along their own order. */
  private static final int IN_CACHE = 1 << 15;

  private final StripQuery query;
  private final int n;
  private final double across;

  /** Of the last scale. */
  private @Nullable StripLayout layout;

  /**
   * A search.
   *
   * @param across roughly how many points have an X among those of a point's neighbours
   */
  StripSearch(StripQuery query, double across) {
    this.query = query;
    this.across = across;
    n = query.x().n();
  }

  SortedColumn x() {
    return query.x();
  }

  double across() {
    return across;
  }

  private StripLayout layout(double cX, double cY) throws InterruptedException {
    // In plain loops, points one by one are quicker.
    boolean windows =
        query.kernels() != KernelChoice.scalar()
            && WindowNearest.supports(query.rule(), cX, cY, query.most());
    StripLayout known = layout;
    if (known == null || windows != known instanceof OverlappingStrips) {
      known =
          windows
              ? new OverlappingStrips(query.kernels(), query.x(), query.y(), across)
              : new Strips(query.x(), query.y(), across);
      layout = known;
    }
    return known;
  }

  /**
   * Counts for all points at one scale.
   *
   * @param cX what distances within X are multiplied by
   * @param cY what distances within Y are multiplied by
   * @param cell the sink's first argument for the first k; one more for each following k
   */
  void count(double cX, double cY, int cell, CountSink sink) throws InterruptedException {
    StripLayout strips = layout(cX, cY);
    int points = Blocks.evenSize(n, MIN_PER_BLOCK, MAX_PER_BLOCK);
    Later later = n > IN_CACHE ? new Later() : null;
    int[] rows = new int[later == null ? n : 0];
    Blocks.run(
        strips.count(),
        Math.max(1, points / strips.size()),
        () -> {
          Walk walk = new Walk(strips, cX, cY, cell, sink, rows, later);
          return (from, to) -> {
            for (int strip = from; strip < to; strip++) {
              walk.run(strip);
            }
          };
        });
    if (later != null) {
      Blocks.run(n, points, () -> (from, to) -> later.count(from, to, cY, cell, sink));
      return;
    }
    for (int a = 0; a < query.ks().length; a++) {
      sink.reorder(cell + a, rows);
    }
  }

  /** The factor of distances when they are counted: that of the radii. */
  private double scale(double c) {
    return query.rule() == CountRule.RECTANGLE ? 1 : c;
  }

  /**
   * What is known of points whose counts in Y are left for later, by position of Y: to count in
   * that order keeps memory accesses local, where a column is too long for the caches.
   */
  private final class Later {
    private final double[][] radiiY = new double[query.ks().length][n];
    private final int[][] countsX = new int[query.ks().length][n];

    void count(int from, int to, double c, int cell, CountSink sink) {
      Batch batch = new Batch();
      for (int a = 0; a < query.ks().length; a++) {
        for (int first = from; first < to; first += Batch.SIZE) {
          int m = Math.min(Batch.SIZE, to - first);
          for (int q = 0; q < m; q++) {
            batch.positions[q] = first + q;
          }
          int ahead = Math.min(n - 1, first + (int) across);
          batch.fetch(query.y(), ahead, Math.min(n, ahead + Batch.SIZE));
          batch.count(query.y(), m, scale(c), radiiY[a], first);
          for (int q = 0; q < m; q++) {
            sink.accept(cell + a, query.y().row(first + q), countsX[a][first + q], batch.counts[q]);
          }
        }
      }
    }
  }

  /** Counts in a column, many at a time. */
  private final class Batch {
    private static final int SIZE = 128;

    private final int[] positions = new int[SIZE];
    private final double[] eps = new double[SIZE];
    private final int[] counts = new int[SIZE];
    private final int[] room = new int[SIZE];

    /** Fetches a part of a column; what is read has to be written somewhere, or is not read. */
    void fetch(SortedColumn column, int from, int to) {
      eps[0] = column.fetch(from, to);
    }

    /**
     * Counts as the rule wants it those within radii of the first m positions.
     *
     * @param from the index of the first radius
     */
    void count(SortedColumn column, int m, double c, double[] radii, int from) {
      System.arraycopy(radii, from, eps, 0, m);
      if (query.rule() == CountRule.STRICT) {
        column.count(m, positions, c, eps, counts, room);
        return;
      }
      for (int q = 0; q < m; q++) {
        eps[q] = query.rule().strict(eps[q]);
      }
      column.count(m, positions, c, eps, counts, room);
      for (int q = 0; q < m; q++) {
        // No number lies above: all are within.
        counts[q] = eps[q] == Double.POSITIVE_INFINITY ? n - 1 : counts[q];
      }
    }
  }

  /** One thread's way through strips. */
  private final class Walk {
    private final double cX;
    private final double cY;
    private final int cell;
    private final CountSink sink;
    private final int[] rows;
    private final @Nullable Later later;
    private final int size;
    private final StripRadii radii;
    private final StripPoints found;
    private final Batch inX = new Batch();
    private final Batch inY = new Batch();

    Walk(
        StripLayout strips,
        double cX,
        double cY,
        int cell,
        CountSink sink,
        int[] rows,
        @Nullable Later later) {
      this.cX = cX;
      this.cY = cY;
      this.cell = cell;
      this.sink = sink;
      this.rows = rows;
      this.later = later;
      size = strips.size();
      radii = strips.search(cX, cY, query.rule(), query.ks(), query.most());
      found = new StripPoints(size, query.ks().length, query.rule());
    }

    void run(int strip) {
      if (later != null) {
        inX.fetch(query.x(), strip * size, Math.min(n, (strip + 2) * size));
      }
      radii.find(strip, found);
      for (int first = 0; first < found.count; first += Batch.SIZE) {
        count(strip * size, first, Math.min(Batch.SIZE, found.count - first));
      }
    }

    /** Counts for m points of a strip, whose points have the places from start on. */
    private void count(int start, int first, int m) {
      System.arraycopy(found.positionX, first, inX.positions, 0, m);
      System.arraycopy(found.positionY, first, inY.positions, 0, m);
      for (int q = 0; later == null && q < m; q++) {
        rows[start + first + q] = query.y().row(inY.positions[q]);
      }
      for (int a = 0; a < query.ks().length; a++) {
        inX.count(query.x(), m, scale(cX), found.radiiX[a], first);
        if (later == null) {
          inY.count(query.y(), m, scale(cY), found.radiiY[a], first);
          for (int q = 0; q < m; q++) {
            sink.accept(cell + a, start + first + q, inX.counts[q], inY.counts[q]);
          }
        } else {
          double[] radii = later.radiiY[a];
          int[] counts = later.countsX[a];
          for (int q = 0; q < m; q++) {
            radii[inY.positions[q]] = found.radiiY[a][first + q];
            counts[inY.positions[q]] = inX.counts[q];
          }
        }
      }
    }
  }
}
