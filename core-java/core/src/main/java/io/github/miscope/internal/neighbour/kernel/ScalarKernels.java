package io.github.miscope.internal.neighbour.kernel;

import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
import io.github.miscope.internal.neighbour.space.JointDistance;
import io.github.miscope.internal.neighbour.space.QuantisedColumns;
import io.github.miscope.internal.neighbour.space.Tiles;
import java.util.Arrays;

/**
 * Plain loops, of the kind that HotSpot turns into vector instructions by itself: one array
 * written, no offsets, {@code Math.max} rather than a comparison.
 */
final class ScalarKernels implements Kernels {

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
  public long below(
      JointDistance join, double[] dx, double[] dy, double c, int from, double bound) {
    long below = 0;
    if (join == JointDistance.MAXIMUM) {
      for (int m = 0; m < PADDING; m++) {
        if (dx[from + m] < bound && c * dy[from + m] < bound) {
          below |= 1L << m;
        }
      }
    } else {
      for (int m = 0; m < PADDING; m++) {
        double x = dx[from + m];
        double y = c * dy[from + m];
        if (x * x + y * y < bound) {
          below |= 1L << m;
        }
      }
    }
    return below;
  }

  @Override
  public void nearest(
      int k, double[] x, double cX, double[] y, double cY, int from, int to, double[][] out) {
    double[] distances = new double[2 * WINDOW];
    for (int i = from; i < to; i++) {
      for (int t = 1; t <= WINDOW; t++) {
        distances[t - 1] = Math.max(cX * Math.abs(x[i - t] - x[i]), cY * Math.abs(y[i - t] - y[i]));
        distances[WINDOW + t - 1] =
            Math.max(cX * Math.abs(x[i + t] - x[i]), cY * Math.abs(y[i + t] - y[i]));
      }
      Arrays.sort(distances);
      for (int j = 0; j < k; j++) {
        out[j][i - from] = distances[j];
      }
    }
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
  public void below(double[][] d, double[] bounds, long[] out) {
    for (int r = 0; r < ROWS; r++) {
      double[] row = d[r];
      double bound = bounds[r];
      long below = 0;
      for (int m = 0; m < PADDING; m++) {
        if (row[m] < bound) {
          below |= 1L << m;
        }
      }
      out[r] = below;
    }
  }

  @Override
  public long within(
      Tiles tiles, int t, double[] side, double[] other, int box, double[] limits, double[] room) {
    double[][] columns = tiles.columns();
    int d = tiles.d();
    Arrays.fill(room, Double.NEGATIVE_INFINITY);
    for (int j = 0; j < d; j++) {
      farther(columns[t * d + j], side[box + j], other[box + j], room);
    }
    long within = 0;
    for (int m = 0; m < PADDING; m++) {
      // The sign bit: a comparison would be mispredicted.
      within |= Double.doubleToRawLongBits(room[m] - limits[m]) >>> (Long.SIZE - 1) << m;
    }
    return within;
  }

  private static void farther(double[] column, double side, double other, double[] room) {
    for (int m = 0; m < room.length; m++) {
      room[m] = Math.max(room[m], Math.max(side - column[m], column[m] - other));
    }
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
    if (BoundTable.pays(length, bounds.length)) {
      BoundTable table = new BoundTable(bounds);
      if (table.isUsable()) {
        table.count(d, length, bounds, counts);
        return;
      }
    }
    for (int a = 0; a < bounds.length; a++) {
      counts[a] = countBelow(d, length, bounds[a]);
    }
  }

  @Override
  public QuantisedRows coded(QuantisedColumns x, QuantisedColumns y) {
    return new ScalarQuantisedRows(x, y);
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
