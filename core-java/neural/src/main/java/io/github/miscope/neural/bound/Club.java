package io.github.miscope.neural.bound;

import java.util.Objects;

/**
 * CLUB: E_joint[log q(y|x)] - E_product[log q(y|x)] for a conditional density q learnt by maximum
 * likelihood (Cheng et al., "CLUB: A Contrastive Log-ratio Upper Bound of Mutual Information", ICML
 * 2020, eq. 8 and 15). An upper bound for the true density, and not a tight one: of two normal
 * variables of correlation r it is r&#178; / (1 - r&#178;) where the information is -(1/2) log(1 -
 * r&#178;).
 */
public record Club() implements DensityBound {

  @Override
  public double value(Scores scores) {
    Objects.requireNonNull(scores, "scores");
    double sum = 0;
    double[] products = scores.products();
    for (double f : products) {
      sum += f;
    }
    return scores.meanJoint() - sum / products.length;
  }

  @Override
  public String toString() {
    return "CLUB";
  }
}
