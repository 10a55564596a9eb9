package io.github.miscope.internal.neighbour;

/** Which marginal neighbours of a point are counted. */
public enum CountRule {
  /** Strictly inside the max-norm distance to the k-th joint neighbour. */
  STRICT(JointDistance.MAXIMUM),
  /** Inside or on the max-norm distance to the k-th joint neighbour. */
  CLOSED(JointDistance.MAXIMUM),
  /** Inside or on the smallest rectangle around the k joint neighbours. */
  RECTANGLE(JointDistance.MAXIMUM),
  /** Inside or on the distance sqrt(dx^2 + dy^2) to the k-th joint neighbour. */
  EUCLIDEAN(JointDistance.EUCLIDEAN);

  private final JointDistance distance;

  CountRule(JointDistance distance) {
    this.distance = distance;
  }

  JointDistance distance() {
    return distance;
  }

  /** Counts for a point whose marginal distances are known, with Y scaled by c. */
  void count(PointNeighbours point, double c, int scale, int i, NeighbourCounts.Sink sink) {
    double eps = point.kth(distance, c);
    if (this == RECTANGLE) {
      sink.accept(
          scale, i, point.countX(point.largestX(), true), point.countY(1, point.largestY(), true));
    } else {
      boolean closed = this != STRICT;
      sink.accept(scale, i, point.countX(eps, closed), point.countY(c, eps, closed));
    }
  }
}
