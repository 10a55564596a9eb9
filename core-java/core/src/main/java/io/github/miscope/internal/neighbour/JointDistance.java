package io.github.miscope.internal.neighbour;

/** How distances within X and Y make a distance between pairs. */
enum JointDistance {
  /** The larger of the two. */
  MAXIMUM {
    @Override
    void join(double[] dx, double[] dy, double c, double[] out, int count) {
      for (int m = 0; m < count; m++) {
        out[m] = Math.max(dx[m], c * dy[m]);
      }
    }

    @Override
    double value(double joined) {
      return joined;
    }
  },
  /** The root of the sum of squares; squares are compared, and the root is taken last. */
  EUCLIDEAN {
    @Override
    void join(double[] dx, double[] dy, double c, double[] out, int count) {
      for (int m = 0; m < count; m++) {
        double scaled = c * dy[m];
        out[m] = dx[m] * dx[m] + scaled * scaled;
      }
    }

    @Override
    double value(double joined) {
      return Math.sqrt(joined);
    }
  };

  /** Writes what orders the pairs by distance, for Y scaled by c. */
  abstract void join(double[] dx, double[] dy, double c, double[] out, int count);

  /** The distance that belongs to a joined value. */
  abstract double value(double joined);
}
