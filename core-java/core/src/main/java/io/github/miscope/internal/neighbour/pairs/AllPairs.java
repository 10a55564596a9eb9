package io.github.miscope.internal.neighbour.pairs;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.Nearest;
import io.github.miscope.internal.neighbour.space.NeighbourSink;
import io.github.miscope.internal.parallel.Blocks;

/** Searches within one variable that compare every point with every other, four at a time. */
public final class AllPairs {

  private static final int ROWS = Kernels.ROWS;

  private final Kernels kernels;
  private final Coordinates points;
  private final int n;

  public AllPairs(Kernels kernels, Coordinates points) {
    this.kernels = kernels;
    this.points = points;
    n = points.n();
  }

  /** Takes one point's distances to all points, NaN to itself, of which n matter. */
  private interface Row {
    void accept(int i, double[] distances);
  }

  /** Makes one row's taker for each thread. */
  private interface Rows {
    Row make();
  }

  /** The k nearest of each point; of equally distant ones those of lower index. */
  public void nearest(int k, NeighbourSink sink) throws InterruptedException {
    run(
        () -> {
          Nearest nearest = new Nearest(k);
          return (i, distances) -> {
            nearest.clear();
            int m = kernels.next(distances, 0, n, nearest.bound());
            while (m < n) {
              nearest.add(distances[m], m, m);
              m = kernels.next(distances, m + 1, n, nearest.bound());
            }
            sink.accept(i, nearest);
          };
        });
  }

  /** For each point the number of others below its bound. */
  public void below(double[] bounds, int[] counts) throws InterruptedException {
    run(() -> (i, distances) -> counts[i] = kernels.countBelow(distances, n, bounds[i]));
  }

  private void run(Rows rows) throws InterruptedException {
    long costOfPoint = (long) n * (points.d() + 4L);
    int groups = (int) Math.max(1, Math.min(64, (1L << 24) / costOfPoint / ROWS));
    Blocks.run(
        n,
        groups * ROWS,
        () -> {
          double[][] distances = Kernels.rows(n);
          Row row = rows.make();
          return (from, to) -> {
            for (int first = from; first < to; first += ROWS) {
              int end = Math.min(to, first + ROWS);
              kernels.distances(points, first, end, distances);
              for (int i = first; i < end; i++) {
                // Not a number is not below any bound.
                distances[i - first][i] = Double.NaN;
                row.accept(i, distances[i - first]);
              }
            }
          };
        });
  }
}
