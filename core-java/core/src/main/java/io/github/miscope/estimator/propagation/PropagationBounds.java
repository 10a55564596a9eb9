package io.github.miscope.estimator.propagation;

import io.github.miscope.internal.check.Check;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What is proven of sample propagation (Goldfeld et al., "Estimating information flow in deep
 * neural networks", ICML 2019, supplement 9 and 10). All in nats; d is the number of dimensions of
 * T, beta the standard deviation of the noise, n the number of draws of S.
 */
public final class PropagationBounds {

  private static final int GRID = 2000;

  private PropagationBounds() {}

  /**
   * The expected absolute error of h(T) from n draws, S subgaussian: Theorem 3, equation (7).
   *
   * @param d dimensions
   * @param beta standard deviation of the noise
   * @param mu the norm of the mean of S, or more
   * @param k the subgaussian constant K of equation (6)
   * @param n draws
   * @return the bound
   */
  public static double entropyRisk(int d, double beta, double mu, double k, double n) {
    check(d, beta, n);
    double width = k + beta / Math.sqrt(2);
    double moments =
        8
            * (2 * Math.pow(mu, 4)
                + 32.0 * d * d * Math.pow(k, 4)
                + d * (d + 2.0) * Math.pow(width, 4))
            / Math.pow(beta, 4);
    double exponent = 3.0 * d / 16 + mu * mu / (4 * width * width);
    return Math.pow(1 / Math.sqrt(2) + k / beta, d / 2.0)
        * Math.sqrt(moments)
        * Math.exp(exponent)
        / Math.sqrt(n);
  }

  /**
   * The expected absolute error of h(T) from n draws, S in [-1, 1]^d: Remark 2.
   *
   * @param d dimensions
   * @param beta standard deviation of the noise
   * @param n draws
   * @return max(1, beta^-d) 2^(d+2) sqrt(d/n)
   */
  public static double boundedEntropyRisk(int d, double beta, double n) {
    check(d, beta, n);
    return Math.max(1, Math.pow(beta, -d)) * Math.pow(2, d + 2) * Math.sqrt(d / n);
  }

  /**
   * The expected absolute error of h(T) from n draws, S in [-1, 1]^d, by the explicit bound of
   * Goldfeld's slides ("The sample propagation estimator: convergence"; Goldfeld, Greenewald and
   * Polyanskiy 2018, arXiv:1810.11589), as it is printed there. It falls like (log n)^(1 + d/4) /
   * sqrt(n); its factor of beta is beta^(-d/2) where that of {@link #boundedEntropyRisk} is
   * beta^-d, and its second term is of order d^2 / (beta^4 n).
   *
   * @param d dimensions
   * @param beta standard deviation of the noise
   * @param n draws, more than 1
   * @param epsilon above 0; how far beyond sqrt(2 log n) standard deviations of the noise the tail
   *     begins
   * @return the bound
   * @throws IllegalArgumentException if n is not above 1 or epsilon not positive
   */
  public static double explicitEntropyRisk(int d, double beta, double n, double epsilon) {
    check(d, beta, n);
    Check.positive("epsilon", epsilon);
    if (!(n > 1)) {
      throw new IllegalArgumentException("n must be > 1: n=" + n);
    }
    double b2 = beta * beta;
    double side = 2 + 2 * beta * Math.sqrt((2 + epsilon) * Math.log(n));
    double logCells = Math.log(n) + d * (Math.log(side) - 0.5 * Math.log(Math.PI * b2));
    double inside =
        Math.pow(side * side / (4 * Math.PI * b2), d / 4.0) * logCells / (2 * Math.sqrt(n));
    double c = 0.5 * d * Math.log(2 * Math.PI * b2) + d / b2;
    double outside =
        c * c + 2 * c * d * (1 + b2) / b2 + 8.0 * d * (d + 2 * b2 * b2 + d * b2 * b2) / (b2 * b2);
    return inside + 2 * outside / n;
  }

  /**
   * The expected absolute error of I(X;T) from n inputs and n draws for each, given that of an
   * entropy: Theorem 4, equation (11). With {@link #entropyRisk} it is Theorem 1, equation (2).
   *
   * @param entropyRisk the expected absolute error of one entropy from n draws
   * @param d dimensions
   * @param beta standard deviation of the noise
   * @param n inputs, and draws for each
   * @return 2 entropyRisk + d log(1 + 1/beta^2) / (4 sqrt(n))
   */
  public static double informationRisk(double entropyRisk, int d, double beta, double n) {
    check(d, beta, n);
    return 2 * entropyRisk + d * Math.log1p(1 / (beta * beta)) / (4 * Math.sqrt(n));
  }

  /**
   * The n from which Theorem 1 promises a risk of I(X;T), S subgaussian.
   *
   * @param risk the expected absolute error that is allowed
   * @param d dimensions
   * @param beta standard deviation of the noise
   * @param mu the norm of the mean of S, or more
   * @param k the subgaussian constant
   * @return n, of inputs and of draws for each; not rounded
   */
  public static double drawsForRisk(double risk, int d, double beta, double mu, double k) {
    return square(informationRisk(entropyRisk(d, beta, mu, k, 1), d, beta, 1) / positive(risk));
  }

  /**
   * The n from which Theorem 4 with Remark 2 promises a risk of I(X;T), S in [-1, 1]^d.
   *
   * @param risk the expected absolute error that is allowed
   * @param d dimensions
   * @param beta standard deviation of the noise
   * @return n, of inputs and of draws for each; not rounded
   */
  public static double boundedDrawsForRisk(double risk, int d, double beta) {
    return square(informationRisk(boundedEntropyRisk(d, beta, 1), d, beta, 1) / positive(risk));
  }

  /**
   * The mean squared error of Monte-Carlo integration, centres in [-1, 1]^d: equation (16).
   *
   * @param d dimensions
   * @param beta standard deviation of the noise
   * @param draws n n_MC, n_MC at each of n centres
   * @return 2d (2 + beta^2) / (beta^2 n n_MC)
   */
  public static double boundedIntegrationError(int d, double beta, double draws) {
    check(d, beta, draws);
    return 2.0 * d * (2 + beta * beta) / (beta * beta * draws);
  }

  /**
   * The mean squared error of Monte-Carlo integration by equation (17), as it is printed.
   *
   * <p>The proof sums 9 E|c + Z|^2 over centres, which is 9 M + 9 d beta^2, and (46) has no term in
   * |c|^2: what is printed can be below what the proof gives. {@link #integrationError} is smaller
   * than both, and holds.
   *
   * @param d dimensions
   * @param beta standard deviation of the noise
   * @param secondMoment M, the mean squared norm of centres
   * @param draws n n_MC
   * @return the bound
   */
  public static double momentIntegrationError(
      int d, double beta, double secondMoment, double draws) {
    check(d, beta, draws);
    double noise = beta * Math.sqrt(d);
    double sum =
        9.0 * d * beta * beta
            + 8 * (2 + noise) * secondMoment
            + 3 * (11 * noise + 1) * Math.sqrt(secondMoment);
    return sum / (beta * beta * draws);
  }

  /**
   * The mean squared error of Monte-Carlo integration, whatever the centres: d / (n n_MC).
   *
   * <p>As in the paper's proof, (41) and Poincar&eacute;'s inequality (42) bound it by beta^2
   * E|grad log g(V)|^2 / (n n_MC). The gradient is -E[Z|V] / beta^2, and E|E[Z|V]|^2 is at most
   * E|Z|^2 = d beta^2 by Jensen's inequality. This is below (16) by a factor of more than 4 /
   * beta^2.
   *
   * @param d dimensions
   * @param draws n n_MC, n_MC at each of n centres
   * @return d / draws
   */
  public static double integrationError(int d, double draws) {
    check(d, 1, draws);
    return d / draws;
  }

  /**
   * k_* of Theorem 5: so many points a side of a grid in [-1, 1]^d are told apart from their noisy
   * version with an error probability of at most epsilon.
   *
   * <p>1 / (beta Q^-1((1 - (1 - epsilon)^(1/d)) / 2)), rounded down: what is printed is a ceiling,
   * but (38) &le; epsilon needs the floor, and so do the paper's own examples (beta = 0.1, epsilon
   * = 0.01: 3 up to d = 11, then 2).
   *
   * @param d dimensions
   * @param beta standard deviation of the noise
   * @param epsilon in (0, 1)
   * @return k_*, 0 or 1 where the theorem says nothing
   */
  public static double gridSide(int d, double beta, double epsilon) {
    check(d, beta, 1);
    if (!(epsilon > 0 && epsilon < 1)) {
      throw new IllegalArgumentException("epsilon must be in (0, 1): epsilon=" + epsilon);
    }
    double tail = -0.5 * Math.expm1(Math.log1p(-epsilon) / d);
    double quantile = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    return Math.floor(1 / (beta * quantile));
  }

  /**
   * Least bias of h(T) from n draws that some distribution in [-1, 1]^d has: Theorem 5, equation
   * (12), at the best epsilon.
   *
   * @param d dimensions
   * @param beta standard deviation of the noise
   * @param n draws
   * @return the bound, 0 where the theorem says nothing
   */
  public static double leastBias(int d, double beta, double n) {
    check(d, beta, n);
    return Math.max(0, largestLogDraws(d, beta) - Math.log(n));
  }

  /**
   * Up to so many draws, some distribution in [-1, 1]^d has a bias of more than a given one:
   * Theorem 5, at the best epsilon.
   *
   * @param d dimensions
   * @param beta standard deviation of the noise
   * @param bias delta, in nats
   * @return k_*^(d (1 - epsilon)) exp(-delta - H_b(epsilon)); infinite beyond the range of numbers
   */
  public static double leastDraws(int d, double beta, double bias) {
    check(d, beta, 1);
    return Math.exp(largestLogDraws(d, beta) - positive(bias));
  }

  /** The largest d (1 - epsilon) log k_* - H_b(epsilon). */
  private static double largestLogDraws(int d, double beta) {
    double largest = 0;
    for (int g = 1; g < GRID; g++) {
      // From 1e-12 to 1, evenly in the logarithm.
      double epsilon = Math.pow(10, -12 * (1 - (double) g / GRID));
      double side = gridSide(d, beta, epsilon);
      if (side >= 2) {
        double binary = -epsilon * Math.log(epsilon) - (1 - epsilon) * Math.log1p(-epsilon);
        largest = Math.max(largest, d * (1 - epsilon) * Math.log(side) - binary);
      }
    }
    return largest;
  }

  private static double square(double x) {
    return x * x;
  }

  private static double positive(double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException("risk and bias must be positive: " + value);
    }
    return value;
  }

  private static void check(int d, double beta, double n) {
    Check.atLeast("d", d, 1);
    Check.positive("beta", beta);
    if (!(n > 0)) {
      throw new IllegalArgumentException("the number of draws must be positive: " + n);
    }
  }
}
