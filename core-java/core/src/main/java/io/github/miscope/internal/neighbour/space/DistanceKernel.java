package io.github.miscope.internal.neighbour.space;

/**
 * Distances from one point to all points within one variable. Loops are of the kind that HotSpot
 * turns into vector instructions: arrays without offsets, one of them written, two columns at a
 * time.
 */
public enum DistanceKernel {
  /** Sum of absolute differences. */
  L1 {
    @Override
    void start(double[] a, double p, int n, double[] out) {
      absolute(a, p, n, out);
    }

    @Override
    void add(double[] a, double p, int n, double[] out) {
      for (int m = 0; m < n; m++) {
        out[m] += Math.abs(a[m] - p);
      }
    }

    @Override
    void add(double[] a, double p, double[] b, double q, int n, double[] out) {
      for (int m = 0; m < n; m++) {
        out[m] = out[m] + Math.abs(a[m] - p) + Math.abs(b[m] - q);
      }
    }

    @Override
    void finish(int n, double[] out) {}
  },
  /** Euclidean distance. */
  L2 {
    @Override
    void start(double[] a, double p, int n, double[] out) {
      for (int m = 0; m < n; m++) {
        double difference = a[m] - p;
        out[m] = difference * difference;
      }
    }

    @Override
    void add(double[] a, double p, int n, double[] out) {
      for (int m = 0; m < n; m++) {
        double difference = a[m] - p;
        out[m] += difference * difference;
      }
    }

    @Override
    void add(double[] a, double p, double[] b, double q, int n, double[] out) {
      for (int m = 0; m < n; m++) {
        double first = a[m] - p;
        double second = b[m] - q;
        out[m] = out[m] + first * first + second * second;
      }
    }

    @Override
    void finish(int n, double[] out) {
      for (int m = 0; m < n; m++) {
        out[m] = Math.sqrt(out[m]);
      }
    }
  },
  /** Largest absolute difference. */
  LINF {
    @Override
    void start(double[] a, double p, int n, double[] out) {
      absolute(a, p, n, out);
    }

    @Override
    void add(double[] a, double p, int n, double[] out) {
      for (int m = 0; m < n; m++) {
        out[m] = Math.max(out[m], Math.abs(a[m] - p));
      }
    }

    @Override
    void add(double[] a, double p, double[] b, double q, int n, double[] out) {
      for (int m = 0; m < n; m++) {
        out[m] = Math.max(out[m], Math.max(Math.abs(a[m] - p), Math.abs(b[m] - q)));
      }
    }

    @Override
    void finish(int n, double[] out) {}
  };

  abstract void start(double[] a, double p, int n, double[] out);

  abstract void add(double[] a, double p, int n, double[] out);

  abstract void add(double[] a, double p, double[] b, double q, int n, double[] out);

  abstract void finish(int n, double[] out);

  /**
   * Writes the distances from point i.
   *
   * @param columns d columns of n values, d at least 1
   * @param i the point
   * @param out receives n distances (more room is left as it is), among them 0 from the point to
   *     itself
   */
  public void distances(double[][] columns, int i, double[] out) {
    double[] point = new double[columns.length];
    for (int j = 0; j < point.length; j++) {
      point[j] = columns[j][i];
    }
    distances(columns, 0, columns.length, columns[0].length, point, 0, 1, out);
  }

  /**
   * Writes the distances from a point.
   *
   * @param columns the points' d columns, columns[first], columns[first + 1], ...
   * @param n the number of points
   * @param point value j of the point at at + j * stride
   * @param out receives n distances
   */
  public void distances(
      double[][] columns,
      int first,
      int d,
      int n,
      double[] point,
      int at,
      int stride,
      double[] out) {
    if (d == 1) {
      absolute(columns[first], point[at], n, out);
      return;
    }
    start(columns[first], point[at], n, out);
    int j = 1;
    if (d % 2 == 0) {
      add(columns[first + 1], point[at + stride], n, out);
      j = 2;
    }
    for (; j < d; j += 2) {
      int p = at + j * stride;
      add(columns[first + j], point[p], columns[first + j + 1], point[p + stride], n, out);
    }
    finish(n, out);
  }

  /**
   * The distance between two points, by the same operations in the same order as {@link
   * #distances}.
   *
   * @param rows d values for each point, point by point
   */
  public double distance(double[] rows, int d, int i, int m) {
    double joined = 0;
    for (int j = 0; j < d; j++) {
      double difference = Math.abs(rows[i * d + j] - rows[m * d + j]);
      if (this == LINF) {
        joined = joined > difference ? joined : difference;
      } else {
        joined += this == L2 && d > 1 ? difference * difference : difference;
      }
    }
    return this == L2 && d > 1 ? Math.sqrt(joined) : joined;
  }

  private static void absolute(double[] column, double p, int n, double[] out) {
    for (int m = 0; m < n; m++) {
      out[m] = Math.abs(column[m] - p);
    }
  }
}
