package io.github.miscope.estimator.entropy;

import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.PointwiseEntropyEstimate;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.internal.entropy.Contributions;
import io.github.miscope.estimator.internal.entropy.DifferentialEntropy;
import io.github.miscope.estimator.neighbour.Norm;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * The weighted Kozachenko-Leonenko entropy of Berrett, Samworth and Yuan (Annals of Statistics 47,
 * 288, 2019): h = mean over i of sum_j w_j log xi_(j),i, where xi_(j),i = e^(-psi(j)) c_d (n - 1)
 * rho_(j),i^d and rho_(j),i is the distance from x_i to its j-th neighbour.
 *
 * <p>The weights sum to 1, vanish outside floor(k/d), floor(2k/d), ..., k, and are those of least
 * norm with sum_j w_j Gamma(j + 2l/d) / Gamma(j) = 0 for l = 1, ..., floor(d/4), so that the bias
 * terms of order (k/n)^(2l/d) cancel where the density is smooth. There are such weights if and
 * only if k &ge; floor(d/4) + 1. For d &lt; 4 they are equal. The weights grow fast with d
 * (diagnostic {@code weightNorm}: 2 for d = 5, 14 for d = 8, 170 for d = 12, 7e4 for d = 20), and
 * what distances alone add to the variance of an observation's share with them: about 2, 6, 440 and
 * 3e7. That is known before any data. From a standard error of 0.1 nats by it there is a warning (n
 * = 1000: d &ge; 11), beyond 1 nat the sample is refused (n = 1000: d &ge; 16; n = 100000: d &ge;
 * 17): prefer another estimator.
 *
 * <p>The standard error is that of the mean of n terms; the interval, estimate &plusmn; z sqrt(V/n)
 * at 95 %, is asymptotically exact where the bias is negligible. Terms of near points depend on one
 * another: over Gaussian samples of n = 1000, d = 5 to 8, the estimates spread by a quarter to a
 * half more than it says.
 *
 * <p>Ties and constants as for {@link NearestNeighbourEntropy}.
 *
 * @param chosenK number of neighbours, less than n; if empty, {@link #kFor}
 * @param norm distance between points; L2 by default
 * @param ties treatment of equal values
 */
public record WeightedNearestNeighbourEntropy(OptionalInt chosenK, Norm norm, Ties ties)
    implements NeighbourEntropy {

  /** From a standard error of so many nats by the weights alone, the data hardly count. */
  private static final double MAX_NOISE = 1;

  /** From there on another estimator's bias is likely to be smaller. */
  private static final double MUCH_NOISE = 0.1;

  /**
   * A weighted nearest-neighbour entropy.
   *
   * @param chosenK number of neighbours, if not by the rule
   * @param norm distance between points
   * @param ties treatment of equal values
   * @throws IllegalArgumentException if k &lt; 1
   */
  public WeightedNearestNeighbourEntropy {
    Objects.requireNonNull(chosenK, "chosenK");
    Objects.requireNonNull(norm, "norm");
    Objects.requireNonNull(ties, "ties");
    if (chosenK.isPresent() && chosenK.getAsInt() < 1) {
      throw new IllegalArgumentException("k must be >= 1: k=" + chosenK.getAsInt());
    }
  }

  /**
   * k by the rule, Euclidean norm.
   *
   * @return the estimator
   */
  public static WeightedNearestNeighbourEntropy withDefaults() {
    return new WeightedNearestNeighbourEntropy(OptionalInt.empty(), Norm.L2, Ties.broken());
  }

  @Override
  public WeightedNearestNeighbourEntropy withK(int k) {
    return new WeightedNearestNeighbourEntropy(OptionalInt.of(k), norm, ties);
  }

  /**
   * The same estimator with another norm.
   *
   * @param norm distance between points
   * @return a changed copy
   */
  public WeightedNearestNeighbourEntropy withNorm(Norm norm) {
    return new WeightedNearestNeighbourEntropy(chosenK, norm, ties);
  }

  /**
   * The same estimator with another treatment of ties.
   *
   * @param ties the treatment
   * @return a changed copy
   */
  public WeightedNearestNeighbourEntropy withTies(Ties ties) {
    return new WeightedNearestNeighbourEntropy(chosenK, norm, ties);
  }

  /**
   * The number of neighbours for a sample: the chosen one, else 3 for d &lt; 4, where weights
   * correct nothing, 2d for d = 4 to 7, and 10d from there on, where weights are large and only
   * many neighbours keep the variance down; less if n is not greater.
   *
   * @param n the number of observations
   * @param d the number of dimensions
   * @return k
   */
  public int kFor(int n, int d) {
    if (chosenK.isPresent()) {
      return chosenK.getAsInt();
    }
    int k = d < 4 ? 3 : d < 8 ? 2 * d : 10 * d;
    return Math.min(k, n - 1);
  }

  @Override
  public PointwiseEntropyEstimate estimatePointwise(Variable variable) {
    Objects.requireNonNull(variable, "variable");
    int k = kFor(variable.n(), variable.d());
    List<Warning> warnings = new ArrayList<>(Neighbours.check(variable, k));
    NeighbourWeights weights = NeighbourWeights.of(k, variable.d());
    noiseWarning(variable, k, weights).ifPresent(warnings::add);
    return DifferentialEntropy.estimate(
        variable, toString(), ties, warnings, columns -> contributions(columns, weights));
  }

  private Optional<Warning> noiseWarning(Variable variable, int k, NeighbourWeights weights) {
    int n = variable.n();
    int d = variable.d();
    double error = Math.sqrt(weights.variance() / n);
    if (error > MAX_NOISE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the weights for d = %d dimensions and k = %d neighbours are too large (norm %.2g):"
                  + " they alone give the entropy of %s a standard error of %.2g nats at n=%d; use"
                  + " NearestNeighbourEntropy (biased, not noisy) or GaussianEntropy",
              d,
              k,
              weights.norm(),
              variable.name(),
              error,
              n));
    }
    return error > MUCH_NOISE
        ? Optional.of(new EstimateWarning.LargeWeights(weights.norm(), d, n, error))
        : Optional.empty();
  }

  private Contributions contributions(double[][] columns, NeighbourWeights weights)
      throws InterruptedException {
    int d = columns.length;
    int n = columns[0].length;
    int[] neighbours = weights.neighbours();
    double[][] distances = Neighbours.distances(columns, norm, neighbours);
    double[] psi = new double[neighbours.length];
    for (int s = 0; s < psi.length; s++) {
      psi[s] = Digamma.value(neighbours[s]);
    }
    double constant = Neighbours.logUnitBall(norm, d) + Math.log(n - 1);
    double[] nats = new double[n];
    double[] logs = new double[neighbours.length];
    for (int i = 0; i < n; i++) {
      // In units of the farthest distance, whose weight is then 1: large weights meet small
      // numbers.
      double unit = Math.log(distances[logs.length - 1][i]);
      for (int s = 0; s < logs.length; s++) {
        logs[s] = d * (Math.log(distances[s][i]) - unit) - psi[s];
      }
      nats[i] = constant + d * unit + weights.sum(logs);
    }
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    diagnostics.put("k", (double) neighbours[neighbours.length - 1]);
    diagnostics.put("weightNorm", weights.norm());
    return new Contributions(nats, diagnostics);
  }

  @Override
  public String toString() {
    List<String> options = new ArrayList<>();
    chosenK.ifPresent(k -> options.add("k=" + k));
    if (norm != Norm.L2) {
      options.add(norm.toString());
    }
    if (!ties.equals(Ties.broken())) {
      options.add("ties " + ties);
    }
    return EntropyLabels.label("WKL", options);
  }
}
