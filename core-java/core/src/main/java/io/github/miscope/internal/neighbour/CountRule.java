package io.github.miscope.internal.neighbour;

/**
 * Which marginal neighbours of a point are counted. All rules see the marginal distances dx and dy
 * from the point to all others, with infinity for the point itself.
 */
public enum CountRule {
  /** Strictly inside the max-norm distance to the k-th joint neighbour. */
  STRICT {
    @Override
    void count(PointNeighbours p, double c) {
      double eps = p.kthMaximum(c);
      p.countX = PointNeighbours.countBelow(p.dx, eps);
      p.countY = PointNeighbours.countScaledBelow(p.dy, c, eps);
    }
  },
  /** Inside or on the max-norm distance to the k-th joint neighbour. */
  CLOSED {
    @Override
    void count(PointNeighbours p, double c) {
      double eps = p.kthMaximum(c);
      p.countX = PointNeighbours.countUpTo(p.dx, eps);
      p.countY = PointNeighbours.countScaledUpTo(p.dy, c, eps);
    }
  },
  /** Inside or on the smallest rectangle around the k joint neighbours. */
  RECTANGLE {
    @Override
    void count(PointNeighbours p, double c) {
      p.kthMaximum(c);
      double epsX = 0;
      double epsY = 0;
      for (int neighbour : p.nearest) {
        epsX = Math.max(epsX, p.dx[neighbour]);
        epsY = Math.max(epsY, p.dy[neighbour]);
      }
      p.countX = PointNeighbours.countUpTo(p.dx, epsX);
      p.countY = PointNeighbours.countUpTo(p.dy, epsY);
    }
  },
  /** Inside or on the distance sqrt(dx^2 + dy^2) to the k-th joint neighbour. */
  EUCLIDEAN {
    @Override
    void count(PointNeighbours p, double c) {
      double eps = p.kthEuclidean(c);
      p.countX = PointNeighbours.countUpTo(p.dx, eps);
      p.countY = PointNeighbours.countScaledUpTo(p.dy, c, eps);
    }
  };

  /** Sets the counts of a point whose marginal distances are known, for Y scaled by c. */
  abstract void count(PointNeighbours point, double c);
}
