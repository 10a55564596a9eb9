package io.github.miscope.neural.bound;

import io.github.miscope.estimator.BoundDirection;
import java.util.Objects;

/**
 * A bound of a conditional density log q(y|x), which is learnt by maximum likelihood: an upper
 * bound for the true density.
 */
public sealed interface DensityBound extends Bound permits Club, LeaveOneOut {

  @Override
  default BoundDirection direction() {
    return BoundDirection.UPPER;
  }

  /** The mean log-likelihood. */
  @Override
  default double objective(Scores scores) {
    Objects.requireNonNull(scores, "scores");
    return scores.meanJoint();
  }

  @Override
  default boolean needsDensity() {
    return true;
  }
}
