package io.github.miscope.estimator;

import io.github.miscope.internal.text.Numbers;
import java.util.Objects;

/**
 * The p-value of a permutation test of independence: (1 + the number of permuted estimates that are
 * at least as large as the observed one) / (1 + the number of permutations); or, of a test that
 * stopped once so many of them were as large, the one number over the other.
 *
 * @param value the p-value, in (0, 1]
 * @param permutations how many permutations were drawn
 * @param planned how many would have been drawn, had the test not stopped early or been interrupted
 * @param nullMean mean of the permuted estimates, in nats: what the estimator gives for independent
 *     variables with these marginals. Of an estimator that told of some that they are too small to
 *     count, and not their values, it is the mean of the first ten
 * @param nullSd standard deviation of the same permuted estimates, in nats
 * @param scheme what was permuted: "all rows", "blocks of 20", "within levels of z"
 */
public record PValue(
    double value, int permutations, int planned, double nullMean, double nullSd, String scheme) {

  /**
   * A p-value.
   *
   * @param value the p-value
   * @param permutations how many permutations were drawn
   * @param planned how many would have been drawn without an early stop
   * @param nullMean mean of the permuted estimates
   * @param nullSd standard deviation of the permuted estimates
   * @param scheme what was permuted
   * @throws IllegalArgumentException if the value is not in (0, 1], there was no permutation, or
   *     fewer were planned than drawn
   */
  public PValue {
    Objects.requireNonNull(scheme, "scheme");
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException("a p-value must be in (0, 1]: value=" + value);
    }
    if (permutations < 1) {
      throw new IllegalArgumentException("permutations must be >= 1: " + permutations);
    }
    if (planned < permutations) {
      throw new IllegalArgumentException(
          "planned must be >= permutations: planned=" + planned + ", permutations=" + permutations);
    }
  }

  /**
   * A p-value of all permutations that were planned.
   *
   * @param value the p-value
   * @param permutations how many permutations were drawn
   * @param nullMean mean of the permuted estimates
   * @param nullSd standard deviation of the permuted estimates
   * @param scheme what was permuted
   * @throws IllegalArgumentException if the value is not in (0, 1] or there was no permutation
   */
  public PValue(double value, int permutations, double nullMean, double nullSd, String scheme) {
    this(value, permutations, permutations, nullMean, nullSd, scheme);
  }

  /**
   * Whether fewer permutations were drawn than planned.
   *
   * @return true if the test stopped early or was interrupted
   */
  public boolean stoppedEarly() {
    return permutations < planned;
  }

  /**
   * What was drawn: "200 permutations of all rows", or "stopped after 18 of 200 permutations of all
   * rows".
   *
   * @return the words behind the number in {@code toString()}
   */
  public String draws() {
    String stop = stoppedEarly() ? "stopped after " + permutations + " of " : "";
    return stop + planned + " permutations of " + scheme;
  }

  @Override
  public String toString() {
    return "p = " + Numbers.brief(value) + " (" + draws() + ")";
  }
}
