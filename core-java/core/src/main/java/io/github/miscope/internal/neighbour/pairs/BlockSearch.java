package io.github.miscope.internal.neighbour.pairs;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.CountSink;
import io.github.miscope.internal.neighbour.space.JointDistance;
import io.github.miscope.internal.neighbour.space.Nearest;
import io.github.miscope.internal.neighbour.space.Unscaled;
import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Neighbour counts by comparing every point with every other, four at a time: O(n^2 d) time, O(n)
 * memory per thread. The marginal distances of a point are computed once for all scales and k.
 *
 * <p>Which points can be joint neighbours at a relative scale c is known from other scales, since
 * the distance eps(c) to the k-th one grows with c, and eps(c) / c falls: below c only those within
 * eps(c) in X, above c only those within eps(c) / c in Y. So the middle scale is searched first,
 * and each half of the others only among what is left.
 */
public final class BlockSearch {

  private static final int ROWS = Kernels.ROWS;

  /** Room for the rounding of c * dy and of squares and roots, which limits pass through. */
  private static final double ROUNDING = 1 + 0x1p-40;

  /** Room for rounding among subnormal numbers, and for squares that vanish. */
  private static final double SMALLEST = 0x1p-500;

  private final Kernels kernels;
  private final Coordinates x;
  private final Coordinates y;
  private final double[] scales;
  private final CountRule rule;
  private final int[] ks;
  private final CountSink sink;
  private final int n;

  /** Indices of scales, in ascending order. */
  private final int[] ascending;

  public BlockSearch(
      Kernels kernels,
      Coordinates x,
      Coordinates y,
      double[] scales,
      CountRule rule,
      int[] ks,
      CountSink sink) {
    this.kernels = kernels;
    this.x = x;
    this.y = y;
    this.scales = scales;
    this.rule = rule;
    this.ks = ks;
    this.sink = sink;
    n = x.n();
    ascending =
        IntStream.range(0, scales.length)
            .boxed()
            .sorted(Comparator.comparingDouble(s -> scales[s]))
            .mapToInt(s -> s)
            .toArray();
  }

  public void run() throws InterruptedException {
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
    private final CandidateStack stack = new CandidateStack();
    private final double[] boundsX = new double[scales.length * ks.length];
    private final double[] boundsY = new double[boundsX.length];
    private final int[] countsX = new int[boundsX.length];
    private final int[] countsY = new int[boundsX.length];

    @Override
    public void run(int from, int to) {
      for (int first = from; first < to; first += ROWS) {
        int end = Math.min(to, first + ROWS);
        kernels.distances(x, first, end, dx);
        kernels.distances(y, first, end, dy);
        for (int i = first; i < end; i++) {
          point(i, dx[i - first], dy[i - first]);
        }
      }
    }

    private void point(int i, double[] toX, double[] toY) {
      // The point itself: not a number is not below any bound.
      toX[i] = Double.NaN;
      toY[i] = Double.NaN;
      search(0, scales.length, toX, toY, 0, n, 0);
      kernels.countBelow(toX, n, boundsX, countsX);
      kernels.countBelow(toY, n, boundsY, countsY);
      for (int cell = 0; cell < countsX.length; cell++) {
        sink.accept(cell, i, countsX[cell], countsY[cell]);
      }
    }

    /**
     * Searches at the scales from first to last in ascending order among candidates.
     *
     * @param free where the stack of candidates has room
     */
    private void search(
        int first, int last, double[] candidateX, double[] candidateY, int from, int to, int free) {
      int middle = (first + last) >>> 1;
      int s = ascending[middle];
      double c = scales[s];
      nearest(c, candidateX, candidateY, from, to);
      for (int a = 0; a < ks.length; a++) {
        bounds(s, ks[a], s * ks.length + a, candidateX, candidateY);
      }
      double limit = rule.distance().value(nearest.bound()) * ROUNDING + SMALLEST;
      if (first < middle) {
        double bound = Math.nextUp(limit);
        int end = stack.push(kernels, candidateX, candidateY, from, to, true, bound, free);
        search(first, middle, stack.x(), stack.y(), free, end, end);
      }
      if (middle + 1 < last) {
        // The quotient errs by less than the room that the limit has, but among subnormal numbers.
        double bound = limit / c + Double.MIN_NORMAL;
        int end = stack.push(kernels, candidateX, candidateY, from, to, false, bound, free);
        search(middle + 1, last, stack.x(), stack.y(), free, end, end);
      }
    }

    private void nearest(double c, double[] candidateX, double[] candidateY, int from, int to) {
      JointDistance join = rule.distance();
      nearest.clear();
      for (int start = from; start < to; start += Kernels.PADDING) {
        long near = kernels.below(join, candidateX, candidateY, c, start, nearest.bound());
        for (near &= Kernels.first(to - start); near != 0; near &= near - 1) {
          int m = start + Long.numberOfTrailingZeros(near);
          double distance = join.of(candidateX[m], c * candidateY[m]);
          if (rule == CountRule.RECTANGLE) {
            nearest.add(distance, m, m);
          } else {
            nearest.add(distance);
          }
        }
      }
    }

    /** What distances within X and Y are counted below, for one scale and k. */
    private void bounds(int s, int k, int cell, double[] candidateX, double[] candidateY) {
      double epsX = rule.distance().value(nearest.value(k));
      double epsY = epsX;
      double scaleY = scales[s];
      if (rule == CountRule.RECTANGLE) {
        epsX = 0;
        epsY = 0;
        for (int j = 1; j <= k; j++) {
          epsX = Math.max(epsX, candidateX[nearest.tag(j)]);
          epsY = Math.max(epsY, candidateY[nearest.tag(j)]);
        }
        scaleY = 1;
      }
      boundsX[cell] = rule.strict(epsX);
      boundsY[cell] = Unscaled.bound(rule.strict(epsY), scaleY);
    }
  }
}
