package io.github.miscope.estimator.density;

import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.PointwiseEntropyEstimate;
import io.github.miscope.estimator.PointwiseEntropyEstimator;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.entropy.NearestNeighbourEntropy;
import io.github.miscope.estimator.internal.entropy.Contributions;
import io.github.miscope.estimator.internal.entropy.DifferentialEntropy;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.internal.density.KernelSums;
import io.github.miscope.internal.linear.Standardised;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The entropy of a leave-one-out kernel density estimate (Butakov et al. 2024, E.1; Beirlant et al.
 * 1997): h = -(1/n) sum of log rho_-i(x_i), rho_-i(x) = 1/((n - 1) b^d) times the sum over j != i
 * of K((x - x_j) / b), K the standard Gaussian density, after every column is divided by its
 * standard deviation, whose logarithm is added again: h(aX) = h(X) + d log a for each column.
 *
 * <p>For n up to {@code largestExact} the sums are exact. Beyond, they are evaluated by a tree:
 * kernels of distant boxes of points are left out, near ones are summed by a Hermite series (a fast
 * Gauss transform, worth while for d &le; 2; in more dimensions it is only the tree that saves
 * work), and each sum that is not known to a relative 1e-5 is made exactly. The diagnostic {@code
 * errorBound} says, in nats, what the estimate is certainly not farther off than from the exact
 * sums with the same bandwidth; it is 0 where they are exact. The search for the bandwidth then
 * stops at a relative 1e-4.
 *
 * <p>One bandwidth cannot fit a centre and long tails: the estimate is compared with that by
 * nearest neighbours, and where it is much larger it has no interval but a {@link
 * io.github.miscope.estimator.EstimateWarning.OneBandwidth}.
 *
 * <p>Ties and constants are treated as by nearest neighbours: a tied column is filled up to its
 * resolution by seeded noise, with a {@link io.github.miscope.estimator.DataWarning.Dequantised}; a
 * constant column is refused. The diagnostic {@code bandwidth} is in standard deviations.
 *
 * @param bandwidth how wide the kernel is; maximum likelihood by default
 * @param largestExact the largest n that is summed exactly; 2000 by default
 * @param ties treatment of equal values
 */
public record KernelDensityEntropy(Bandwidth bandwidth, int largestExact, Ties ties)
    implements PointwiseEntropyEstimator {

  private static final int LARGEST_EXACT = 2000;

  /** As the rule of thumb for three neighbours. */
  private static final int MIN_PER_OCTANT = 3;

  /**
   * Kernels on Gaussian, uniform and Laplace data are above neighbours by less, for each column.
   */
  private static final double APART = 0.1;

  private static final double NOISE = 0.65;
  private static final double FAR = 4;

  /**
   * A kernel density entropy.
   *
   * @param bandwidth how wide the kernel is
   * @param largestExact the largest n that is summed exactly
   * @param ties treatment of equal values
   * @throws IllegalArgumentException if largestExact &lt; 0
   */
  public KernelDensityEntropy {
    Objects.requireNonNull(bandwidth, "bandwidth");
    Objects.requireNonNull(ties, "ties");
    if (largestExact < 0) {
      throw new IllegalArgumentException("largestExact must be >= 0: " + largestExact);
    }
  }

  /**
   * The bandwidth by maximum likelihood.
   *
   * @return the estimator
   */
  public static KernelDensityEntropy withDefaults() {
    return new KernelDensityEntropy(Bandwidth.maximumLikelihood(), LARGEST_EXACT, Ties.broken());
  }

  /**
   * The same estimator with another bandwidth.
   *
   * @param bandwidth how wide the kernel is
   * @return a changed copy
   */
  public KernelDensityEntropy withBandwidth(Bandwidth bandwidth) {
    return new KernelDensityEntropy(bandwidth, largestExact, ties);
  }

  /**
   * The same estimator with another limit of exact evaluation.
   *
   * @param n the largest n that is summed exactly
   * @return a changed copy
   * @throws IllegalArgumentException if n &lt; 0
   */
  public KernelDensityEntropy withLargestExact(int n) {
    return new KernelDensityEntropy(bandwidth, n, ties);
  }

  /**
   * The same estimator with another treatment of ties.
   *
   * @param ties the treatment
   * @return a changed copy
   */
  public KernelDensityEntropy withTies(Ties ties) {
    return new KernelDensityEntropy(bandwidth, largestExact, ties);
  }

  @Override
  public PointwiseEntropyEstimate estimatePointwise(Variable variable) {
    Objects.requireNonNull(variable, "variable");
    double needed = Math.scalb((double) MIN_PER_OCTANT, variable.d());
    List<Warning> warnings =
        variable.n() < needed
            ? List.of(new EstimateWarning.WideKernels(variable.n(), variable.d(), needed))
            : List.of();
    return judged(
        variable,
        DifferentialEntropy.estimateByColumn(
            variable, toString(), ties, warnings, this::contributions));
  }

  /**
   * With a warning, and without an interval, where nearest neighbours give much less. Their noise
   * is known: each observation has a variance of psi'(3), 0.4, and that of the density's logarithm
   * is common to both.
   */
  private PointwiseEntropyEstimate judged(Variable variable, PointwiseEntropyEstimate kernels) {
    int n = variable.n();
    if (n <= NearestNeighbourEntropy.withDefaults().k()) {
      return kernels;
    }
    Variable scaled = Scaling.local().apply(variable);
    double logScale =
        Standardised.unbiased(variable.columns()).logScale()
            - Standardised.unbiased(scaled.columns()).logScale();
    double neighbours =
        logScale + NearestNeighbourEntropy.withDefaults().withTies(ties).estimate(scaled).nats();
    EntropyEstimate estimate = kernels.estimate();
    double most = APART * variable.d() + FAR * NOISE / Math.sqrt(n);
    return estimate.nats() - neighbours > most
        ? new PointwiseEntropyEstimate(
            estimate
                .withUncertainty(Uncertainty.unknown())
                .withWarning(new EstimateWarning.OneBandwidth(estimate.nats(), neighbours)),
            kernels.nats())
        : kernels;
  }

  private Contributions contributions(double[][] columns) throws InterruptedException {
    int d = columns.length;
    int n = columns[0].length;
    Standardised standardised = Standardised.unbiased(columns);
    KernelSums kernels = KernelSums.of(standardised.columns(), largestExact);
    BandwidthChoice choice = new BandwidthChoice(kernels, n, d, n <= largestExact ? 1e-13 : 1e-4);
    double b = choice.of(bandwidth);
    KernelSums.At sums = kernels.at(b);
    double constant =
        Math.log(n - 1) + d * (Math.log(b) + 0.5 * Math.log(2 * Math.PI)) + standardised.logScale();
    double[] nats = new double[n];
    for (int i = 0; i < n; i++) {
      nats[i] = constant - sums.logSum(i);
    }
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    diagnostics.put("bandwidth", b);
    diagnostics.put("errorBound", sums.errorBound());
    return new Contributions(nats, diagnostics, Set.of("errorBound"));
  }

  @Override
  public String toString() {
    List<String> options = new ArrayList<>();
    if (!bandwidth.equals(Bandwidth.maximumLikelihood())) {
      options.add(bandwidth.toString());
    }
    if (largestExact != LARGEST_EXACT) {
      options.add("exact up to n=" + largestExact);
    }
    if (!ties.equals(Ties.broken())) {
      options.add("ties " + ties);
    }
    return options.isEmpty() ? "KDE" : "KDE(" + String.join(", ", options) + ")";
  }
}
