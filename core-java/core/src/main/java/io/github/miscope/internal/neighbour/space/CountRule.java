package io.github.miscope.internal.neighbour.space;

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

  public JointDistance distance() {
    return distance;
  }

  /**
   * The number below which distances are counted: the next larger double makes a closed count
   * strict, since none lies between.
   */
  public double strict(double eps) {
    return this == STRICT ? eps : Math.nextUp(eps);
  }
}
