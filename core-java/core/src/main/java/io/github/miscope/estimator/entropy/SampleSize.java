package io.github.miscope.estimator.entropy;

import org.apache.commons.numbers.gamma.Digamma;

/**
 * How the number of observations enters the nearest-neighbour entropy. The three differ by O(1/n).
 */
public enum SampleSize {
  /** log n: Singh et al. 2003; Sisak 2024, definition 3.1. The default. */
  LOG_N("log n") {
    @Override
    double term(int n) {
      return Math.log(n);
    }
  },
  /** log(n - 1): Kozachenko and Leonenko 1987; Berrett, Samworth and Yuan 2019. */
  LOG_N_MINUS_1("log(n - 1)") {
    @Override
    double term(int n) {
      return Math.log(n - 1);
    }
  },
  /** psi(n): Kraskov, St&ouml;gbauer and Grassberger 2004, equation (20). */
  PSI_N("psi(n)") {
    @Override
    double term(int n) {
      return Digamma.value(n);
    }
  };

  private final String label;

  SampleSize(String label) {
    this.label = label;
  }

  abstract double term(int n);

  @Override
  public String toString() {
    return label;
  }
}
