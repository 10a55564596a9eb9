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
  KSG1("KSG", CountRule.STRICT),
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
  BI_KSG("BI-KSG", CountRule.EUCLIDEAN, true, false) {
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
  },
  /**
   * The bias-improved KSG with the maximum norm over (x,y), as in its authors' program: KSG1's
   * distance, closed counts, psi(k) + log n - mean(log nx + log ny). The ratio of volumes of {@link
   * #BI_KSG} is 1 then.
   */
  BI_KSG_LINF("BI-KSG-Linf", CountRule.CLOSED, true, false) {
    @Override
    double constant(int n, int k, int dX, int dY) {
      return Digamma.value(k) + Math.log(n);
    }
  },
  /**
   * KSG1 with logarithms in place of the digammas of counts: psi(k) + log n - mean(log(nx + 1) +
   * log(ny + 1)) (Sisak, "Mutual information estimation and its utilization in deep learning",
   * 2024, Definition 3.3). Lower than {@link #KSG1} by about 1/(2 (nx + 1)) + 1/(2 (ny + 1)), which
   * is much where counts are small.
   */
  KSG1_LOG("KSG-Log", CountRule.STRICT, true, false),
  /**
   * KSG2 with logarithms in place of the digammas of counts: psi(k) - 1/k + log n - mean(log mx +
   * log my) (Sisak 2024, Definition 3.4).
   */
  KSG2_LOG("KSG2-Log", CountRule.RECTANGLE, true, false),
  /**
   * {@link #KSG1_LOG} before the bias that Kraskov, St&ouml;gbauer and Grassberger conjecture is
   * taken out: log k + log n - mean(log(nx + 1) + log(ny + 1)) (Sisak 2024, section 3.2, before
   * Conjecture 3.1). The program of the thesis's figures has this form. Higher than KSG1_LOG by log
   * k - psi(k): 0.577 nats at k = 1, 0.176 at k = 3.
   */
  KSG1_LOG_K("KSG-LogK", CountRule.STRICT, true, true),
  /**
   * {@link #KSG2_LOG} before that bias is taken out: log k + log n - mean(log mx + log my) (Sisak
   * 2024, section 3.2, before Conjecture 3.2). Higher than KSG2_LOG by log k - psi(k) + 1/k: 1.577
   * nats at k = 1, 0.509 at k = 3.
   */
  KSG2_LOG_K("KSG2-LogK", CountRule.RECTANGLE, true, true);

  private final String label;
  private final CountRule rule;
  private final boolean logarithms;
  private final boolean logOfK;

  KsgVariant(String label, CountRule rule) {
    this(label, rule, false, false);
  }

  /**
   * A variant.
   *
   * @param logarithms of counts and n, in place of digammas
   * @param logOfK log k, in place of the digamma and of -1/k
   */
  KsgVariant(String label, CountRule rule, boolean logarithms, boolean logOfK) {
    this.label = label;
    this.rule = rule;
    this.logarithms = logarithms;
    this.logOfK = logOfK;
  }

  CountRule rule() {
    return rule;
  }

  /** Strict counts leave out the k-th neighbour: they begin at k - 1, and 1 is added to them. */
  private boolean isStrict() {
    return rule == CountRule.STRICT;
  }

  /** What one marginal count contributes to the mean that is subtracted. */
  double term(int count) {
    double full = isStrict() ? count + 1.0 : count;
    return logarithms ? Math.log(full) : Digamma.value(full);
  }

  /** The part that does not depend on the counts. */
  double constant(int n, int k, int dX, int dY) {
    return ofK(k) + (logarithms ? Math.log(n) : Digamma.value(n));
  }

  private double ofK(int k) {
    if (logOfK) {
      return Math.log(k);
    }
    return isStrict() ? Digamma.value(k) : Digamma.value(k) - 1.0 / k;
  }

  /** The smallest count there can be: it gives the estimator's ceiling. */
  int smallestCount(int k) {
    return isStrict() ? k - 1 : k;
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
