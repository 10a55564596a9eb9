package io.github.miscope.neural.bound;

import java.util.Objects;

/**
 * The bound E_joint[F] - E_product[exp(F - 1)] of Nguyen, Wainwright and Jordan (IEEE Trans. Inf.
 * Theory 56, 5847, 2010), also MINE-f (Belghazi et al. 2018) and f-GAN KL. Tight for F = 1 + log
 * p(x,y) / (p(x) p(y)).
 */
public record NguyenWainwrightJordan() implements Bound {

  @Override
  public double value(Scores scores) {
    Objects.requireNonNull(scores, "scores");
    return scores.meanJoint() - Math.exp(Scores.logMeanExp(scores.products()) - 1);
  }

  @Override
  public String toString() {
    return "NWJ";
  }
}
