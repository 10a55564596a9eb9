package io.github.miscope.estimator.gaussian;

/**
 * What is done about the excess of the plug-in estimate -(1/2) sum log(1 - r&sup2;), whose sample
 * canonical correlations r are too large: by about dX dY/(2n) nats.
 */
public enum BiasCorrection {
  /** Nothing: the plug-in estimate. */
  NONE("plug-in"),
  /**
   * The exact expectation of the excess for normal data, from the log-determinants of Wishart
   * matrices, is subtracted (Misra, Singh and Demchuk, Journal of Multivariate Analysis 92, 2005):
   * with m = n - 1 and f(d) = sum over j = 0..d-1 of psi((m - j)/2), it is (f(dX) + f(dY) - f(dX +
   * dY))/2, whatever the true covariance.
   */
  WISHART("Wishart"),
  /**
   * {@link #WISHART}, times the mean over observations of |u|&sup2; |v|&sup2; over its value for
   * normal data, where u and v are X and Y whitened. Where X and Y are large together (heavy tails,
   * mixtures of scales), sample correlations scatter more than normal ones do, and this ratio is
   * how much more. For normal data it is 1 but for noise.
   */
  FOURTH_MOMENT("fourth moment"),
  /**
   * The correlation matrix is shrunk towards the identity by the optimal part of Sch&auml;fer and
   * Strimmer (Statistical Applications in Genetics and Molecular Biology 4, 2005): for n that is
   * small against dX + dY, even smaller. Errs low.
   */
  SHRINKAGE("shrinkage");

  private final String label;

  BiasCorrection(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
