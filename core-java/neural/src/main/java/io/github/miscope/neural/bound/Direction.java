package io.github.miscope.neural.bound;

/** On which side of the mutual information the expected value of a bound lies. */
public enum Direction {
  /** At most the mutual information, whatever the critic. */
  LOWER("lower bound"),

  /** At least the mutual information, if the critic is the true conditional density. */
  UPPER("upper bound"),

  /** On neither side for certain. */
  NEITHER("not a bound");

  private final String label;

  Direction(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
