package io.github.miscope.estimator.mixed;

import io.github.miscope.estimator.AcceptsLevels;
import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.estimator.PointwiseEstimate;
import io.github.miscope.estimator.PointwiseEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.internal.subspace.Neighbourhoods;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.internal.neighbour.kernel.KernelChoice;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Mutual information and conditional mutual information of variables whose distributions mix atoms
 * and densities (Mesner and Shalizi, Conditional mutual information estimation for mixed, discrete
 * and continuous data, IEEE Transactions on Information Theory 67, 464, 2021): mean(psi(k_i) -
 * psi(nxz_i) - psi(nyz_i) + psi(nz_i)), where the counts are of the other observations within the
 * max-norm distance r_i to the k-th joint neighbour, those at r_i included, and k_i is the count in
 * the joint space, k or more. Without Z the last term is psi(n). The paper's maximum with zero is
 * not taken.
 *
 * <p>Distances are in the max norm over continuous columns, as they are; observations that differ
 * in a discrete column are infinitely far apart (the paper leaves that distance open), and one with
 * fewer than k neighbours of its own levels counts all others as its neighbours. Equal values are
 * atoms, no jitter is added.
 *
 * <p>Measured on atoms, zero-inflated, censored and rounded data
 * (core-java/benchmarks/mixed-data.md), KSG with ties broken is at least as near to the truth, on
 * normal ranks by far where X and Y share an atom within their range: {@link
 * io.github.miscope.estimator.neighbour.Ksg#ksg1()} under {@link
 * io.github.miscope.scaling.Scaling#normalRank()} is what to use. This estimator is for discrete
 * columns together with a continuous Z, where KSG does not apply, and for comparison.
 *
 * @param k number of neighbours, at least 1 and less than n; 5 by default
 */
public record MesnerShalizi(int k)
    implements PointwiseEstimator,
        ConditionalMutualInformationEstimator,
        NearestNeighbours,
        AcceptsLevels {

  private static final int DEFAULT_K = 5;

  /**
   * An estimator for mixtures.
   *
   * @param k number of neighbours
   * @throws IllegalArgumentException if k &lt; 1
   */
  public MesnerShalizi {
    Neighbourhoods.requirePositive(k);
  }

  /**
   * With k = 5.
   *
   * @return the estimator
   */
  public static MesnerShalizi withDefaults() {
    return new MesnerShalizi(DEFAULT_K);
  }

  @Override
  public MesnerShalizi withK(int newK) {
    return new MesnerShalizi(newK);
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
            (i, eps, xy, x, y, z) -> psi[xy] + psi[n] - (psi[x] + psi[y]));
    return Pointwise.of(toString(), samples, shares, k, Pointwise.warnings(samples, k));
  }

  @Override
  public Estimate estimate(ConditionalSamples samples) {
    Objects.requireNonNull(samples, "samples");
    double[] psi = Neighbourhoods.digammas(samples.n());
    double[] shares =
        Pointwise.closed(
            toString(),
            samples.x(),
            samples.y(),
            samples.z(),
            k,
            (i, eps, xyz, xz, yz, z) -> psi[xyz] + psi[z] - (psi[xz] + psi[yz]));
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    diagnostics.put("k", (double) k);
    diagnostics.put("dZ", (double) samples.z().d());
    List<Warning> warnings =
        new ArrayList<>(Warning.ofConstantColumns(samples.x(), samples.y(), samples.z()));
    EstimateWarning.FewPointsGiven.of(k, samples).ifPresent(warnings::add);
    return new Estimate(
            Means.mean(shares),
            toString(),
            samples.n(),
            samples.x().d(),
            samples.y().d(),
            diagnostics,
            warnings)
        .withFinding(new Finding.Search(KernelChoice.describe()));
  }

  @Override
  public String toString() {
    return MixedLabels.label("Mesner-Shalizi", k, DEFAULT_K, Ties.broken());
  }
}
