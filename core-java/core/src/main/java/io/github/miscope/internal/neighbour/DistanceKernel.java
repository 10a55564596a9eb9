package io.github.miscope.internal.neighbour;

/** Distances from one point to all points within one variable. */
public enum DistanceKernel {
  /** Sum of absolute differences. */
  L1 {
    @Override
    public void distances(double[][] columns, int i, double[] out) {
      int n = columns[0].length;
      absolute(columns[0], i, out);
      for (int j = 1; j < columns.length; j++) {
        double[] column = columns[j];
        double p = column[i];
        for (int m = 0; m < n; m++) {
          out[m] += Math.abs(column[m] - p);
        }
      }
    }
  },
  /** Euclidean distance. */
  L2 {
    @Override
    public void distances(double[][] columns, int i, double[] out) {
      if (columns.length == 1) {
        absolute(columns[0], i, out);
        return;
      }
      double[] first = columns[0];
      int n = first.length;
      double q = first[i];
      for (int m = 0; m < n; m++) {
        double difference = first[m] - q;
        out[m] = difference * difference;
      }
      for (int j = 1; j < columns.length; j++) {
        double[] column = columns[j];
        double p = column[i];
        for (int m = 0; m < n; m++) {
          double difference = column[m] - p;
          out[m] += difference * difference;
        }
      }
      for (int m = 0; m < n; m++) {
        out[m] = Math.sqrt(out[m]);
      }
    }
  },
  /** Largest absolute difference. */
  LINF {
    @Override
    public void distances(double[][] columns, int i, double[] out) {
      int n = columns[0].length;
      absolute(columns[0], i, out);
      for (int j = 1; j < columns.length; j++) {
        double[] column = columns[j];
        double p = column[i];
        for (int m = 0; m < n; m++) {
          out[m] = Math.max(out[m], Math.abs(column[m] - p));
        }
      }
    }
  };

  /**
   * Writes the distances from point i.
   *
   * @param columns d columns of n values, d at least 1
   * @param i the point
   * @param out receives n distances (more room is left as it is), among them 0 from the point to
   *     itself
   */
  public abstract void distances(double[][] columns, int i, double[] out);

  /**
   * The distance between two points, by the same operations in the same order as {@link
   * #distances}.
   *
   * @param rows d values for each point, point by point
   */
  double distance(double[] rows, int d, int i, int m) {
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

  private static void absolute(double[] column, int i, double[] out) {
    double p = column[i];
    int n = column.length;
    for (int m = 0; m < n; m++) {
      out[m] = Math.abs(column[m] - p);
    }
  }
}
