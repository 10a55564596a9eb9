package io.github.miscope.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

/** Means over samples, against what they should be. */
public final class Means {

  private Means() {}

  /**
   * Compares the mean of estimates from independent samples with the truth. Four standard errors,
   * taken from the estimates themselves, are exceeded by chance in 0.3 % of cases with ten samples
   * (Student's t with 9 degrees of freedom), in 0.03 % with thirty.
   *
   * @param bias the estimator's own bias that is allowed for
   */
  public static void assertMean(double truth, double[] estimates, double bias) {
    double mean = Arrays.stream(estimates).average().orElseThrow();
    double squares = Arrays.stream(estimates).map(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(squares / (estimates.length - 1) / estimates.length);
    assertTrue(
        Math.abs(mean - truth) <= 4 * error + bias,
        () -> "mean " + mean + ", truth " + truth + ", standard error " + error);
  }
}
