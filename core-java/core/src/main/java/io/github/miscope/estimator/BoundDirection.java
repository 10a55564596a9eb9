package io.github.miscope.estimator;

/** On which side of the mutual information the expected value of a bound lies. */
public enum BoundDirection {
  /** At most the mutual information, whatever the critic. */
  LOWER("lower bound"),

  /** At least the mutual information, if the critic is the true conditional density. */
  UPPER("upper bound"),

  /** On neither side for certain. */
  NEITHER("not a bound");

  private final String label;

  BoundDirection(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
