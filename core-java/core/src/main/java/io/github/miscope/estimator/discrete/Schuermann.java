package io.github.miscope.estimator.discrete;

import org.apache.commons.numbers.gamma.Digamma;

/**
 * An entropy estimator near Sch&uuml;rmann's (J. Phys. A 37, L295, 2004, eq. 31): psi(n) - (1/n)
 * sum n_i G(n_i), G(m) = psi(m) + (-1)^m w(m) int_0^T t^(m-1) / (1 + t) dt. T = 1 is Grassberger's
 * of 2003, the least biased, and T = 0 the least noisy; here T = 0.9, and w(m) damps the
 * alternating term above counts of 3, where it only adds noise.
 */
final class Schuermann {

  private static final double T = 0.9;
  private static final int UNDAMPED = 3;
  private static final double DAMPING = 2;

  /** By count; from the last one on, below the rounding of psi(m). */
  private static final double[] ALTERNATING = alternating(100);

  private Schuermann() {}

  private static double[] alternating(int size) {
    double[] integral = new double[size];
    integral[1] = Math.log1p(T);
    for (int m = 1; m + 1 < size; m++) {
      // The integral of t^(m-1) (1 + t) / (1 + t), less that of t^(m-1) / (1 + t).
      integral[m + 1] = Math.pow(T, m) / m - integral[m];
    }
    for (int m = UNDAMPED + 1; m < size; m++) {
      integral[m] *= Math.exp((UNDAMPED - m) / DAMPING);
    }
    return integral;
  }

  /** The estimate of -log p from the count of a level, 1 or more, in n observations. */
  static double share(int count, int n) {
    double alternating = count < ALTERNATING.length ? ALTERNATING[count] : 0;
    double g = Digamma.value(count) + (count % 2 == 0 ? alternating : -alternating);
    return Digamma.value(n) - g;
  }
}
