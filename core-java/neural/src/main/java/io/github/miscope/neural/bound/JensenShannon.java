package io.github.miscope.neural.bound;

import java.util.Objects;

/**
 * A critic trained on the Jensen-Shannon divergence, E_joint[-softplus(-F)] - E_product[softplus F]
 * (Nowozin, Cseke and Tomioka 2016; Hjelm et al., "Deep InfoMax", ICLR 2019), whose best F is log
 * p(x,y) / (p(x) p(y)), so that either lower bound can value it. Training is steadier than on these
 * bounds themselves.
 *
 * @param valuation the lower bound that gives the value
 */
public record JensenShannon(Valuation valuation) implements Bound {

  /**
   * Refuses null.
   *
   * @param valuation the lower bound that gives the value
   */
  public JensenShannon {
    Objects.requireNonNull(valuation, "valuation");
  }

  /** The lower bound that gives the value. */
  public enum Valuation {
    /** E_joint[1 + F] - E_product[exp F] (Poole et al. 2019, section 2.6). */
    NWJ,
    /** E_joint[F] - log E_product[exp F], as in MINE. */
    DONSKER_VARADHAN
  }

  @Override
  public double value(Scores scores) {
    Objects.requireNonNull(scores, "scores");
    double logMean = Scores.logMeanExp(scores.products());
    return switch (valuation) {
      case NWJ -> 1 + scores.meanJoint() - Math.exp(logMean);
      case DONSKER_VARADHAN -> scores.meanJoint() - logMean;
    };
  }

  @Override
  public double objective(Scores scores) {
    Objects.requireNonNull(scores, "scores");
    return divergence(scores);
  }

  /** The objective, twice the Jensen-Shannon divergence less 2 log 2 at the best critic. */
  static double divergence(Scores scores) {
    double joint = 0;
    for (int i = 0; i < scores.size(); i++) {
      joint += Scores.softplus(-scores.joint(i));
    }
    double product = 0;
    double[] products = scores.products();
    for (double f : products) {
      product += Scores.softplus(f);
    }
    return -joint / scores.size() - product / products.length;
  }

  @Override
  public String toString() {
    return valuation == Valuation.NWJ ? "JS" : "JS(Donsker-Varadhan)";
  }
}
