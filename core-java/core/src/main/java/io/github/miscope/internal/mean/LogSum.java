package io.github.miscope.internal.mean;

/** Logarithms of sums of exponentials. */
public final class LogSum {

  private LogSum() {}

  /**
   * log(exp l_1 + exp l_2 + ...), without overflow.
   *
   * @param logs at least one; the largest is finite
   * @return the logarithm of the sum
   */
  public static double of(double[] logs) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double l : logs) {
      largest = Math.max(largest, l);
    }
    double sum = 0;
    for (double l : logs) {
      sum += Math.exp(l - largest);
    }
    return largest + Math.log(sum);
  }
}
