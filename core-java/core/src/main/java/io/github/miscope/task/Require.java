package io.github.miscope.task;

import io.github.miscope.internal.check.Check;

/** Checks of arguments whose messages name the argument, the rule and the value. */
final class Require {

  private Require() {}

  static void atLeast(int least, String name, int value) {
    if (value < least) {
      throw new IllegalArgumentException(
          name + " must be at least " + least + ": " + name + "=" + value);
    }
  }

  /** Samples that are at least two, and that memory can hold. */
  static void samples(int n, long d) {
    atLeast(2, "n", n);
    Check.memory("samples (n=" + n + ", dX + dY=" + d + ")", n, d);
  }

  /**
   * The number of dimensions of X and Y together.
   *
   * @throws IllegalArgumentException if memory cannot hold their covariance
   */
  static int dimensions(int dX, int dY) {
    atLeast(1, "dX", dX);
    atLeast(1, "dY", dY);
    long d = (long) dX + dY;
    Check.memory("a covariance (dX=" + dX + ", dY=" + dY + ")", d, d, 3);
    return (int) d;
  }

  static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " must be positive and finite: " + name + "=" + value);
    }
  }

  /** Noise far below the rounding of a signal of unit size would be lost in the sum. */
  static void noise(String name, double value) {
    positive(name, value);
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
