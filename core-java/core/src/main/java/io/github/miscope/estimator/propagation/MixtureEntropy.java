package io.github.miscope.estimator.propagation;

import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.density.GaussSum;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * The differential entropy of a Gaussian mixture with known centres and one known variance, by
 * Monte-Carlo integration (Goldfeld et al. 2019, section 9.5).
 *
 * <p>With g the density of C + Z, C one of the centres and Z ~ N(0, beta^2 I), h = -E log g(C + Z).
 * The expectation is a mean over K draws: the mass of the centres, in an order in which neighbours
 * are near, is cut into K equal strata, one centre is drawn from each, and Z is added. If K is n_MC
 * times the number n of equally weighted centres, these are n_MC draws at every centre, the paper's
 * equation (14); with fewer, a stratified subset of the centres is drawn at; the estimate is
 * unbiased in either case, up to the error of log g.
 *
 * <p>What of log g(C + Z) goes with |Z|^2, of known mean, is taken off before the mean is made: a
 * control variate, which leaves little noise where components hardly overlap.
 *
 * <p>The standard error comes from differences between neighbouring draws. It is exact for an even
 * number of draws per centre; else, what differs between neighbouring centres makes it larger than
 * it need be, never smaller.
 *
 * <p>log g is evaluated with an error of at most {@code tolerance}, which is proven, not estimated:
 * by full sums for few centres or many dimensions, else by a tree. The diagnostic {@code
 * certificate} is the bound on the mean error that was kept.
 *
 * @param drawsPerCentre n_MC; empty for as many as make {@code mostDraws} in all
 * @param mostDraws the most draws in all; 100000 by default
 * @param tolerance the largest error of log g, in nats; 1e-6 by default
 * @param seed of the draws
 */
