package io.github.miscope.estimator.auto;

import io.github.miscope.internal.density.GaussSum;
import io.github.miscope.internal.mean.LogSum;
import io.github.miscope.internal.parallel.Blocks;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The logarithm of the mean of exp T over pairs of X and Y from different observations, where T is
 * what pairs of variates with correlations r say of each other,
 *
 * <p>T(u, v) = sum over l of f_l (u_l^2 + v_l^2 - (u_l - v_l)^2 / (1 - r_l)) with f_l = r_l / (2 (1
 * + r_l)).
 *
 * <p>Without its first two terms exp T is a Gaussian kernel, so that the sums over v for all u are
 * those of a {@link GaussSum} of weighted centres, less the pairs of the same observation. Where
 * these are nearly all of the sum, or weights leave the range of numbers, it is summed pair by
 * pair.
 */
final class PairNormaliser {

  /** Of the logarithm of each sum. */
  private static final double TOLERANCE = 1e-10;

  /** Of the result, in nats. */
  private static final double LARGEST_ERROR = 1e-7;

  /** exp of more is not far from the largest number. */
  private static final double LARGEST_EXPONENT = 300;

  private final double[] r;
  private final double[][] u;
  private final double[][] v;
  private final int m;

  /**
   * Pairs of variates.
   *
   * @param r their correlations, below 1
   * @param u variates of X, by pair and observation
   * @param v those of Y
   * @param m the first m observations count
   */
  PairNormaliser(double[] r, double[][] u, double[][] v, int m) {
    this.r = r;
    this.u = u;
    this.v = v;
    this.m = m;
  }

  /** The logarithm, without the factor that makes exp T a density. */
  double log() throws InterruptedException {
    OptionalDouble fast = byKernels();
    return fast.isPresent() ? fast.getAsDouble() : pairByPair();
  }

  /** log p(u, v) - log p(u) - log p(v), but for a constant. */
  double critic(int i, int j) {
    double sum = 0;
    for (int l = 0; l < r.length; l++) {
      sum += critic(l, u[l][i], v[l][j]);
    }
    return sum;
  }

  /** Without cancellation at r near 1. */
  private double critic(int l, double x, double y) {
    double difference = x - y;
    return factor(l) * (x * x + y * y - difference * difference / (1 - r[l]));
  }

  private double factor(int l) {
    return r[l] / (2 * (1 + r[l]));
  }

  private OptionalDouble byKernels() throws InterruptedException {
    double[] logX = squares(u);
    double[] logY = squares(v);
    if (Math.max(largest(logX), largest(logY)) > LARGEST_EXPONENT) {
      return OptionalDouble.empty();
    }
    double sumY = 0;
    double[] weights = new double[m];
    for (int j = 0; j < m; j++) {
      weights[j] = Math.exp(logY[j]);
      sumY += weights[j];
    }
    GaussSum kernels = GaussSum.of(scaled(v), weights, 1, TOLERANCE);
    // The better the variates of an observation agree, the nearer is its own centre.
    int[] own = IntStream.range(0, m).toArray();
    GaussSum.Values values = kernels.logDensities(scaled(u), own);
    double constant = Math.log(sumY) + 0.5 * r.length * Math.log(2 * Math.PI);
    double all = 0;
    double same = 0;
    double shift = largest(values.logs()) + largest(logX);
    for (int i = 0; i < m; i++) {
      all += Math.exp(values.logs()[i] + logX[i] - shift);
      same += Math.exp(critic(i, i) - constant - shift);
    }
    double others = all - same;
    if (!(all * Math.max(TOLERANCE, values.largestBound()) <= others * LARGEST_ERROR)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(constant + shift + Math.log(others) - Math.log(m * (m - 1.0)));
  }

  private double[] squares(double[][] variates) {
    double[] sums = new double[m];
    for (int l = 0; l < r.length; l++) {
      for (int i = 0; i < m; i++) {
        sums[i] += factor(l) * variates[l][i] * variates[l][i];
      }
    }
    return sums;
  }

  private double[][] scaled(double[][] variates) {
    double[][] scaled = new double[r.length][m];
    for (int l = 0; l < r.length; l++) {
      double scale = Math.sqrt(2 * factor(l) / (1 - r[l]));
      for (int i = 0; i < m; i++) {
        scaled[l][i] = scale * variates[l][i];
      }
    }
    return scaled;
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  private double pairByPair() throws InterruptedException {
    double[] logs = new double[m];
    Blocks.run(
        m,
        32,
        () -> {
          double[] row = new double[m];
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              for (int j = 0; j < m; j++) {
                row[j] = j == i ? Double.NEGATIVE_INFINITY : critic(i, j);
              }
              logs[i] = LogSum.of(row);
            }
          };
        });
    return LogSum.of(logs) - Math.log(m * (m - 1.0));
  }
}
