package io.github.miscope.estimator.entropy;

/** Whether a covariance matrix is pulled towards its diagonal. */
public enum Shrinkage {
  /** The sample covariance, which is singular unless n &gt; d. The default. */
  NONE,
  /**
   * The correlation matrix (1 - lambda) R + lambda I with the lambda of Ledoit and Wolf (Journal of
   * Multivariate Analysis 88, 365, 2004) for the standardised columns, so that units do not matter.
   * For n that is not many times d; works for n &le; d too.
   */
  LEDOIT_WOLF;

  @Override
  public String toString() {
    return this == NONE ? "none" : "Ledoit-Wolf";
  }
}
