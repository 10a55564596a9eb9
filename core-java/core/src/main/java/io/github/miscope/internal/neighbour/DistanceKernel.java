package io.github.miscope.internal.neighbour;

/** Distances from one point to all points within one variable. */
public enum DistanceKernel {
  /** Sum of absolute differences. */
  L1 {
    @Override
    public void distances(double[][] columns, int i, double[] out) {
      absolute(columns[0], i, out);
      for (int j = 1; j < columns.length; j++) {
        double[] column = columns[j];
        double p = column[i];
        for (int m = 0; m < out.length; m++) {
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
      double q = first[i];
      for (int m = 0; m < out.length; m++) {
        double difference = first[m] - q;
        out[m] = difference * difference;
      }
      for (int j = 1; j < columns.length; j++) {
        double[] column = columns[j];
        double p = column[i];
        for (int m = 0; m < out.length; m++) {
          double difference = column[m] - p;
          out[m] += difference * difference;
        }
      }
      for (int m = 0; m < out.length; m++) {
        out[m] = Math.sqrt(out[m]);
      }
    }
  },
  /** Largest absolute difference. */
  LINF {
    @Override
    public void distances(double[][] columns, int i, double[] out) {
      absolute(columns[0], i, out);
      for (int j = 1; j < columns.length; j++) {
        double[] column = columns[j];
        double p = column[i];
        for (int m = 0; m < out.length; m++) {
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
   * @param out receives n distances, among them 0 from the point to itself
   */
  public abstract void distances(double[][] columns, int i, double[] out);

  private static void absolute(double[] column, int i, double[] out) {
    double p = column[i];
    for (int m = 0; m < out.length; m++) {
      out[m] = Math.abs(column[m] - p);
    }
  }
}