public record MixtureEntropy(
    OptionalInt drawsPerCentre, int mostDraws, double tolerance, Seed seed) {

  private static final int MAX_DRAWS = 100_000;
  private static final double TOLERANCE = 1e-6;

  /**
   * A mixture entropy.
   *
   * @param drawsPerCentre n_MC; empty for as many as make {@code mostDraws} in all
   * @param mostDraws the most draws in all
   * @param tolerance the largest error of log g, in nats
   * @param seed of the draws
   * @throws IllegalArgumentException if drawsPerCentre &lt; 1, mostDraws &lt; 2 or tolerance is not
   *     in [1e-10, 0.1]
   */
  public MixtureEntropy {
    Objects.requireNonNull(drawsPerCentre, "drawsPerCentre");
    Objects.requireNonNull(seed, "seed");
    if (drawsPerCentre.isPresent() && drawsPerCentre.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "drawsPerCentre must be >= 1: drawsPerCentre=" + drawsPerCentre.getAsInt());
    }
    if (mostDraws < 2) {
      throw new IllegalArgumentException("mostDraws must be >= 2: mostDraws=" + mostDraws);
    }
    if (!(tolerance >= 1e-10 && tolerance <= 0.1)) {
      throw new IllegalArgumentException(
          "tolerance must be in [1e-10, 0.1]: tolerance=" + tolerance);
    }
  }

  /**
   * 100000 draws in all, log g to 1e-6 nats.
   *
   * @return the estimator
   */
  public static MixtureEntropy withDefaults() {
    return new MixtureEntropy(OptionalInt.empty(), MAX_DRAWS, TOLERANCE, Seed.of(0));
  }

  /**
   * The same with a given number of draws per centre.
   *
   * @param nMc n_MC, at least 1; all draws together are still no more than {@code mostDraws}
   * @return a changed copy
   */
  public MixtureEntropy withDrawsPerCentre(int nMc) {
    return new MixtureEntropy(OptionalInt.of(nMc), mostDraws, tolerance, seed);
  }

  /**
   * The same with another limit of draws.
   *
   * @param draws the most draws in all
   * @return a changed copy
   */
  public MixtureEntropy withMostDraws(int draws) {
    return new MixtureEntropy(drawsPerCentre, draws, tolerance, seed);
  }

  /**
   * The same with another tolerance.
   *
   * @param nats the largest error of log g
   * @return a changed copy
   */
  public MixtureEntropy withTolerance(double nats) {
    return new MixtureEntropy(drawsPerCentre, mostDraws, nats, seed);
  }

  /**
   * The same with another seed.
   *
   * @param seed of the draws
   * @return a changed copy
   */
  public MixtureEntropy withSeed(Seed seed) {
    return new MixtureEntropy(drawsPerCentre, mostDraws, tolerance, seed);
  }

  /**
   * The entropy of the mixture on equally weighted centres.
   *
   * @param centres n rows of d values; equal ones count as often as they occur
   * @param beta the standard deviation of the noise
   * @return h in nats, with standard error
   * @throws IllegalArgumentException if beta is not positive and finite
   */
  public EntropyEstimate estimate(Variable centres, double beta) {
    Objects.requireNonNull(centres, "centres");
    return estimated(centres, null, beta);
  }

  /**
   * The entropy of the mixture on weighted centres.
   *
   * @param centres n rows of d values
   * @param weights n weights, of which only the ratios count
   * @param beta the standard deviation of the noise
   * @return h in nats, with standard error
   * @throws IllegalArgumentException if beta is not positive and finite, the number of weights is
   *     not n, one is negative or not finite, or all are zero
   */
  public EntropyEstimate estimate(Variable centres, double[] weights, double beta) {
    Objects.requireNonNull(centres, "centres");
    Objects.requireNonNull(weights, "weights");
    requireWeights(weights, centres.n());
    return estimated(centres, weights, beta);
  }

  /** Refuses weights of which there are not n, or which no mixture can have. */
  static void requireWeights(double[] weights, int n) {
    if (weights.length != n) {
      throw new IllegalArgumentException(
          "there must be one weight for each of n centres: weights=" + weights.length + ", n=" + n);
    }
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "weights must be >= 0 and finite: weights[" + i + "]=" + weights[i]);
      }
      sum += weights[i];
    }
    if (sum == 0) {
      throw new IllegalArgumentException("one weight must be positive, but all are 0");
    }
  }

  private EntropyEstimate estimated(Variable centres, double @Nullable [] weights, double beta) {
    Noise.require(beta);
    try {
      double[][] columns = centres.columns();
      Integral integral = integrate(columns, weights, beta);
      int draws = integral.logs().length;
      Map<String, Double> diagnostics = new LinkedHashMap<>();
      diagnostics.put("draws", (double) draws);
      diagnostics.put("certificate", integral.certificate());
      Set<String> amounts = new HashSet<>(Set.of("certificate"));
      if (weights == null && draws % centres.n() == 0) {
        diagnostics.put("n_MC", (double) draws / centres.n());
        diagnostics.put(
            "rmseBound", Math.sqrt(PropagationBounds.integrationError(centres.d(), draws)));
        amounts.add("rmseBound");
      }
      return new EntropyEstimate(
          integral.entropy(),
          toString(),
          centres.n(),
          centres.d(),
          diagnostics,
          amounts,
          List.of(),
          Uncertainty.unknown().withStandardError(integral.standardError()));
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(this + " was interrupted", e);
    }
  }

  /**
   * Values of log g at stratified draws from g, less the control variate.
   *
   * @param logs by draw, those at neighbouring centres near each other
   * @param certificate the bound on the error of their mean
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Integral(double[] logs, double certificate) {

    double entropy() {
      return -Means.mean(logs, 0, logs.length);
    }

    double standardError() {
      return Math.sqrt(Noise.varianceOfMean(logs, 0, logs.length));
    }
  }

  Integral integrate(double[][] columns, double @Nullable [] weights, double beta)
      throws InterruptedException {
    Check.memory(
        "draws (mostDraws=" + mostDraws + ")", draws(columns[0].length), columns.length + 3);
    GaussSum density = GaussSum.of(columns, weights, beta, tolerance);
    int[] own = weights == null ? equalStrata(density) : weightedStrata(density);
    double[][] points = Noise.scattered(columns, own, beta, seed);
    GaussSum.Values values = density.logDensities(points, own);
    double[] logs = Noise.controlled(values.logs(), points, columns, own, beta);
    return new Integral(logs, values.meanBound());
  }

  /** All draws: a multiple of n where there are at least n, and even where that is possible. */
  private int draws(int n) {
    long wanted = drawsPerCentre.isPresent() ? (long) n * drawsPerCentre.getAsInt() : mostDraws;
    int most = (int) Math.min(wanted, mostDraws);
    if (most < n) {
      return most;
    }
    int each = most / n;
    if (drawsPerCentre.isEmpty() && each > 1) {
      each -= each & 1;
    }
    return Math.max(2, each * n);
  }

  private int[] equalStrata(GaussSum density) {
    int n = density.n();
    int[] own = new int[draws(n)];
    UniformRandomProvider random = seed.derive("strata").generator();
    int each = own.length / n;
    for (int k = 0; k < own.length; k++) {
      int position =
          each > 0 ? k / each : Math.min(n - 1, (int) ((k + random.nextDouble()) / own.length * n));
      own[k] = density.centre(position);
    }
    return own;
  }

  private int[] weightedStrata(GaussSum density) {
    int[] own = new int[Math.max(2, draws(density.n()))];
    UniformRandomProvider random = seed.derive("strata").generator();
    int position = 0;
    double below = 0;
    int last = density.n() - 1;
    while (density.mass(last) == 0) {
      last--;
    }
    for (int k = 0; k < own.length; k++) {
      double wanted = (k + random.nextDouble()) / own.length;
      while (position < last && below + density.mass(position) <= wanted) {
        below += density.mass(position++);
      }
      own[k] = density.centre(position);
    }
    return own;
  }

  /** The options that differ from the defaults. */
  List<String> options() {
    List<String> options = new ArrayList<>();
    drawsPerCentre.ifPresent(n -> options.add("n_MC=" + n));
    if (mostDraws != MAX_DRAWS) {
      options.add("draws<=" + mostDraws);
    }
    if (tolerance != TOLERANCE) {
      options.add("tolerance=" + tolerance);
    }
    if (!seed.equals(Seed.of(0))) {
      options.add("seed=" + seed);
    }
    return options;
  }

  @Override
  public String toString() {
    List<String> options = options();
    return options.isEmpty()
        ? "Mixture-Entropy"
        : "Mixture-Entropy(" + String.join(", ", options) + ")";
  }
}
