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
  private final double[] scales;
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
    exact = new BlockSearch(kernels, x, y, scales, rule, ks, sink);
    n = x.n();
    double rangeX = x.range();
    double rangeY = y.range();
    if (scales.length == 1) {
      // One unit for both, so that codes within X and within Y compare.
      double common = Math.max(rangeX, scales[0] * rangeY);
      rangeX = common;
      rangeY = common / scales[0];
    }
    codesX = Codes.of(x.columns(), rangeX, kernels.largestCode());
    codesY = Codes.of(y.columns(), rangeY, kernels.largestCode());
    most = Arrays.stream(ks).max().orElseThrow();
  }

  static boolean suits(Coordinates x, Coordinates y, double[] scales, CountRule rule) {
    return rule.distance() == JointDistance.MAXIMUM
        && x.norm() == DistanceKernel.LINF
        && y.norm() == DistanceKernel.LINF
        && Codes.usable(x.range())
        && Codes.usable(y.range())
        && Arrays.stream(scales).allMatch(c -> Codes.usable(c * y.range() / x.range()));
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
    private final double[] smallest = new double[most];
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
        seen += (long) (end - first) * scales.length * ks.length;
      }
    }

    private void point(int i, int r) {
      if (scales.length == 1) {
        double bound = bound(r, scales[0]);
        collect(i, r, code(bound, 1), code(bound, ratio(scales[0])));
      } else {
        // Distances within X matter up to eps at the largest scale, those within Y up to eps / c at
        // the smallest: see Countable.
        double smallestScale = Arrays.stream(scales).min().orElseThrow();
        double boundX = bound(r, Arrays.stream(scales).max().orElseThrow());
        double boundY = bound(r, smallestScale);
        collect(i, r, code(boundX, 1), code(boundY, ratio(smallestScale)));
      }
      for (int s = 0; s < scales.length; s++) {
        search(scales[s]);
        for (int a = 0; a < ks.length; a++) {
          finish(i, r, s, a);
        }
      }
    }

    private double ratio(double c) {
      return scales.length == 1 ? 1 : c * (codesY.unit() / codesX.unit());
    }

    /** The code that a distance of so many units of X, over a ratio, does not exceed. */
    private int code(double bound, double ratio) {
      return (int) Math.min(Integer.MAX_VALUE - 2, bound / ratio + Codes.MARGIN + 1);
    }

    /** Not less than the distance to the last joint neighbour, in units of X. */
    private double bound(int r, double c) {
      double ratio = ratio(c);
      Arrays.fill(smallest, Double.POSITIVE_INFINITY);
      double kth = Double.POSITIVE_INFINITY;
      int tx = scales.length == 1 ? rows.joint(r, most) : Integer.MAX_VALUE - 2;
      int ty = scales.length == 1 ? tx : Integer.MAX_VALUE - 2;
      int m = rows.next(r, 0, tx, ty);
      while (m < n) {
        double v = Math.max(rows.codeX(r, m), ratio * rows.codeY(r, m));
        if (v < kth) {
          int at = most - 1;
          while (at > 0 && smallest[at - 1] > v) {
            smallest[at] = smallest[at - 1];
            at--;
          }
          smallest[at] = v;
          kth = smallest[most - 1];
          // Only what is nearer: a code equal to the k-th changes nothing.
          tx = (int) Math.min(tx, Math.ceil(kth) - 1);
          ty = (int) Math.min(ty, kth / ratio);
        }
        m = rows.next(r, m + 1, tx, ty);
      }
      return kth + Codes.MARGIN * Math.max(1, ratio);
    }

    /** Computes the distances to all points with codes so small. */
    private void collect(int i, int r, int tx, int ty) {
      candidates = 0;
      for (int m = rows.next(r, 0, tx, ty); m < n; m = rows.next(r, m + 1, tx, ty)) {
        if (candidates == candidateX.length) {
          candidateX = Arrays.copyOf(candidateX, 2 * candidates);
          candidateY = Arrays.copyOf(candidateY, 2 * candidates);
        }
        candidateX[candidates] = distance(valuesX, x.d(), i, m);
        candidateY[candidates] = distance(valuesY, y.d(), i, m);
        candidates++;
      }
      decided += candidates;
    }

    private double distance(double[] values, int d, int i, int m) {
      double largest = 0;
      int a = i * d;
      int b = m * d;
      for (int j = 0; j < d; j++) {
        double difference = Math.abs(values[a + j] - values[b + j]);
        largest = largest > difference ? largest : difference;
      }
      return largest;
    }

    private void search(double c) {
      nearest.clear();
      int m = next(c, 0);
      while (m < candidates) {
        nearest.add(Math.max(candidateX[m], c * candidateY[m]), m, m);
        m = next(c, m + 1);
      }
    }

    private int next(double c, int from) {
      return kernels.next(
          JointDistance.MAXIMUM, candidateX, candidateY, c, from, candidates, nearest.bound());
    }

    private void finish(int i, int r, int s, int a) {
      double epsX = nearest.value(ks[a]);
      double epsY = epsX;
      double scaleY = scales[s];
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
          s * ks.length + a,
          i,
          count(true, i, r, 1, rule.strict(epsX)),
          count(false, i, r, scaleY, rule.strict(epsY)));
    }

    private int count(boolean inX, int i, int r, double c, double eps) {
      double inUnits = eps / c / (inX ? codesX : codesY).unit();
      int centre = (int) Math.min(Integer.MAX_VALUE - 8, inUnits);
      int low = centre - 3;
      int high = centre + 3;
      long counts = rows.counts(inX, r, low, high);
      int count = (int) counts;
      if (counts >>> 32 == count) {
        return count;
      }
      double[] values = inX ? valuesX : valuesY;
      int d = inX ? x.d() : y.d();
      for (int m = rows.next(inX, r, 0, low, high);
          m < n;
          m = rows.next(inX, r, m + 1, low, high)) {
        count += c * distance(values, d, i, m) < eps ? 1 : 0;
        decided++;
      }
      return count;
    }
  }
}
