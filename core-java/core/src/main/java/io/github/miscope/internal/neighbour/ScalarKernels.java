package io.github.miscope.internal.neighbour;

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
  public int countBelow(double[] d, int from, int to, double bound) {
    int count = 0;
    for (int m = from; m < to; m++) {
      count += d[m] < bound ? 1 : 0;
    }
    return count;
  }

  @Override
  public int count(double[] d, int length, double c, double eps) {
    int count = 0;
    for (int m = 0; m < length; m++) {
      count += c * d[m] < eps ? 1 : 0;
    }
    return count;
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
  public void distances(DistanceKernel norm, Tiles tiles, int t, double[] points, double[] out) {
    double[] data = tiles.data();
    int size = tiles.size();
    int d = tiles.d();
    int tile = t * d * size;
    boolean squares = norm == DistanceKernel.L2 && d > 1;
    for (int r = 0; r < ROWS; r++) {
      for (int m = 0; m < size; m++) {
        double joined = 0;
        for (int j = 0; j < d; j++) {
          double difference = Math.abs(data[tile + j * size + m] - points[j * ROWS + r]);
          if (norm == DistanceKernel.LINF) {
            joined = joined > difference ? joined : difference;
          } else {
            joined += squares ? difference * difference : difference;
          }
        }
        out[r * size + m] = squares ? Math.sqrt(joined) : joined;
      }
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
