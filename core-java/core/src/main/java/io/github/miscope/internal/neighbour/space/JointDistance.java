package io.github.miscope.internal.neighbour.space;

/** How distances within variables make a distance in their product. */
public enum JointDistance {
  /** The largest of them. */
  MAXIMUM {
    @Override
    public void start(double[] d, double c, double[] out, int count) {
      for (int m = 0; m < count; m++) {
        out[m] = c * d[m];
      }
    }

    @Override
    public void join(double[] d, double c, double[] out, int count) {
      for (int m = 0; m < count; m++) {
        out[m] = Math.max(out[m], c * d[m]);
      }
    }

    @Override
    public double of(double dx, double dy) {
      return Math.max(dx, dy);
    }

    @Override
    public double value(double joined) {
      return joined;
    }
  },
  /** The root of the sum of squares; squares are compared, and the root is taken last. */
  EUCLIDEAN {
    @Override
    public void start(double[] d, double c, double[] out, int count) {
      for (int m = 0; m < count; m++) {
        double scaled = c * d[m];
        out[m] = scaled * scaled;
      }
    }

    @Override
    public void join(double[] d, double c, double[] out, int count) {
      for (int m = 0; m < count; m++) {
        double scaled = c * d[m];
        out[m] += scaled * scaled;
      }
    }

    @Override
    public double of(double dx, double dy) {
      return dx * dx + dy * dy;
    }

    @Override
    public double value(double joined) {
      return Math.sqrt(joined);
    }
  };

  /** Writes what the first variable's distances, times c, contribute to the order by distance. */
  public abstract void start(double[] d, double c, double[] out, int count);

  /** Adds what another variable's distances, times c, contribute. */
  public abstract void join(double[] d, double c, double[] out, int count);

  /** What orders pairs by distance, of distances within two variables. */
  public abstract double of(double dx, double dy);

  /** The distance that belongs to a joined value. */
  public abstract double value(double joined);
}
