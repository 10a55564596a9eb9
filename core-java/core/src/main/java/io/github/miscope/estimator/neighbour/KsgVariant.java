package io.github.miscope.estimator.neighbour;

import io.github.miscope.internal.neighbour.space.CountRule;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The formulas of the KSG family. Counts never include the point itself; psi is digamma; all
 * logarithms are natural.
 */
public enum KsgVariant {
  /**
   * Kraskov, St&ouml;gbauer and Grassberger 2004, equation (8): psi(k) + psi(n) - mean(psi(nx + 1)
   * + psi(ny + 1)), nx and ny counting the points strictly closer than the max-norm distance to the
   * k-th joint neighbour.
   */
  KSG1("KSG", CountRule.STRICT) {
    @Override
    double term(int count) {
      return Digamma.value(count + 1);
    }

    @Override
    double constant(int n, int k, int dX, int dY) {
      return Digamma.value(k) + Digamma.value(n);
    }

    @Override
    int smallestCount(int k) {
      return k - 1;
    }
  },
  /**
   * Kraskov, St&ouml;gbauer and Grassberger 2004, equation (9): psi(k) - 1/k + psi(n) -
   * mean(psi(mx) + psi(my)), mx and my counting the points within the largest marginal distances
   * among the k joint neighbours.
   */
  KSG2("KSG2", CountRule.RECTANGLE),
  /**
   * Equation (6) of "Towards Robust Scale-Invariant Mutual Information Estimators": KSG1's
   * distance, KSG2's closed counts and its -1/k. It goes to -1/k, not to 0, as one variable is
   * scaled away (Proposition 3 there); for reproducing that paper, not for use.
   */
  CLOSED_BALL("KSG-Closed", CountRule.CLOSED),
  /**
   * The bias-improved KSG of Gao, Oh and Viswanath 2018: Euclidean distance in the joint space,
   * counts within it in each marginal; psi(k) + log n + log(c_dX c_dY / c_(dX+dY)) - mean(log nx +
   * log ny), c_d the volume of the unit ball. With other norms in the marginals, joined by the
   * Euclidean sum, the ratio of volumes stays the same.
   */
  BI_KSG("BI-KSG", CountRule.EUCLIDEAN) {
    @Override
    double term(int count) {
      return Math.log(count);
    }

    @Override
    double constant(int n, int k, int dX, int dY) {
      // c_d = pi^(d/2) / Gamma(1 + d/2): the powers of pi cancel.
      return Digamma.value(k)
          + Math.log(n)
          + LogGamma.value(1 + 0.5 * (dX + dY))
          - LogGamma.value(1 + 0.5 * dX)
          - LogGamma.value(1 + 0.5 * dY);
    }

    @Override
    double jitterWidth() {
      // The ratio of volumes supposes a density that is even over the ball. Spikes on a lattice are
      // not (errors of up to 0.08 nats); cells filled with noise are, and keep the information.
      return 1;
    }
  };

  private final String label;
  private final CountRule rule;

  KsgVariant(String label, CountRule rule) {
    this.label = label;
    this.rule = rule;
  }

  CountRule rule() {
    return rule;
  }

  /** What one marginal count contributes to the mean that is subtracted; here a closed count. */
  double term(int count) {
    return Digamma.value(count);
  }

  /** The part that does not depend on the counts; here that of closed counts. */
  double constant(int n, int k, int dX, int dY) {
    return Digamma.value(k) - 1.0 / k + Digamma.value(n);
  }

  /** The smallest count there can be: it gives the estimator's ceiling. */
  int smallestCount(int k) {
    return k;
  }

  /** Width of the jitter that breaks ties, relative to the smallest gap; at most 1. */
  double jitterWidth() {
    return 0x1p-10;
  }

  @Override
  public String toString() {
    return label;
  }
}
