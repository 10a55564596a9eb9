package io.github.miscope.neural.bound;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;

/**
 * What a critic F says of b pairs that were observed together, and of pairs that were not.
 *
 * <p>Row i of the products holds F(x', y_i) for m values x' that belong to other observations.
 * Bounds that compare each pair with many need no more of a row than log sum exp F(x', y_i), see
 * {@link #summed}. Immutable by convention: the arrays are not copied.
 */
public final class Scores {

  private final double[] joint;
  private final double[][] product;
  private final double[] logSums;
  private final int negatives;

  /**
   * The scores of a critic.
   *
   * @param joint F(x_i, y_i), b values
   * @param product b rows of m values F(x', y_i)
   * @throws IllegalArgumentException if there are no values, not as many rows as joint scores, or
   *     rows of different lengths
   */
  public Scores(double[] joint, double[][] product) {
    Objects.requireNonNull(joint, "joint");
    Objects.requireNonNull(product, "product");
    if (joint.length == 0 || product.length != joint.length || product[0].length == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "scores must be of at least one pair, with a row of product scores for each: %d and"
                  + " %d rows",
              joint.length,
              product.length));
    }
    for (double[] row : product) {
      if (row.length != product[0].length) {
        throw new IllegalArgumentException(
            "rows of product scores must be of one length: "
                + product[0].length
                + " and "
                + row.length);
      }
    }
    this.joint = joint;
    this.product = product;
    this.logSums = new double[0];
    this.negatives = product[0].length;
  }

  private Scores(double[] joint, double[] logSums, int negatives) {
    this.joint = joint;
    this.product = new double[0][];
    this.logSums = logSums;
    this.negatives = negatives;
  }

  /**
   * The scores of a critic, of whose products only what {@link InfoNce} and {@link LeaveOneOut}
   * need is there: n values instead of n m.
   *
   * @param joint F(x_i, y_i), b values
   * @param logSums log sum exp F(x', y_i) over the m values x' of each row, b values
   * @param negatives m
   * @return the scores
   * @throws IllegalArgumentException if there are no values, not as many sums as joint scores, or
   *     negatives &lt; 1
   */
  public static Scores summed(double[] joint, double[] logSums, int negatives) {
    Objects.requireNonNull(joint, "joint");
    Objects.requireNonNull(logSums, "logSums");
    if (joint.length == 0 || logSums.length != joint.length || negatives < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "scores must be of at least one pair, with a sum of product scores for each, of at"
                  + " least one: %d scores, %d sums, negatives=%d",
              joint.length,
              logSums.length,
              negatives));
    }
    return new Scores(joint, logSums, negatives);
  }

  /**
   * The number of pairs that were observed together.
   *
   * @return b
   */
  public int size() {
    return joint.length;
  }

  /**
   * The number of other x for each y.
   *
   * @return m
   */
  public int negatives() {
    return negatives;
  }

  /**
   * The mean score of observed pairs.
   *
   * @return mean F(x_i, y_i)
   */
  public double meanJoint() {
    return Arrays.stream(joint).average().orElseThrow();
  }

  /** The mean over pairs of what F(x_i, y_i) and {@link #logSum} of the same y give. */
  double mean(DoubleBinaryOperator share) {
    double sum = 0;
    for (int i = 0; i < joint.length; i++) {
      sum += share.applyAsDouble(joint(i), logSum(i));
    }
    return sum / joint.length;
  }

  /**
   * The standard deviation of the scores of observed pairs.
   *
   * @return with the divisor b
   */
  public double spreadOfJoint() {
    double mean = meanJoint();
    double sum = 0;
    for (double f : joint) {
      sum += (f - mean) * (f - mean);
    }
    return Math.sqrt(sum / joint.length);
  }

  /**
   * The largest score without its sign.
   *
   * @return of all pairs; where only sums of product scores are there, of them instead; NaN if a
   *     score is
   */
  public double largestMagnitude() {
    double largest = Math.max(largestMagnitude(joint), largestMagnitude(logSums));
    for (double[] row : product) {
      largest = Math.max(largest, largestMagnitude(row));
    }
    return largest;
  }

  /**
   * The standard error of log mean exp F over pairs that were not observed together, in a
   * first-order approximation: the coefficient of variation of exp F over the square root of their
   * number. Where a few pairs decide, it is near 1, and the truth is beyond it.
   *
   * @return in nats; 0 where only sums of product scores are there
   */
  public double errorOfProduct() {
    if (product.length == 0) {
      return 0;
    }
    double[] f = products();
    double largest = Arrays.stream(f).max().orElseThrow();
    double sum = 0;
    double squares = 0;
    for (double v : f) {
      double weight = Math.exp(v - largest);
      sum += weight;
      squares += weight * weight;
    }
    return Math.sqrt(Math.max(0, squares / (sum * sum) - 1.0 / f.length));
  }

  private static double largestMagnitude(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  double joint(int i) {
    return joint[i];
  }

  /** log sum exp F(x', y_i). */
  double logSum(int i) {
    return product.length == 0 ? logSums[i] : logSumExp(product[i]);
  }

  /** The scores of all pairs that were not observed together. */
  double[] products() {
    if (product.length == 0) {
      throw new IllegalArgumentException("only sums of product scores are there");
    }
    return Arrays.stream(product).flatMapToDouble(Arrays::stream).toArray();
  }

  /** log((1/n) sum exp f), without overflow. */
  static double logMeanExp(double... f) {
    return logSumExp(f) - Math.log(f.length);
  }

  /**
   * log sum exp f, without overflow.
   *
   * @param f scores
   * @return minus infinity if there are none
   */
  public static double logSumExp(double... f) {
    Objects.requireNonNull(f, "f");
    double largest = Double.NEGATIVE_INFINITY;
    for (double v : f) {
      largest = Math.max(largest, v);
    }
    if (Double.isInfinite(largest)) {
      return largest;
    }
    double sum = 0;
    for (double v : f) {
      sum += Math.exp(v - largest);
    }
    return largest + Math.log(sum);
  }

  /** log(1 + exp f), without overflow. */
  static double softplus(double f) {
    return Math.max(f, 0) + Math.log1p(Math.exp(-Math.abs(f)));
  }
}
