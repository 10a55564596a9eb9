package io.github.miscope.estimator.propagation;

import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.internal.parallel.Blocks;
import io.github.miscope.sample.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Draws from mixtures: centres, strata and noise. */
final class Noise {

  private static final int BLOCK = 1024;

  private Noise() {}

  /** Refuses a channel without noise. */
  static void require(double beta) {
    if (beta == 0) {
      throw new IllegalArgumentException(
          "beta is 0: without noise T is a function of X, and I(X;T) is vacuous: log m for m equally"
              + " likely inputs, infinite for continuous X, whatever the network does (Goldfeld et"
              + " al. 2019, section 2). Put noise into the network, or measure clustering by the"
              + " binned entropy H(Bin(T))");
    }
    Check.positive("beta", beta);
  }

  /** The entropy of the noise, (d/2) log(2 pi e beta^2). */
  static double entropy(int d, double beta) {
    return d * (0.5 * Math.log(2 * Math.PI * Math.E) + Math.log(beta));
  }

  /**
   * Centres plus noise.
   *
   * @param centres by dimension
   * @param own the centre of each draw
   * @param beta standard deviation of the noise
   * @param seed of the noise
   * @return the draws, by dimension
   */
  static double[][] scattered(double[][] centres, int[] own, double beta, Seed seed)
      throws InterruptedException {
    double[][] points = new double[centres.length][own.length];
    int blocks = (own.length + BLOCK - 1) / BLOCK;
    Blocks.run(
        blocks,
        1,
        () ->
            (from, to) -> {
              for (int b = from; b < to; b++) {
                UniformRandomProvider random = seed.derive("noise", b).generator();
                ZigguratSampler.NormalizedGaussian normal =
                    ZigguratSampler.NormalizedGaussian.of(random);
                int end = Math.min(own.length, (b + 1) * BLOCK);
                for (int k = b * BLOCK; k < end; k++) {
                  for (int j = 0; j < centres.length; j++) {
                    points[j][k] = centres[j][own[k]] + beta * normal.sample();
                  }
                }
              }
            });
    return points;
  }

  /**
   * Values of log g less what a fit explains by |z|^2, whose mean is known: the mean of what is
   * left has the same expectation and less noise.
   *
   * <p>The slope for the draws of even number is fitted on those of odd number and the other way
   * round; draws being independent, no bias comes of it.
   *
   * @param logs log g by draw
   * @param points the draws, by dimension
   * @param centres by dimension
   * @param own the centre of each draw
   * @param beta standard deviation of the noise
   * @return as many values
   */
  static double[] controlled(
      double[] logs, double[][] points, double[][] centres, int[] own, double beta) {
    int d = points.length;
    double[] control = new double[logs.length];
    for (int j = 0; j < d; j++) {
      for (int k = 0; k < control.length; k++) {
        double z = (points[j][k] - centres[j][own[k]]) / beta;
        control[k] += 0.5 * (z * z - 1);
      }
    }
    double[] slopes = new double[2];
    double mean = Means.mean(logs, 0, logs.length);
    int[] counts = new int[2];
    for (int k = 0; k < control.length; k++) {
      // The variance of the control is d/2.
      slopes[k & 1] += (logs[k] - mean) * control[k] / (0.5 * d);
      counts[k & 1]++;
    }
    double[] rest = new double[logs.length];
    for (int k = 0; k < rest.length; k++) {
      int other = 1 - (k & 1);
      rest[k] = logs[k] - slopes[other] / counts[other] * control[k];
    }
    return rest;
  }

  /**
   * The variance of the mean of values from equal strata, from differences between neighbours;
   * expected to be too large if neighbouring strata differ, never too small.
   *
   * @param values one from each stratum, at least 2
   * @param from the first that counts
   * @param to the end
   * @return the variance of the mean of values[from..to)
   */
  static double varianceOfMean(double[] values, int from, int to) {
    double sum = 0;
    int k = from;
    for (; k + 1 < to; k += 2) {
      double difference = values[k] - values[k + 1];
      sum += difference * difference;
    }
    if (k < to) {
      double difference = values[k] - values[k - 1];
      sum += 0.5 * difference * difference;
    }
    double count = to - from;
    return sum / (count * count);
  }

  /** The unbiased variance of some values, at least 2. */
  static double variance(double[] values, int from, int to) {
    return Means.squaredDeviations(values, from, to) / (to - from - 1);
  }
}
