package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.parallel.Blocks;
import org.jspecify.annotations.Nullable;

/**
 * Neighbour counts for X and Y of one column each, in time close to n.
 *
 * <p>The plane is cut across X into strips of equally many points, each in ascending order of Y. A
 * point looks for its joint neighbours up and down its own strip, then in the strips to the right
 * and left that are near enough. Points of a strip are taken in order, so that where they would
 * stand in a neighbouring strip only moves up. Marginal counts come from the sorted columns.
 */
final class StripSearch {

  /** Points per strip: this times sqrt(n k). */
  private static final double STRIP = 1.0;

  private static final int SMALLEST_STRIP = 8;

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
  private final int stripSize;
  private final int strips;

  /** By slot: strip by strip, ascending in Y within each. */
  private final double[] slotX;

  private final double[] slotY;
  private final int[] slotPositionX;
  private final int[] slotPositionY;

  StripSearch(SortedColumn x, SortedColumn y, CountRule rule, int[] ks) {
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
    stripSize = (int) Math.max(SMALLEST_STRIP, STRIP * Math.sqrt((double) n * most));
    strips = (n + stripSize - 1) / stripSize;
    slotX = new double[n];
    slotY = new double[n];
    slotPositionX = new int[n];
    slotPositionY = new int[n];
    int[] next = new int[strips];
    for (int b = 0; b < strips; b++) {
      next[b] = b * stripSize;
    }
    for (int p = 0; p < n; p++) {
      int positionX = x.position(y.row(p));
      int slot = next[positionX / stripSize]++;
      slotX[slot] = x.value(positionX);
      slotY[slot] = y.value(p);
      slotPositionX[slot] = positionX;
      slotPositionY[slot] = p;
    }
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
        strips,
        Math.max(1, points / stripSize),
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
    private final boolean euclidean = rule.distance() == JointDistance.EUCLIDEAN;
    private final boolean rectangle = rule == CountRule.RECTANGLE;
    private final Nearest nearest = new Nearest(most);
    private final Batch inX = new Batch();
    private final Batch inY = new Batch();

    /** By slot of the strip. */
    private final double[][] radiiX = new double[ks.length][stripSize];

    private final double[][] radiiY = rectangle ? new double[ks.length][stripSize] : radiiX;

    /** The first slot of each strip that is not below the point, valid if marked by its strip. */
    private final int[] fingers = new int[strips];

    private final int[] marks = new int[strips];

    private double pointX;
    private double pointY;

    Walk(double c, int cell, NeighbourCounts.Sink sink, @Nullable Later later) {
      this.c = c;
      this.cell = cell;
      this.sink = sink;
      this.later = later;
    }

    void run(int strip) {
      int first = strip * stripSize;
      int end = Math.min(n, first + stripSize);
      for (int slot = first; slot < end; slot++) {
        pointX = slotX[slot];
        pointY = slotY[slot];
        nearest.clear();
        int low = Math.max(first, slot - most);
        int high = Math.min(end, slot + most + 1);
        for (int s = low; s < slot; s++) {
          look(s);
        }
        for (int s = slot + 1; s < high; s++) {
          look(s);
        }
        up(high, end);
        down(low - 1, first);
        for (int b = strip + 1; b < strips && near(x.value(b * stripSize) - pointX); b++) {
          visit(b, strip);
        }
        for (int b = strip - 1; b >= 0 && near(pointX - x.value((b + 1) * stripSize - 1)); b--) {
          visit(b, strip);
        }
        finish(slot - first);
      }
      count(first, end);
    }

    /** Whether a point so far away along one variable may still count. */
    private boolean near(double distance) {
      double joined = euclidean ? distance * distance : distance;
      // Equally distant points matter only where it matters which neighbour is taken.
      return rectangle ? joined <= nearest.bound() : joined < nearest.bound();
    }

    private void visit(int b, int strip) {
      int first = b * stripSize;
      int end = Math.min(n, first + stripSize);
      int finger = marks[b] == strip + 1 ? fingers[b] : first;
      int step = 1;
      // Gallop up to the first slot that is not below the point.
      while (finger + step < end && slotY[finger + step] < pointY) {
        finger += step;
        step *= 2;
      }
      int outside = Math.min(end, finger + step);
      while (finger < outside) {
        int middle = (finger + outside) >>> 1;
        if (slotY[middle] < pointY) {
          finger = middle + 1;
        } else {
          outside = middle;
        }
      }
      fingers[b] = finger;
      marks[b] = strip + 1;
      up(finger, end);
      down(finger - 1, first);
    }

    private void up(int from, int end) {
      for (int s = from; s < end && near(c * (slotY[s] - pointY)); s++) {
        look(s);
      }
    }

    private void down(int from, int first) {
      for (int s = from; s >= first && near(c * (pointY - slotY[s])); s--) {
        look(s);
      }
    }

    private void look(int s) {
      double dx = Math.abs(slotX[s] - pointX);
      double dy = c * Math.abs(slotY[s] - pointY);
      double joined = euclidean ? dx * dx + dy * dy : dx > dy ? dx : dy;
      if (rectangle) {
        nearest.add(joined, x.row(slotPositionX[s]), s);
      } else if (joined < nearest.bound()) {
        nearest.add(joined, 0, 0);
      }
    }

    private void finish(int inStrip) {
      for (int a = 0; a < ks.length; a++) {
        if (rectangle) {
          double radiusX = 0;
          double radiusY = 0;
          for (int j = 1; j <= ks[a]; j++) {
            int s = nearest.tag(j);
            radiusX = Math.max(radiusX, Math.abs(slotX[s] - pointX));
            radiusY = Math.max(radiusY, Math.abs(slotY[s] - pointY));
          }
          radiiX[a][inStrip] = radiusX;
          radiiY[a][inStrip] = radiusY;
        } else {
          radiiX[a][inStrip] = rule.distance().value(nearest.value(ks[a]));
        }
      }
    }

    private void count(int from, int end) {
      for (int first = from; first < end; first += Batch.SIZE) {
        int m = Math.min(Batch.SIZE, end - first);
        System.arraycopy(slotPositionX, first, inX.positions, 0, m);
        System.arraycopy(slotPositionY, first, inY.positions, 0, m);
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
