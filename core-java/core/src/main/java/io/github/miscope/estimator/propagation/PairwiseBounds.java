package io.github.miscope.estimator.propagation;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.density.GaussSum;
import io.github.miscope.internal.text.Numbers;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lower and upper bounds on the entropy of a Gaussian mixture, and on I(X;T), from the distances
 * between its centres (Kolchinsky and Tracey, "Estimating mixture entropy with pairwise distances",
 * Entropy 19(7):361, 2017, doi:10.3390/e19070361). No draws of noise are needed.
 *
 * <p>With C one of the centres c_i, of weight w_i, and T = C + Z, Z ~ N(0, beta^2 I), h(T) is (d/2)
 * log(2 pi e beta^2) - sum_i w_i log sum_j w_j exp(-D(i, j)) or more with the Bhattacharyya
 * distance D = |c_i - c_j|^2 / (8 beta^2), the Chernoff distance that is the best for components of
 * one variance, and no more than that with the Kullback-Leibler divergence D = |c_i - c_j|^2 / (2
 * beta^2). They meet where clusters are far apart and narrow, in units of beta.
 *
 * @param lower the lower bound, in nats
 * @param upper the upper bound, in nats
 */
public record PairwiseBounds(double lower, double upper) {

  /** The largest error of a logarithm of a sum, in nats, which the bounds allow for. */
  private static final double TOLERANCE = 1e-9;

  /**
   * Bounds on the entropy of the mixture on equally weighted centres.
   *
   * @param centres n rows of d values
   * @param beta the standard deviation of the noise
   * @return bounds on h(T) in nats
   * @throws IllegalArgumentException if beta is not positive and finite
   */
  public static PairwiseBounds ofEntropy(Variable centres, double beta) {
    Objects.requireNonNull(centres, "centres");
    Noise.require(beta);
    return interruptibly(() -> entropy(centres.columns(), null, beta));
  }

  /**
   * Bounds on the entropy of the mixture on weighted centres.
   *
   * @param centres n rows of d values
   * @param weights n weights, of which only the ratios count
   * @param beta the standard deviation of the noise
   * @return bounds on h(T) in nats
   * @throws IllegalArgumentException if beta is not positive and finite, the number of weights is
   *     not n, one is negative or not finite, or all are zero
   */
  public static PairwiseBounds ofEntropy(Variable centres, double[] weights, double beta) {
    Objects.requireNonNull(centres, "centres");
    Objects.requireNonNull(weights, "weights");
    MixtureEntropy.requireWeights(weights, centres.n());
    Noise.require(beta);
    return interruptibly(() -> entropy(centres.columns(), weights, beta));
  }

  /**
   * Bounds on I(X;T) of the constellation that S is sampled as: T = S + Z, with S uniform on the
   * draws for the input. They bound what {@link SamplePropagation} estimates from the same draws,
   * and with {@link NoisyChannel#deterministicCentres} I(X;T) itself; else I(X;T) differs from that
   * by the bias of finitely many draws.
   */
  static PairwiseBounds ofInformation(NoisyChannel channel, int drawsPerInput, Seed seed)
      throws InterruptedException {
    boolean fixed = channel.deterministicCentres();
    int each = fixed ? 1 : drawsPerInput;
    double beta = channel.beta();
    double[][] all = ConditionalMixtures.centres(channel, each, seed);
    PairwiseBounds entropy = entropy(all, null, beta);
    double noise = Noise.entropy(all.length, beta);
    if (fixed) {
      return new PairwiseBounds(entropy.lower - noise, entropy.upper - noise);
    }
    double lower = entropy.lower;
    double upper = entropy.upper;
    int inputs = channel.inputs();
    for (int x = 0; x < inputs; x++) {
      int from = x * each;
      double[][] own =
          Arrays.stream(all)
              .map(column -> Arrays.copyOfRange(column, from, from + each))
              .toArray(double[][]::new);
      PairwiseBounds given = entropy(own, null, beta);
      lower -= given.upper / inputs;
      upper -= given.lower / inputs;
    }
    return new PairwiseBounds(lower, upper);
  }

  private static PairwiseBounds entropy(
      double[][] centres, double @Nullable [] weights, double beta) throws InterruptedException {
    double noise = Noise.entropy(centres.length, beta);
    // exp(-D) is a Gaussian of standard deviation 2 beta, or beta, of the centres' difference.
    return new PairwiseBounds(
        noise + spread(centres, weights, 2 * beta) - TOLERANCE,
        noise + spread(centres, weights, beta) + TOLERANCE);
  }

  /** -sum_i w_i log sum_j w_j exp(-|c_i - c_j|^2 / (2 width^2)). */
  private static double spread(double[][] centres, double @Nullable [] weights, double width)
      throws InterruptedException {
    int n = centres[0].length;
    GaussSum sum = GaussSum.of(centres, weights, width, TOLERANCE);
    double[] logs = sum.logDensities(centres, IntStream.range(0, n).toArray()).logs();
    double constant = centres.length * (Math.log(width) + 0.5 * Math.log(2 * Math.PI));
    double spread = 0;
    double mass = 0;
    for (int i = 0; i < n; i++) {
      double weight = weights == null ? 1 : weights[i];
      if (weight > 0) {
        spread -= weight * (logs[i] + constant);
        mass += weight;
      }
    }
    return spread / mass;
  }

  @FunctionalInterface
  private interface Work {
    PairwiseBounds run() throws InterruptedException;
  }

  private static PairwiseBounds interruptibly(Work work) {
    try {
      return work.run();
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException("bounds of a mixture were interrupted", e);
    }
  }

  /** The bounds: "between 1.2 and 1.4 nats". */
  @Override
  public String toString() {
    return "between " + Numbers.brief(lower) + " and " + Numbers.brief(upper) + " nats";
  }
}
