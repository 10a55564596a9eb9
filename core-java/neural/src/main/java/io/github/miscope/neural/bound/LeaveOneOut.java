package io.github.miscope.neural.bound;

import io.github.miscope.estimator.BoundDirection;
import java.util.Objects;

/**
 * The leave-one-out bound: the mean over i of log q(y_i|x_i) - log((1/(b-1)) sum_{j != i}
 * q(y_i|x_j)) for a conditional density q learnt by maximum likelihood (Poole et al., "On
 * Variational Bounds of Mutual Information", ICML 2019, eq. 13). An upper bound for the true
 * density; within (exp(I) - 1) / b or so of the truth for b observations.
 */
public record LeaveOneOut() implements Bound {

  @Override
  public BoundDirection direction() {
    return BoundDirection.UPPER;
  }

  @Override
  public double value(Scores scores) {
    Objects.requireNonNull(scores, "scores");
    double sum = 0;
    for (int i = 0; i < scores.size(); i++) {
      sum += scores.joint(i) - (scores.logSum(i) - Math.log(scores.negatives()));
    }
    return sum / scores.size();
  }

  @Override
  public double objective(Scores scores) {
    Objects.requireNonNull(scores, "scores");
    return scores.meanJoint();
  }

  @Override
  public boolean comparesWithMany() {
    return true;
  }

  @Override
  public boolean needsDensity() {
    return true;
  }

  @Override
  public String toString() {
    return "L1Out";
  }
}
