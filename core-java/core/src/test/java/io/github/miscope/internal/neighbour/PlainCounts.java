package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.CountSink;

/** The oracle: every point against every other, the nearest k by sorting, counts by comparing. */
final class PlainCounts {

  /** Counts by cell (scale index * number of ks + index of k) and point. */
  static final class Counts implements CountSink {
    final int[][] x;
    final int[][] y;

    Counts(int cells, int n) {
      x = new int[cells][n];
      y = new int[cells][n];
    }

    @Override
    public void accept(int cell, int i, int countX, int countY) {
      x[cell][i] = countX;
      y[cell][i] = countY;
    }

    @Override
    public void reorder(int cell, int[] points) {
      x[cell] = reordered(x[cell], points);
      y[cell] = reordered(y[cell], points);
    }

    private static int[] reordered(int[] counts, int[] points) {
      int[] ordered = new int[counts.length];
      for (int i = 0; i < counts.length; i++) {
        ordered[points[i]] = counts[i];
      }
      return ordered;
    }

    /** Forgets all but the points 0, step, 2 step, ... */
    void keep(int step) {
      for (int cell = 0; cell < x.length; cell++) {
        for (int i = 0; i < x[cell].length; i++) {
          x[cell][i] = i % step == 0 ? x[cell][i] : 0;
          y[cell][i] = i % step == 0 ? y[cell][i] : 0;
        }
      }
    }
  }

  private PlainCounts() {}

  static Counts count(Coordinates x, Coordinates y, double[] scales, CountRule rule, int... ks) {
    return count(1, x, y, scales, rule, ks);
  }

  /** Only the points 0, step, 2 step, ... */
  static Counts count(
      int step, Coordinates x, Coordinates y, double[] scales, CountRule rule, int... ks) {
    int n = x.n();
    Counts counts = new Counts(scales.length * ks.length, n);
    double[] dx = new double[n];
    double[] dy = new double[n];
    double[] joint = new double[n];
    for (int i = 0; i < n; i += step) {
      x.norm().distances(x.columns(), i, dx);
      y.norm().distances(y.columns(), i, dy);
      for (int s = 0; s < scales.length; s++) {
        double c = scales[s];
        for (int j = 0; j < n; j++) {
          double scaled = c * dy[j];
          joint[j] =
              rule == CountRule.EUCLIDEAN
                  ? dx[j] * dx[j] + scaled * scaled
                  : Math.max(dx[j], scaled);
        }
        for (int a = 0; a < ks.length; a++) {
          count(i, dx, dy, joint, c, rule, ks[a], counts, s * ks.length + a);
        }
      }
    }
    return counts;
  }

  private static void count(
      int i,
      double[] dx,
      double[] dy,
      double[] joint,
      double c,
      CountRule rule,
      int k,
      Counts counts,
      int cell) {
    int n = dx.length;
    boolean[] taken = new boolean[n];
    taken[i] = true;
    double eps = 0;
    double epsX = 0;
    double epsY = 0;
    for (int a = 0; a < k; a++) {
      int best = -1;
      for (int j = 0; j < n; j++) {
        if (!taken[j] && (best < 0 || joint[j] < joint[best])) {
          best = j;
        }
      }
      taken[best] = true;
      eps = joint[best];
      epsX = Math.max(epsX, dx[best]);
      epsY = Math.max(epsY, dy[best]);
    }
    if (rule == CountRule.EUCLIDEAN) {
      eps = Math.sqrt(eps);
    }
    for (int j = 0; j < n; j++) {
      if (j == i) {
        continue;
      }
      boolean inX;
      boolean inY;
      if (rule == CountRule.RECTANGLE) {
        inX = dx[j] <= epsX;
        inY = dy[j] <= epsY;
      } else if (rule == CountRule.STRICT) {
        inX = dx[j] < eps;
        inY = c * dy[j] < eps;
      } else {
        inX = dx[j] <= eps;
        inY = c * dy[j] <= eps;
      }
      counts.x[cell][i] += inX ? 1 : 0;
      counts.y[cell][i] += inY ? 1 : 0;
    }
  }

  static double[][] kthDistances(Coordinates x, int... ks) {
    int n = x.n();
    double[][] all = new double[ks.length][n];
    double[] distances = new double[n];
    for (int i = 0; i < n; i++) {
      x.norm().distances(x.columns(), i, distances);
      distances[i] = Double.POSITIVE_INFINITY;
      double[] sorted = distances.clone();
      java.util.Arrays.sort(sorted);
      for (int a = 0; a < ks.length; a++) {
        all[a][i] = sorted[ks[a] - 1];
      }
    }
    return all;
  }
}
