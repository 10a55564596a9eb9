package io.github.miscope.neural.bound;

import io.github.miscope.estimator.BoundDirection;
import java.util.Locale;
import java.util.Objects;

/**
 * SMILE: E_joint[F] - log E_product[clip(exp F, exp -tau, exp tau)] (Song and Ermon, "Understanding
 * the Limitations of Variational Mutual Information Estimators", ICLR 2020, eq. 15). Clipping
 * lowers the variance, and makes it neither a lower nor an upper bound: the joint term is not
 * clipped. As in the authors' program, the critic is trained on the Jensen-Shannon divergence.
 *
 * @param tau where scores of the product are clipped
 */
public record Smile(double tau) implements Bound {

  private static final double DEFAULT_TAU = 5;

  /**
   * SMILE.
   *
   * @param tau where scores of the product are clipped, above 0
   * @throws IllegalArgumentException if tau is not above 0
   */
  public Smile {
    if (!(tau > 0)) {
      throw new IllegalArgumentException("tau must be > 0: tau=" + tau);
    }
  }

  @Override
  public BoundDirection direction() {
    return BoundDirection.NEITHER;
  }

  @Override
  public double value(Scores scores) {
    Objects.requireNonNull(scores, "scores");
    double[] clipped = scores.products();
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = Math.max(-tau, Math.min(tau, clipped[i]));
    }
    return scores.meanJoint() - Scores.logMeanExp(clipped);
  }

  @Override
  public double objective(Scores scores) {
    Objects.requireNonNull(scores, "scores");
    return JensenShannon.divergence(scores);
  }

  @Override
  public String toString() {
    return tau == DEFAULT_TAU ? "SMILE" : String.format(Locale.ROOT, "SMILE(tau %s)", tau);
  }
}
