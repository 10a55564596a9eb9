package io.github.miscope.neural.bound;

import java.util.Objects;

/**
 * The leave-one-out bound: the mean over i of log q(y_i|x_i) - log((1/(b-1)) sum_{j != i}
 * q(y_i|x_j)) for a conditional density q learnt by maximum likelihood (Poole et al., "On
 * Variational Bounds of Mutual Information", ICML 2019, eq. 13). An upper bound for the true
 * density; within (exp(I) - 1) / b or so of the truth for b observations.
 */
public record LeaveOneOut() implements DensityBound {

  @Override
  public double value(Scores scores) {
    Objects.requireNonNull(scores, "scores");
    return scores.mean((right, others) -> right - (others - Math.log(scores.negatives())));
  }

  @Override
  public boolean comparesWithMany() {
    return true;
  }

  @Override
  public String toString() {
    return "L1Out";
  }
}
