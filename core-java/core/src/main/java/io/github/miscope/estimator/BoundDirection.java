package io.github.miscope.estimator;

/** On which side of the mutual information the expected value of a bound lies. */
public enum BoundDirection {
  /** At most the mutual information, whatever the critic. */
  LOWER,

  /** At least the mutual information, if the critic is the true conditional density. */
  UPPER,

  /** On neither side for certain. */
  NEITHER;

  @Override
  public String toString() {
    return switch (this) {
      case LOWER -> "lower bound";
      case UPPER -> "upper bound";
      case NEITHER -> "not a bound";
    };
  }
}
