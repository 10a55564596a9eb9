package io.github.miscope.internal.linear;

import org.apache.commons.numbers.gamma.Digamma;

/** Moments of the sample covariance of Gaussian data. */
public final class Wishart {

  private Wishart() {}

  /**
   * The bias of log det S, S the sample covariance with n - 1: E log det S - log det Sigma = sum
   * over i = 1..d of psi((n - i) / 2) + d log(2 / (n - 1)), exact for Gaussian data (Misra, Singh
   * and Demchuk, Journal of Multivariate Analysis 92, 324, 2005).
   *
   * @param n the number of observations, more than d; of weighted ones their effective number
   * @param d the number of dimensions
   * @return the bias, below zero
   */
  public static double logDeterminantBias(double n, int d) {
    double sum = 0;
    for (int i = 1; i <= d; i++) {
      sum += Digamma.value(0.5 * (n - i)) - Math.log(0.5 * (n - 1));
    }
    return sum;
  }
}
