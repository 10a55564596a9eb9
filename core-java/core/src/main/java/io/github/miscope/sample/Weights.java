package io.github.miscope.sample;

import io.github.miscope.internal.check.Check;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A weight for each observation: how many members of the population it stands for, as in a survey.
 * Only ratios count. Immutable.
 */
public final class Weights {

  private final double[] shares;

  private Weights(double[] shares) {
    this.shares = shares;
  }

  /**
   * Weights of observations.
   *
   * @param weights one for each observation; 0 leaves it out
   * @return the weights
   * @throws IllegalArgumentException if one is negative or not finite, or fewer than 2 are positive
   */
  public static Weights of(double... weights) {
    Objects.requireNonNull(weights, "weights");
    double largest = 0;
    int positive = 0;
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0) || Double.isInfinite(weights[i])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "weights must be >= 0 and finite: weight[%d]=%s", i, weights[i]));
      }
      largest = Math.max(largest, weights[i]);
      positive += weights[i] > 0 ? 1 : 0;
    }
    Check.atLeast("positive weights", positive, 2);
    double sum = 0;
    for (double weight : weights) {
      sum += weight / largest; // The sum of very large ones would overflow.
    }
    double[] shares = new double[weights.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = weights[i] / largest / sum;
    }
    return new Weights(shares);
  }

  /**
   * The number of observations.
   *
   * @return n, those of weight 0 included
   */
  public int n() {
    return shares.length;
  }

  /**
   * The share of an observation in the population.
   *
   * @param i the observation, from 0
   * @return its weight over the sum of all
   */
  public double share(int i) {
    return shares[i];
  }

  /**
   * Kish's effective sample size, the squared sum of the weights over the sum of their squares: a
   * mean of as many equally weighted observations scatters as much (Kish, Survey Sampling, Wiley
   * 1965, section 11.7).
   *
   * @return from 1 to n
   */
  public double effectiveN() {
    double squares = 0;
    for (double share : shares) {
      squares += share * share;
    }
    return 1 / squares;
  }

  /**
   * The observations of positive weight.
   *
   * @return their numbers, ascending
   */
  public int[] positive() {
    return IntStream.range(0, shares.length).filter(i -> shares[i] > 0).toArray();
  }

  /**
   * The weights of the observations that have a positive one.
   *
   * @param rows the number of observations that are weighted
   * @return the weights of {@link #positive()}
   * @throws IllegalArgumentException if there are not so many weights
   */
  public Weights positiveFor(int rows) {
    if (rows != shares.length) {
      throw new IllegalArgumentException(
          "there must be a weight for each observation: weights=" + shares.length + ", n=" + rows);
    }
    return rows(positive());
  }

  /**
   * The weights of some observations.
   *
   * @param rows which ones, from 0; may repeat
   * @return their weights, which sum to 1 again
   * @throws IllegalArgumentException if fewer than 2 are positive
   */
  public Weights rows(int... rows) {
    Objects.requireNonNull(rows, "rows");
    return of(Arrays.stream(rows).mapToDouble(i -> shares[i]).toArray());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "Weights(n = %d, effective n = %.1f)", shares.length, effectiveN());
  }
}
