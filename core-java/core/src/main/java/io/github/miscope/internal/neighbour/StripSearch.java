package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.parallel.Blocks;
import org.jspecify.annotations.Nullable;

/**
 * Neighbour counts for X and Y of one column each, in time close to n: joint neighbours are looked
 * for in strips, and marginal counts come from the sorted columns.
 */
final class StripSearch {

  /** Points per strip: this times sqrt(n k). */
  private static final double STRIP = 1.0;

  private static final int FEWEST_PER_BLOCK = 256;

  private static final int MOST_PER_BLOCK = 2048;

  /** Columns of more values are counted in along their own order. */
  private static final int IN_CACHE = 1 << 15;

  private final SortedColumn x;
  private final SortedColumn y;
  private final CountRule rule;
  private final int[] ks;
  private final int most;
  private final int n;
  private final Strips strips;

  StripSearch(SortedColumn x, SortedColumn y, CountRule rule, int[] ks)
      throws InterruptedException {
    this.x = x;
    this.y = y;
    this.rule = rule;
    this.ks = ks;
    n = x.n();
    int largest = 1;
    for (int k : ks) {
      largest = Math.max(largest, k);
    }
    most = largest;
    strips = new Strips(x, y, (int) (STRIP * Math.sqrt((double) n * most)));
  }

  /**
   * Counts for all points at one scale.
   *
   * @param cell the sink's first argument for the first k; one more for each following k
   */
  void count(double c, int cell, NeighbourCounts.Sink sink) throws InterruptedException {
    int points = Blocks.evenSize(n, FEWEST_PER_BLOCK, MOST_PER_BLOCK);
    Later later = n > IN_CACHE ? new Later() : null;
    Blocks.run(
        strips.count,
        Math.max(1, points / strips.size),
        () -> {
          Walk walk = new Walk(c, cell, sink, later);
          return (from, to) -> {
            for (int strip = from; strip < to; strip++) {
              walk.run(strip);
            }
          };
        });
    if (later != null) {
      Blocks.run(n, points, () -> (from, to) -> later.count(from, to, c, cell, sink));
    }
  }

  /** The factor of distances within Y when they are counted: that of the radii. */
  private double scaleY(double c) {
    return rule == CountRule.RECTANGLE ? 1 : c;
  }

  /**
   * What is known of points whose counts in Y are left for later, by position of Y: to count in
   * that order keeps memory accesses local, where a column is too long for the caches.
   */
  private final class Later {
    private final double[][] radiiY = new double[ks.length][n];
    private final int[][] countsX = new int[ks.length][n];

    void count(int from, int to, double c, int cell, NeighbourCounts.Sink sink) {
      Batch batch = new Batch();
      for (int a = 0; a < ks.length; a++) {
        for (int first = from; first < to; first += Batch.SIZE) {
          int m = Math.min(Batch.SIZE, to - first);
          for (int q = 0; q < m; q++) {
            batch.positions[q] = first + q;
          }
          batch.count(y, m, scaleY(c), radiiY[a], first);
          for (int q = 0; q < m; q++) {
            sink.accept(cell + a, y.row(first + q), countsX[a][first + q], batch.counts[q]);
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

    /**
     * Counts as the rule wants it those within radii of the first m positions.
     *
     * @param from the index of the first radius
     */
    void count(SortedColumn column, int m, double c, double[] radii, int from) {
      System.arraycopy(radii, from, eps, 0, m);
      if (rule == CountRule.STRICT) {
        column.count(m, positions, c, eps, counts, room);
        return;
      }
      for (int q = 0; q < m; q++) {
        eps[q] = rule.strict(eps[q]);
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
    private final double c;
    private final int cell;
    private final NeighbourCounts.Sink sink;
    private final @Nullable Later later;
    private final StripRadii radii;
    private final Batch inX = new Batch();
    private final Batch inY = new Batch();

    /** By slot of the strip. */
    private final double[][] radiiX = new double[ks.length][strips.size];

    private final double[][] radiiY =
        rule == CountRule.RECTANGLE ? new double[ks.length][strips.size] : radiiX;

    Walk(double c, int cell, NeighbourCounts.Sink sink, @Nullable Later later) {
      this.c = c;
      this.cell = cell;
      this.sink = sink;
      this.later = later;
      radii =
          FewNearest.does(rule, c, most)
              ? new FewNearest(strips, c, rule.distance(), ks, most)
              : new StripNeighbours(strips, c, rule, ks, most);
    }

    void run(int strip) {
      radii.find(strip, radiiX, radiiY);
      count(strips.first(strip), strips.end(strip));
    }

    private void count(int from, int end) {
      for (int first = from; first < end; first += Batch.SIZE) {
        int m = Math.min(Batch.SIZE, end - first);
        System.arraycopy(strips.positionX, first, inX.positions, 0, m);
        System.arraycopy(strips.positionY, first, inY.positions, 0, m);
        for (int a = 0; a < ks.length; a++) {
          inX.count(x, m, 1, radiiX[a], first - from);
          if (later == null) {
            inY.count(y, m, scaleY(c), radiiY[a], first - from);
            for (int q = 0; q < m; q++) {
              sink.accept(cell + a, y.row(inY.positions[q]), inX.counts[q], inY.counts[q]);
            }
          } else {
            double[] radii = later.radiiY[a];
            int[] counts = later.countsX[a];
            for (int q = 0; q < m; q++) {
              radii[inY.positions[q]] = radiiY[a][first - from + q];
              counts[inY.positions[q]] = inX.counts[q];
            }
          }
        }
      }
    }
  }
}
