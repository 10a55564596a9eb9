package io.github.miscope.internal.neighbour;

import java.util.Arrays;

/**
 * Plain loops, of the kind that HotSpot turns into vector instructions by itself: one array
 * written, no offsets, {@code Math.max} rather than a comparison.
 */
final class ScalarKernels implements Kernels {

  /** So many bounds or more are looked up; fewer are compared one after the other. */
  private static final int FEW_BOUNDS = 4;

  @Override
  public String name() {
    return "plain loops";
  }

  @Override
  public void distances(Coordinates points, int from, int to, double[][] out) {
    for (int i = from; i < to; i++) {
      points.norm().distances(points.columns(), i, out[i - from]);
    }
  }

  @Override
  public int next(
      JointDistance join, double[] dx, double[] dy, double c, int from, int to, double bound) {
    if (join == JointDistance.MAXIMUM) {
      for (int m = from; m < to; m++) {
        if (dx[m] < bound && c * dy[m] < bound) {
          return m;
        }
      }
    } else {
      for (int m = from; m < to; m++) {
        double y = c * dy[m];
        if (dx[m] * dx[m] + y * y < bound) {
          return m;
        }
      }
    }
    return to;
  }

  @Override
  public int next(double[] d, int from, int to, double bound) {
    for (int m = from; m < to; m++) {
      if (d[m] < bound) {
        return m;
      }
    }
    return to;
  }

  @Override
  public int countBelow(double[] d, int length, double bound) {
    int count = 0;
    for (int m = 0; m < length; m++) {
      count += d[m] < bound ? 1 : 0;
    }
    return count;
  }

  @Override
  public void countBelow(double[] d, int length, double[] bounds, int[] counts) {
    if (bounds.length < FEW_BOUNDS) {
      for (int a = 0; a < bounds.length; a++) {
        counts[a] = countBelow(d, length, bounds[a]);
      }
      return;
    }
    // Among numbers that are not negative bits are in the order of values, and NaN comes last.
    int size = 2 * Integer.highestOneBit(bounds.length);
    long[] sorted = new long[size];
    for (int a = 0; a < size; a++) {
      sorted[a] = a < bounds.length ? Double.doubleToRawLongBits(bounds[a]) : Long.MAX_VALUE;
    }
    Arrays.sort(sorted);
    int[] within = new int[size];
    for (int m = 0; m < length; m++) {
      long bits = Double.doubleToRawLongBits(d[m]);
      int reached = 0;
      // How many bounds the distance reaches, without a branch to mispredict.
      for (int step = size / 2; step > 0; step /= 2) {
        reached += step & (int) ~((bits - sorted[reached + step - 1]) >> 63);
      }
      within[reached]++;
    }
    for (int a = 1; a < size; a++) {
      within[a] += within[a - 1];
    }
    for (int a = 0; a < bounds.length; a++) {
      long bits = Double.doubleToRawLongBits(bounds[a]);
      int first = 0;
      while (sorted[first] < bits) {
        first++;
      }
      counts[a] = within[first];
    }
  }

  @Override
  public CodedRows coded(Codes x, Codes y) {
    return new ScalarCodedRows(x, y);
  }

  @Override
  public int largestCode() {
    return (1 << 30) - 1;
  }

  @Override
  public void distances(DistanceKernel norm, Tiles tiles, int t, double[] points, double[][] out) {
    int d = tiles.d();
    for (int r = 0; r < ROWS; r++) {
      norm.distances(tiles.columns(), t * d, d, tiles.size(), points, r, ROWS, out[r]);
    }
  }

  @Override
  public void countMaximum(Tiles tiles, int t, double[] points, double[] eps, int[] counts) {
    double[] data = tiles.data();
    int size = tiles.size();
    int d = tiles.d();
    int tile = t * d * size;
    for (int r = 0; r < ROWS; r++) {
      int count = 0;
      double bound = eps[r];
      for (int m = 0; m < size; m++) {
        int in = 1;
        for (int j = 0; j < d; j++) {
          in &= Math.abs(data[tile + j * size + m] - points[j * ROWS + r]) < bound ? 1 : 0;
        }
        count += in;
      }
      counts[r] += count;
    }
  }
}
