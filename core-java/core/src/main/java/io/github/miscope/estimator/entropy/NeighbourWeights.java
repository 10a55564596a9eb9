package io.github.miscope.estimator.entropy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * The weights of Berrett, Samworth and Yuan (Annals of Statistics 47, 288, 2019), equation (2): the
 * vector w of least Euclidean norm with sum_j w_j = 1, sum_j w_j Gamma(j + 2l/d) / Gamma(j) = 0 for
 * l = 1, ..., floor(d/4), and w_j = 0 unless j is one of floor(k/d), floor(2k/d), ..., k.
 *
 * <p>The powers 2l/d lie close together when d is large, and the weights grow: their norm is 2 for
 * d = 5, 14 for d = 10, 5e4 for d = 20 and 1e12 for d = 40. So they are solved for with 120 digits,
 * and each is kept as the sum of two doubles.
 */
final class NeighbourWeights {

  private static final MathContext DIGITS = new MathContext(120);

  private final int[] neighbours;
  private final double[] weights;
  private final double[] remainders;

  private NeighbourWeights(int[] neighbours, BigDecimal[] exact) {
    this.neighbours = neighbours;
    weights = new double[exact.length];
    remainders = new double[exact.length];
    for (int s = 0; s < exact.length; s++) {
      weights[s] = exact[s].doubleValue();
      remainders[s] = exact[s].subtract(new BigDecimal(weights[s])).doubleValue();
    }
  }

  /** The least k for which there are weights. */
  static int leastK(int d) {
    return d / 4 + 1;
  }

  /**
   * The weights for k neighbours in d dimensions.
   *
   * @throws IllegalArgumentException if there are none
   */
  static NeighbourWeights of(int k, int d) {
    if (k < leastK(d)) {
      throw new IllegalArgumentException(
          "k must be >= floor(d/4) + 1 = "
              + leastK(d)
              + " for d = "
              + d
              + ", since the weights must fulfil so many equations: k="
              + k);
    }
    int[] neighbours =
        IntStream.rangeClosed(1, d)
            .map(j -> (int) ((long) j * k / d))
            .filter(j -> j > 0)
            .distinct()
            .toArray();
    BigDecimal[][] rows = new BigDecimal[leastK(d)][];
    for (int l = 0; l < rows.length; l++) {
      rows[l] = gammaRatios(l, d, neighbours);
    }
    return new NeighbourWeights(neighbours, leastNorm(rows));
  }

  /**
   * Gamma(j + 2l/d) / Gamma(j) up to a factor that does not depend on j, which an equation with a
   * right-hand side of zero does not need: the product of (i + 2l/d) / i over i &lt; j.
   */
  private static BigDecimal[] gammaRatios(int l, int d, int[] neighbours) {
    BigDecimal[] ratios = new BigDecimal[neighbours.length];
    BigDecimal product = BigDecimal.ONE;
    int i = 1;
    for (int s = 0; s < ratios.length; s++) {
      for (; i < neighbours[s]; i++) {
        BigDecimal factor = BigDecimal.valueOf((long) d * i + 2L * l);
        product = product.multiply(factor, DIGITS).divide(BigDecimal.valueOf((long) d * i), DIGITS);
      }
      ratios[s] = product;
    }
    return ratios;
  }

  /** The w of least norm with rows[0] w = 1 and rows[l] w = 0 else: w = A' y with A A' y = e_0. */
  private static BigDecimal[] leastNorm(BigDecimal[][] rows) {
    int m = rows.length;
    BigDecimal[][] system = new BigDecimal[m][m + 1];
    for (int a = 0; a < m; a++) {
      for (int b = 0; b < m; b++) {
        system[a][b] = dot(rows[a], rows[b]);
      }
      system[a][m] = a == 0 ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    BigDecimal[] y = solve(system);
    BigDecimal[] w = new BigDecimal[rows[0].length];
    for (int s = 0; s < w.length; s++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int l = 0; l < m; l++) {
        sum = sum.add(rows[l][s].multiply(y[l], DIGITS), DIGITS);
      }
      w[s] = sum;
    }
    return w;
  }

  /** Elimination without pivots: the matrix is symmetric and positive definite. */
  private static BigDecimal[] solve(BigDecimal[][] system) {
    int m = system.length;
    for (int p = 0; p < m; p++) {
      for (int r = p + 1; r < m; r++) {
        BigDecimal factor = system[r][p].divide(system[p][p], DIGITS);
        for (int c = p; c <= m; c++) {
          system[r][c] = system[r][c].subtract(factor.multiply(system[p][c], DIGITS), DIGITS);
        }
      }
    }
    BigDecimal[] y = new BigDecimal[m];
    for (int r = m - 1; r >= 0; r--) {
      BigDecimal rest = system[r][m];
      for (int c = r + 1; c < m; c++) {
        rest = rest.subtract(system[r][c].multiply(y[c], DIGITS), DIGITS);
      }
      y[r] = rest.divide(system[r][r], DIGITS);
    }
    return y;
  }

  private static BigDecimal dot(BigDecimal[] a, BigDecimal[] b) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int s = 0; s < a.length; s++) {
      sum = sum.add(a[s].multiply(b[s], DIGITS), DIGITS);
    }
    return sum;
  }

  /** Which neighbours have a weight, ascending; the last is k. */
  int[] neighbours() {
    return neighbours.clone();
  }

  /** The weights, rounded to double. */
  double[] weights() {
    return weights.clone();
  }

  /** What rounding took from the weights. */
  double[] remainders() {
    return remainders.clone();
  }

  /** The Euclidean norm. */
  double norm() {
    return Math.sqrt(Arrays.stream(weights).map(w -> w * w).sum());
  }

  /**
   * The variance that distances add to one observation's share, whatever the density. In the limit
   * of many observations n c_d f rho_(j)^d is G_j, the sum of j exponential variables, and log G_i,
   * i &lt; j, is log G_j plus something independent of it, so that both have the covariance
   * psi'(j); by parts the variance of sum w_j log G_j is psi'(k) + the sum over j &lt; k of (w_1 +
   * ... + w_j)^2 / j^2.
   */
  double variance() {
    int k = neighbours[neighbours.length - 1];
    double variance = Trigamma.value(k);
    double sum = 0;
    double rest = 0;
    int s = 0;
    for (int j = 1; j < k; j++) {
      if (neighbours[s] == j) {
        sum += weights[s];
        rest += remainders[s];
        s++;
      }
      variance += (sum + rest) * (sum + rest) / ((double) j * j);
    }
    return variance;
  }

  /** The weighted sum. */
  double sum(double[] values) {
    double sum = 0;
    double rest = 0;
    for (int s = 0; s < weights.length; s++) {
      sum += weights[s] * values[s];
      rest += remainders[s] * values[s];
    }
    return sum + rest;
  }
}
