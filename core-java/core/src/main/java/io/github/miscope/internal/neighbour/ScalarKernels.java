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
  public int next(double[] d, int from, int to, double bound) {
    for (int m = from; m < to; m++) {
      if (d[m] < bound) {
        return m;
      }
    }
    return to;
  }

  @Override
  public long below(double[] d, double bound) {
    long below = 0;
    for (int m = 0; m < PADDING; m++) {
      if (d[m] < bound) {
        below |= 1L << m;
      }
    }
    return below;
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
