package io.github.miscope.estimator.mixed;

import io.github.miscope.estimator.AcceptsLevels;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.estimator.PointwiseEstimate;
import io.github.miscope.estimator.PointwiseEstimator;
import io.github.miscope.estimator.internal.subspace.Neighbourhoods;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.sample.Samples;
import java.util.Objects;

/**
 * Mutual information of variables whose distributions mix atoms and densities (Gao, Kannan, Oh and
 * Viswanath, Estimating mutual information for discrete-continuous mixtures, NIPS 2017, Algorithm
 * 1): mean(psi(k_i) + log n - log(nx_i + 1) - log(ny_i + 1)), where nx_i and ny_i count the other
 * observations within the max-norm distance r_i to the k-th joint neighbour, those at r_i included,
 * and k_i = k, or, where r_i = 0, the number of other observations at the same place.
 *
 * <p>Distances are in the max norm over continuous columns, as they are; observations that differ
 * in a discrete column are infinitely far apart, and one with fewer than k neighbours of its own
 * levels counts all others as its neighbours. Equal values are atoms, no jitter is added.
 *
 * <p>For reproducing the paper, not for use. For a fixed k it errs low wherever one variable has
 * atoms, by about 1/k however large n is (log(ny + 1) where ny is of the order of k), and more on
 * lattices, where neighbours lie at equal distances other than zero: k_i counts k of them, nx_i and
 * ny_i all. The measurements are in core-java/benchmarks/mixed-data.md; {@link MesnerShalizi} mends
 * both.
 *
 * @param k number of neighbours, at least 1 and less than n; 5 by default, as in the paper
 */
public record MixtureKsg(int k) implements PointwiseEstimator, NearestNeighbours, AcceptsLevels {

  private static final int DEFAULT_K = 5;

  /**
   * An estimator for mixtures.
   *
   * @param k number of neighbours
   * @throws IllegalArgumentException if k &lt; 1
   */
  public MixtureKsg {
    Neighbourhoods.requirePositive(k);
  }

  /**
   * With k = 5.
   *
   * @return the estimator
   */
  public static MixtureKsg withDefaults() {
    return new MixtureKsg(DEFAULT_K);
  }

  @Override
  public MixtureKsg withK(int newK) {
    return new MixtureKsg(newK);
  }

  @Override
  public PointwiseEstimate pointwise(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    int n = samples.n();
    double[] psi = Neighbourhoods.digammas(n);
    double[] shares =
        Pointwise.closed(
            toString(),
            samples.x(),
            samples.y(),
            null,
            k,
            (i, eps, xy, x, y, z) -> {
              double joint = eps == 0 || eps == Double.POSITIVE_INFINITY ? psi[xy] : psi[k];
              return joint + Math.log(n) - (Math.log(x + 1) + Math.log(y + 1));
            });
    return Pointwise.of(toString(), samples, shares, k, Pointwise.warnings(samples, k));
  }

  @Override
  public String toString() {
    return MixedLabels.label("Mixture-KSG", k, DEFAULT_K, Ties.broken());
  }
}
