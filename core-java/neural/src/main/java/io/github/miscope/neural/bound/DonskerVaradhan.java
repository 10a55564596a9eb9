package io.github.miscope.neural.bound;

import java.util.Locale;
import java.util.Objects;

/**
 * The bound of MINE: E_joint[F] - log E_product[exp F] (Donsker and Varadhan 1983; Belghazi et al.,
 * "Mutual Information Neural Estimation", ICML 2018, eq. 10). Tight for F = log p(x,y) / (p(x)
 * p(y)), up to any constant.
 *
 * <p>The gradient of the logarithm of a batch mean is biased; its denominator is replaced by an
 * exponential moving average over batches (eq. 12 and section 3.2 there).
 *
 * @param rate weight of the newest batch in the moving average; 1 leaves the gradient uncorrected
 */
public record DonskerVaradhan(double rate) implements Bound {

  private static final double DEFAULT_RATE = 0.01;

  /**
   * The bound of MINE.
   *
   * @param rate weight of the newest batch in the moving average, in (0, 1]
   * @throws IllegalArgumentException if the rate is outside (0, 1]
   */
  public DonskerVaradhan {
    if (!(rate > 0 && rate <= 1)) {
      throw new IllegalArgumentException("rate must be in (0, 1]: rate=" + rate);
    }
  }

  @Override
  public double value(Scores scores) {
    Objects.requireNonNull(scores, "scores");
    return scores.meanJoint() - Scores.logMeanExp(scores.products());
  }

  @Override
  public String toString() {
    return rate == DEFAULT_RATE ? "MINE" : String.format(Locale.ROOT, "MINE(rate %s)", rate);
  }
}
