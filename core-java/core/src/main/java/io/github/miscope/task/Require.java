package io.github.miscope.task;

import io.github.miscope.internal.check.Check;

/** Checks of arguments whose messages name the argument, the rule and the value. */
final class Require {

  /** The rows that are drawn, the columns of them, and what an estimator makes of these. */
  private static final int COPIES = 3;

  private Require() {}

  /** Samples that are at least two, and that memory can hold. */
  static void samples(int n, long d) {
    Check.atLeast("n", n, 2);
    Check.memory("samples (n=" + n + ", dX + dY=" + d + ") and copies of them", n, d, COPIES);
  }

  /**
   * The number of dimensions of X and Y together.
   *
   * @throws IllegalArgumentException if memory cannot hold their covariance
   */
  static int dimensions(int dX, int dY) {
    Check.atLeast("dX", dX, 1);
    Check.atLeast("dY", dY, 1);
    long d = (long) dX + dY;
    Check.memory("a covariance (dX=" + dX + ", dY=" + dY + ")", d, d, 3);
    return (int) d;
  }

  /** Noise far below the rounding of a signal of unit size would be lost in the sum. */
  static void noise(String name, double value) {
    Check.positive(name, value);
    if (value < 1e-10) {
      throw new IllegalArgumentException(
          name + " must be at least 1.0E-10, or rounding loses the noise: " + name + "=" + value);
    }
  }

  static void correlation(String name, double value) {
    if (!(value > -1 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in (-1, 1): " + name + "=" + value);
    }
  }

  static void positiveCorrelation(double rho) {
    if (!(rho > 0 && rho < 1)) {
      throw new IllegalArgumentException(
          "rho must be in (0, 1) for a sum of signal and noise: rho=" + rho);
    }
  }

  static void label(String label) {
    if (label.isBlank()) {
      throw new IllegalArgumentException("the label of a task must not be blank");
    }
  }

  static void range(String low, double lowValue, String high, double highValue) {
    if (!(lowValue <= highValue)) {
      throw new IllegalArgumentException(
          low
              + " must be <= "
              + high
              + ": "
              + low
              + "="
              + lowValue
              + ", "
              + high
              + "="
              + highValue);
    }
  }

  static IllegalArgumentException notApplicable(Task task, String parameter) {
    return new IllegalArgumentException("the task " + task + " has no " + parameter + " to vary");
  }
}
