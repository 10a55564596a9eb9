package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;

/**
 * Neighbour counts by comparing every point with every other, four at a time: O(n^2 d) time, O(n)
 * memory per thread. The marginal distances of a point are computed once for all scales and k.
 */
final class BlockSearch {

  private static final int ROWS = Kernels.ROWS;

  private final Kernels kernels;
  private final Coordinates x;
  private final Coordinates y;
  private final double[] scales;
  private final CountRule rule;
  private final int[] ks;
  private final NeighbourCounts.Sink sink;
  private final int n;
  private final double smallestScale;
  private final double largestScale;

  BlockSearch(
      Kernels kernels,
      Coordinates x,
      Coordinates y,
      double[] scales,
      CountRule rule,
      int[] ks,
      NeighbourCounts.Sink sink) {
    this.kernels = kernels;
    this.x = x;
    this.y = y;
    this.scales = scales;
    this.rule = rule;
    this.ks = ks;
    this.sink = sink;
    n = x.n();
    smallestScale = Arrays.stream(scales).min().orElseThrow();
    largestScale = Arrays.stream(scales).max().orElseThrow();
  }

  void run() throws InterruptedException {
    Blocks.run(n, blockSize(), this::worker);
  }

  Blocks.Worker worker() {
    return new Rows();
  }

  /** Rows per block, so that one takes some milliseconds. */
  int blockSize() {
    long costOfPoint = (long) n * (x.d() + y.d() + 4L * scales.length * ks.length);
    return (int) Math.max(1, Math.min(64, (1L << 24) / costOfPoint / ROWS)) * ROWS;
  }

  /** One thread's buffers. */
  private final class Rows implements Blocks.Worker {
    private final double[][] dx = Kernels.rows(n);
    private final double[][] dy = Kernels.rows(n);
    private final Nearest nearest = new Nearest(Arrays.stream(ks).max().orElseThrow());
    private final Countable countable = new Countable(scales.length > 1 ? n + 1 : 0);

    @Override
    public void run(int from, int to) {
      for (int first = from; first < to; first += ROWS) {
        int end = Math.min(to, first + ROWS);
        kernels.distances(x, first, end, dx);
        kernels.distances(y, first, end, dy);
        for (int i = first; i < end; i++) {
          // The point itself: not a number is not below any bound.
          dx[i - first][i] = Double.NaN;
          dy[i - first][i] = Double.NaN;
          if (scales.length == 1) {
            point(i, 0, dx[i - first], dy[i - first], n, dx[i - first], n, dy[i - first], n);
          } else {
            scales(i, dx[i - first], dy[i - first]);
          }
        }
      }
    }

    private void scales(int i, double[] toX, double[] toY) {
      search(largestScale, toX, toY, n);
      double epsLargest = rule.distance().value(nearest.bound());
      search(smallestScale, toX, toY, n);
      double epsSmallest = rule.distance().value(nearest.bound());
      countable.fill(toX, toY, n, smallestScale, epsLargest, epsSmallest);
      for (int s = 0; s < scales.length; s++) {
        point(
            i,
            s,
            countable.candidateX,
            countable.candidateY,
            countable.candidates,
            countable.x,
            countable.countX,
            countable.y,
            countable.countY);
      }
    }

    private void search(double c, double[] candidateX, double[] candidateY, int count) {
      JointDistance join = rule.distance();
      nearest.clear();
      int m = kernels.next(join, candidateX, candidateY, c, 0, count, nearest.bound());
      while (m < count) {
        nearest.add(join.of(candidateX[m], c * candidateY[m]), m, m);
        m = kernels.next(join, candidateX, candidateY, c, m + 1, count, nearest.bound());
      }
    }

    private void point(
        int i,
        int s,
        double[] candidateX,
        double[] candidateY,
        int candidates,
        double[] allX,
        int countX,
        double[] allY,
        int countY) {
      double c = scales[s];
      search(c, candidateX, candidateY, candidates);
      for (int a = 0; a < ks.length; a++) {
        double epsX = rule.distance().value(nearest.value(ks[a]));
        double epsY = epsX;
        double scaleY = c;
        if (rule == CountRule.RECTANGLE) {
          epsX = 0;
          epsY = 0;
          for (int j = 1; j <= ks[a]; j++) {
            epsX = Math.max(epsX, candidateX[nearest.tag(j)]);
            epsY = Math.max(epsY, candidateY[nearest.tag(j)]);
          }
          scaleY = 1;
        }
        sink.accept(
            s * ks.length + a,
            i,
            kernels.count(allX, countX, 1.0, rule.strict(epsX)),
            kernels.count(allY, countY, scaleY, rule.strict(epsY)));
      }
    }
  }
}
