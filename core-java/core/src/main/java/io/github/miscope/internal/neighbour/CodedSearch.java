package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * {@link BlockSearch} under maximum norms by whole numbers: distances are computed in codes, which
 * are short and fast, and the few points that codes leave open are decided by the doubles, so that
 * the counts are exact. Where codes leave too much open, as for data with far outliers, the rest is
 * left to {@link BlockSearch}.
 */
final class CodedSearch {

  private static final int ROWS = Kernels.ROWS;

  /** Points decided by doubles, as a part of all, above which codes do not pay. */
  private static final double TOO_MANY = 0.05;

  private final Kernels kernels;
  private final Coordinates x;
  private final Coordinates y;
  private final double scale;
  private final CountRule rule;
  private final int[] ks;
  private final NeighbourCounts.Sink sink;
  private final BlockSearch exact;
  private final int n;
  private final Codes codesX;
  private final Codes codesY;
  private final int most;

  CodedSearch(
      Kernels kernels,
      Coordinates x,
      Coordinates y,
      double scale,
      CountRule rule,
      int[] ks,
      NeighbourCounts.Sink sink) {
    this.kernels = kernels;
    this.x = x;
    this.y = y;
    this.scale = scale;
    this.rule = rule;
    this.ks = ks;
    this.sink = sink;
    exact = new BlockSearch(kernels, x, y, new double[] {scale}, rule, ks, sink);
    n = x.n();
    // One unit for both, so that codes within X and within Y compare.
    double common = Math.max(x.range(), scale * y.range());
    codesX = Codes.of(x.columns(), common, kernels.largestCode());
    codesY = Codes.of(y.columns(), common / scale, kernels.largestCode());
    most = Arrays.stream(ks).max().orElseThrow();
  }

  /** For one scale only: with several, codes leave so much to decide that doubles are faster. */
  static boolean suits(Coordinates x, Coordinates y, double[] scales, CountRule rule) {
    return scales.length == 1
        && rule.distance() == JointDistance.MAXIMUM
        && x.norm() == DistanceKernel.LINF
        && y.norm() == DistanceKernel.LINF
        && Codes.usable(x.range())
        && Codes.usable(y.range())
        && Codes.usable(scales[0] * y.range() / x.range());
  }

  void run() throws InterruptedException {
    x.rows();
    y.rows();
    Blocks.run(n, exact.blockSize(), CodedWorker::new);
  }

  /** One thread's buffers. */
  private final class CodedWorker implements Blocks.Worker {
    private final CodedRows rows = kernels.coded(codesX, codesY);
    private final double[] valuesX = x.rows();
    private final double[] valuesY = y.rows();
    private final Nearest nearest = new Nearest(most);
    private final int[] points = new int[n + Kernels.PADDING];
    private double[] candidateX = new double[64];
    private double[] candidateY = new double[64];
    private int candidates;
    private long decided;
    private long seen;
    private Blocks.@Nullable Worker other;

    @Override
    public void run(int from, int to) {
      if (decided > TOO_MANY * seen * n + 1000) {
        Blocks.Worker doubles = other == null ? exact.worker() : other;
        other = doubles;
        doubles.run(from, to);
        return;
      }
      for (int first = from; first < to; first += ROWS) {
        int end = Math.min(to, first + ROWS);
        rows.load(first, end);
        for (int i = first; i < end; i++) {
          point(i, i - first);
        }
        seen += (long) (end - first) * ks.length;
      }
    }

    private void point(int i, int r) {
      int bound = rows.bound(r, most);
      if (bound == Integer.MAX_VALUE) {
        bound = kthCode(r);
      }
      // The k-th neighbour is less than MARGIN above the bound, and its code than MARGIN above
      // that.
      collect(i, r, (int) Math.min(Integer.MAX_VALUE - 2, bound + 2 * Codes.MARGIN));
      nearest.clear();
      for (int m = 0; m < candidates; m++) {
        double distance = Math.max(candidateX[m], scale * candidateY[m]);
        if (rule == CountRule.RECTANGLE) {
          nearest.add(distance, m, m);
        } else {
          nearest.add(distance);
        }
      }
      for (int a = 0; a < ks.length; a++) {
        finish(i, r, a);
      }
    }

    /** The code of the last joint neighbour. */
    private int kthCode(int r) {
      nearest.clear();
      for (int m = 0; m < n; m++) {
        nearest.add(Math.max(rows.codeX(r, m), rows.codeY(r, m)), m, m);
      }
      return (int) nearest.bound();
    }

    /** Computes the distances to all points with codes so small. */
    private void collect(int i, int r, int bound) {
      candidates = rows.collect(r, bound, points);
      if (rule == CountRule.RECTANGLE) {
        // Of equally distant points the first one counts.
        Arrays.sort(points, 0, candidates);
      }
      if (candidates > candidateX.length) {
        candidateX = new double[2 * candidates];
        candidateY = new double[2 * candidates];
      }
      for (int a = 0; a < candidates; a++) {
        candidateX[a] = distance(valuesX, x.d(), i, points[a]);
        candidateY[a] = distance(valuesY, y.d(), i, points[a]);
      }
      decided += candidates;
    }

    private double distance(double[] values, int d, int i, int m) {
      // Bits of what is not negative are in the same order; a comparison would be mispredicted.
      long largest = 0;
      int a = i * d;
      int b = m * d;
      for (int j = 0; j < d; j++) {
        long more = Double.doubleToRawLongBits(Math.abs(values[a + j] - values[b + j])) - largest;
        largest += more & ~(more >> 63);
      }
      return Double.longBitsToDouble(largest);
    }

    private void finish(int i, int r, int a) {
      double epsX = nearest.value(ks[a]);
      double epsY = epsX;
      double scaleY = scale;
      if (rule == CountRule.RECTANGLE) {
        epsX = 0;
        epsY = 0;
        scaleY = 1;
        for (int j = 1; j <= ks[a]; j++) {
          epsX = Math.max(epsX, candidateX[nearest.tag(j)]);
          epsY = Math.max(epsY, candidateY[nearest.tag(j)]);
        }
      }
      sink.accept(
          a,
          i,
          count(true, i, r, 1, rule.strict(epsX)),
          count(false, i, r, scaleY, rule.strict(epsY)));
    }

    private int count(boolean inX, int i, int r, double c, double eps) {
      double inUnits = eps / c / (inX ? codesX : codesY).unit();
      int low = (int) Math.min(Integer.MAX_VALUE - 8, Math.floor(inUnits - Codes.MARGIN));
      int high = (int) Math.min(Integer.MAX_VALUE - 8, inUnits + Codes.MARGIN);
      long counts = rows.count(inX, r, low, high, points);
      int count = (int) counts;
      int open = (int) (counts >>> 32);
      double[] values = inX ? valuesX : valuesY;
      int d = inX ? x.d() : y.d();
      for (int a = 0; a < open; a++) {
        count += c * distance(values, d, i, points[a]) < eps ? 1 : 0;
      }
      decided += open;
      return count;
    }
  }
}
