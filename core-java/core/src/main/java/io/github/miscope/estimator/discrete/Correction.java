package io.github.miscope.estimator.discrete;

import org.apache.commons.numbers.gamma.Digamma;

/**
 * What is done about the bias of the plug-in entropy, which is low because n observations make
 * frequencies more uneven than probabilities are and miss rare levels.
 *
 * <p>Below, n_i is how often level i was seen, n their sum, K the number of levels seen, f_1 the
 * number of levels seen once, and psi is digamma. Each is a mean over the observations of an
 * estimate of -log p. Where only one level was seen, the entropy is taken to be zero by all of
 * them.
 */
public enum Correction {
  /** None, the plug-in or maximum-likelihood estimate: -sum (n_i/n) log(n_i/n). */
  PLUG_IN("plug-in") {
    @Override
    double share(int count, LevelCounts levels) {
      return Math.log(levels.n() / (double) count);
    }
  },
  /**
   * The plug-in estimate + (K - 1) / (2n): the first term of the bias, exact for many observations
   * of each level (Miller, Note on the bias of information estimates, 1955).
   */
  MILLER_MADOW("Miller-Madow") {
    @Override
    double share(int count, LevelCounts levels) {
      // (K - 1)/(2n) shared out: 1/(2 n_i) at each of the n_i observations of level i, less 1/(2n).
      return PLUG_IN.share(count, levels) + 0.5 / count - 0.5 / levels.n();
    }
  },
  /**
   * psi(n) - (1/n) sum n_i G(n_i), G(m) = psi(m) + (-1)^m (psi((m + 1)/2) - psi(m/2)) / 2
   * (Grassberger, Entropy estimates from insufficient samplings, arXiv physics/0307138, 2003, with
   * psi(n) in place of log n, as n is given and counts are multinomial: Sch&uuml;rmann, J. Phys. A
   * 37, L295, 2004). Its bias is -sum p_i int_0^(1 - 2 p_i) t^(n-1) / (1 - t) dt, which falls
   * exponentially in n where all p_i are well above 1/n.
   */
  GRASSBERGER("Grassberger") {
    @Override
    double share(int count, LevelCounts levels) {
      double alternating = 0.5 * (Digamma.value(0.5 * (count + 1)) - Digamma.value(0.5 * count));
      double g = Digamma.value(count) + (count % 2 == 0 ? alternating : -alternating);
      return Digamma.value(levels.n()) - g;
    }
  },
  /**
   * -sum p_i log p_i / (1 - (1 - p_i)^n) with p_i = C n_i/n and the Good-Turing coverage C = 1 -
   * f_1/n: frequencies are lowered to leave room for unseen levels, and each level is weighted by
   * the inverse of its probability of being seen (Chao and Shen, Environmental and Ecological
   * Statistics 10, 429, 2003). If every level was seen once, C = 1/n. For many rare levels.
   */
  CHAO_SHEN("Chao-Shen") {
    @Override
    double share(int count, LevelCounts levels) {
      double n = levels.n();
      double coverage = Math.max(1, n - levels.singletons()) / n;
      double p = coverage * count / n;
      return -coverage * Math.log(p) / -Math.expm1(n * Math.log1p(-p));
    }
  },
  /**
   * For mutual information: less what chance gives, whose mean over all permutations is known
   * exactly. The mean of independent variables is near zero however many levels they have, the
   * estimate is never above the smaller of the two entropies by this correction, and a copy has the
   * entropy. For an entropy: Sch&uuml;rmann's estimate (J. Phys. A 37, L295, 2004, with xi =
   * 0.526), held smoothly to log K where K levels were seen, or to as much more as levels not seen
   * may add; levels of one count each have log K. The default; core-java/docs/discrete.md says why,
   * core-java/benchmarks/discrete.md has the errors of all.
   */
  CHANCE_ADJUSTED("chance-adjusted") {
    @Override
    double share(int count, LevelCounts levels) {
      CountHistogram histogram = levels.histogram();
      return Schuermann.share(count, levels.n()) + (histogram.entropy() - histogram.schuermann());
    }
  };

  private final String label;

  Correction(String label) {
    this.label = label;
  }

  /** What each observation of a level contributes to the mean, for two levels or more. */
  abstract double share(int count, LevelCounts levels);

  @Override
  public String toString() {
    return label;
  }
}
