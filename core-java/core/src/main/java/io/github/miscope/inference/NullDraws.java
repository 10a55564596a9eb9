package io.github.miscope.inference;

import io.github.miscope.estimator.PValue;
import java.util.Objects;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * A statistic, and what it is when the null hypothesis holds: the draws of a permutation test.
 *
 * @param observed the statistic, in nats
 * @param nats the statistic of each draw, in nats
 * @param scheme what was permuted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NullDraws(double observed, double[] nats, String scheme) {

  /**
   * Statistics that differ by less count as equal: sums of equal terms in another order, which a
   * permutation of discrete data often gives.
   */
  private static final double ROUNDING = 1e-12;

  /** From so many draws in the tail on, they are counted. */
  private static final int COUNTED = 10;

  /**
   * Copies the draws.
   *
   * @param observed the statistic
   * @param nats the statistic of each draw
   * @param scheme what was permuted
   * @throws IllegalArgumentException if there is no draw
   */
  public NullDraws {
    Objects.requireNonNull(scheme, "scheme");
    nats = Objects.requireNonNull(nats, "nats").clone();
    if (nats.length == 0) {
      throw new IllegalArgumentException("permutations must be >= 1: 0");
    }
  }

  /**
   * The statistic of each draw.
   *
   * @return a copy, in nats
   */
  @Override
  public double[] nats() {
    return nats.clone();
  }

  /**
   * The p-value of the test, (1 + the number of draws that reach the statistic) / (1 + draws).
   *
   * @return the p-value, with mean and standard deviation of the draws
   */
  public PValue pValue() {
    return new PValue((1.0 + reached()) / (1.0 + nats.length), nats.length, mean(), sd(), scheme);
  }

  /**
   * A p-value that can be smaller than 1 / (1 + draws), for one of very many tests. Where ten draws
   * or more reach the statistic it is {@link #pValue()}; else the tail of the law of Pearson's type
   * III (a shifted gamma distribution) with the draws' mean, variance and skewness, as of Josse,
   * Pagès and Husson, Computational Statistics and Data Analysis 53, 82-91, 2008,
   * doi:10.1016/j.csda.2008.06.012; the rule of ten is that of Knijnenburg et al., Bioinformatics
   * 25, i161-i168, 2009, doi:10.1093/bioinformatics/btp211. The skewness is taken one standard
   * error larger, sqrt(6 / draws), and at least as that of a symmetric law. It is an approximation:
   * of 200 draws good for the order of magnitude.
   *
   * @return the p-value, in [0, 1]; that of {@link #pValue()} if all draws are equal
   */
  public double tailPValue() {
    double sd = sd();
    if (reached() >= COUNTED || !(sd > 0)) {
      return pValue().value();
    }
    // Moments of few draws are uncertain: both corrections are on the safe side.
    double z = (observed - mean()) / (sd * Math.sqrt(1 + 1.0 / nats.length));
    double skewness = Math.max(0, skewness(sd)) + Math.sqrt(6.0 / nats.length);
    double shape = 4 / (skewness * skewness);
    double at = shape + z * Math.sqrt(shape);
    return at <= 0 ? 1 : GammaDistribution.of(shape, 1).survivalProbability(at);
  }

  /** What counts as reaching the statistic. */
  static double least(double observed) {
    return observed - ROUNDING * (1 + Math.abs(observed));
  }

  private int reached() {
    double least = least(observed);
    int reached = 0;
    for (double v : nats) {
      reached += v >= least ? 1 : 0;
    }
    return reached;
  }

  private double mean() {
    double mean = 0;
    for (double v : nats) {
      mean += v / nats.length;
    }
    return mean;
  }

  private double sd() {
    double mean = mean();
    double squares = 0;
    for (double v : nats) {
      squares += (v - mean) * (v - mean);
    }
    return nats.length > 1 ? Math.sqrt(squares / (nats.length - 1)) : 0;
  }

  private double skewness(double sd) {
    double mean = mean();
    double cubes = 0;
    for (double v : nats) {
      cubes += Math.pow((v - mean) / sd, 3);
    }
    return cubes / nats.length;
  }

  @Override
  public String toString() {
    return "NullDraws(" + observed + ", " + nats.length + " draws of " + scheme + ")";
  }
}
