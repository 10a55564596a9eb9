package io.github.miscope.internal.neighbour.pairs;

import io.github.miscope.internal.neighbour.kernel.Kernels;
import io.github.miscope.internal.neighbour.kernel.QuantisedCount;
import io.github.miscope.internal.neighbour.kernel.QuantisedRows;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.CountSink;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import io.github.miscope.internal.neighbour.space.JointDistance;
import io.github.miscope.internal.neighbour.space.Nearest;
import io.github.miscope.internal.neighbour.space.QuantisedColumns;
import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * {@link BlockSearch} under maximum norms by whole numbers: distances are computed in codes, which
 * are short and fast, and the few points that codes leave open are decided by the doubles, so that
 * the counts are exact. Where codes leave too much open, as for data with far outliers, the rest is
 * left to {@link BlockSearch}.
 */
public final class QuantisedSearch {

  private static final int ROWS = Kernels.ROWS;

  /** Candidates are filled up to a multiple of this, for kernels that look at so many at once. */
  private static final int WHOLE = 8;

  /** Points decided by doubles, as a part of all, above which codes do not pay. */
  private static final double TOO_MANY = 0.05;

  private final Kernels kernels;
  private final Coordinates x;
  private final Coordinates y;
  private final double scale;
  private final CountRule rule;
  private final int[] ks;
  private final CountSink sink;
  private final BlockSearch exact;
  private final int n;
  private final QuantisedColumns codesX;
  private final QuantisedColumns codesY;
  private final int most;

  public QuantisedSearch(
      Kernels kernels,
      Coordinates x,
      Coordinates y,
      double scale,
      CountRule rule,
      int[] ks,
      CountSink sink) {
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
    codesX = QuantisedColumns.of(x.columns(), common, kernels.largestCode());
    codesY = QuantisedColumns.of(y.columns(), common / scale, kernels.largestCode());
    most = Arrays.stream(ks).max().orElseThrow();
  }

  /** For one scale only: with several, codes leave so much to decide that doubles are faster. */
  public static boolean suits(Coordinates x, Coordinates y, double[] scales, CountRule rule) {
    return scales.length == 1
        && rule.distance() == JointDistance.MAXIMUM
        && x.norm() == DistanceKernel.LINF
        && y.norm() == DistanceKernel.LINF
        && QuantisedColumns.usable(x.range())
        && QuantisedColumns.usable(y.range())
        && QuantisedColumns.usable(scales[0] * y.range() / x.range());
  }

  public void run() throws InterruptedException {
    x.rows();
    y.rows();
    Blocks.run(n, exact.blockSize(), CodedWorker::new);
  }

  /** One thread's buffers. */
  private final class CodedWorker implements Blocks.Worker {
    private final QuantisedRows rows = kernels.coded(codesX, codesY);
    private final double[] valuesX = x.rows();
    private final double[] valuesY = y.rows();
    private final Nearest nearest = new Nearest(most);
    private final int[] points = new int[n + Kernels.PADDING];
    private final Within inX = new Within(valuesX, x.d(), 1, codesX);
    private final Within inY =
        new Within(valuesY, y.d(), rule == CountRule.RECTANGLE ? 1 : scale, codesY);
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
      collect(i, r, (int) Math.min(Integer.MAX_VALUE - 2, bound + 2 * QuantisedColumns.MARGIN));
      nearest.clear();
      for (int m = 0; m < candidates; m++) {
        double scaled = scale * candidateY[m];
        double distance = Math.max(candidateX[m], scaled);
        if (rule == CountRule.RECTANGLE) {
          nearest.add(distance, m, m);
        } else {
          // From here on in units of X, as eps is.
          candidateY[m] = scaled;
          nearest.add(distance);
        }
      }
      finish(i, r);
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
      if (whole() > candidateX.length) {
        candidateX = new double[2 * whole()];
        candidateY = new double[2 * whole()];
      }
      for (int a = 0; a < candidates; a++) {
        candidateX[a] = distance(valuesX, x.d(), i, points[a]);
        candidateY[a] = distance(valuesY, y.d(), i, points[a]);
      }
      Arrays.fill(candidateX, candidates, whole(), Double.POSITIVE_INFINITY);
      Arrays.fill(candidateY, candidates, whole(), Double.POSITIVE_INFINITY);
      // They are counted by their distances: codes would always leave open the one at distance eps.
      rows.takeOut(r, points, candidates);
      decided += candidates;
    }

    private int whole() {
      return (candidates + WHOLE - 1) / WHOLE * WHOLE;
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

    private void finish(int i, int r) {
      for (int a = 0; a < ks.length; a++) {
        double epsX = nearest.value(ks[a]);
        double epsY = epsX;
        if (rule == CountRule.RECTANGLE) {
          epsX = 0;
          epsY = 0;
          for (int j = 1; j <= ks[a]; j++) {
            epsX = Math.max(epsX, candidateX[nearest.tag(j)]);
            epsY = Math.max(epsY, candidateY[nearest.tag(j)]);
          }
        }
        inX.set(a, rule.strict(epsX));
        inY.set(a, rule.strict(epsY));
      }
      inX.countKnown(candidateX);
      inY.countKnown(candidateY);
      rows.count(true, r, inX.coded);
      rows.count(false, r, inY.coded);
      for (int a = 0; a < ks.length; a++) {
        sink.accept(a, i, inX.count(i, a), inY.count(i, a));
      }
    }

    /** Counts within one variable. */
    private final class Within {
      private final double[] values;
      private final int d;
      private final double c;
      private final double codesPerDistance;
      private final double[] eps = new double[ks.length];
      private final int[] known = new int[ks.length];
      private final QuantisedCount[] coded = new QuantisedCount[ks.length];

      /** Distances are multiplied by c. */
      Within(double[] values, int d, double c, QuantisedColumns codes) {
        this.values = values;
        this.d = d;
        this.c = c;
        codesPerDistance = 1 / (c * codes.unit());
        Arrays.setAll(coded, a -> new QuantisedCount(n));
      }

      /** Distances, times c, are counted below a bound. */
      void set(int a, double bound) {
        eps[a] = bound;
        coded[a].bound(bound * codesPerDistance);
      }

      /** Counts the points whose distances were computed. */
      void countKnown(double[] distances) {
        if (known.length > 1) {
          kernels.countBelow(distances, whole(), eps, known);
          return;
        }
        // Few: a kernel would not pay.
        double bound = eps[0];
        int count = 0;
        for (int m = 0; m < candidates; m++) {
          count += (int) (Double.doubleToRawLongBits(distances[m] - bound) >>> (Long.SIZE - 1));
        }
        known[0] = count;
      }

      /**
       * How many are below a bound: known ones, those by codes, and those that these leave open.
       */
      int count(int i, int a) {
        int count = known[a] + coded[a].count();
        int open = coded[a].open();
        int[] points = coded[a].points();
        for (int b = 0; b < open; b++) {
          count += c * distance(values, d, i, points[b]) < eps[a] ? 1 : 0;
        }
        decided += open;
        return count;
      }
    }
  }
}
