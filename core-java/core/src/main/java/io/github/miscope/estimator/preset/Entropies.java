package io.github.miscope.estimator.preset;

import io.github.miscope.estimator.density.Bandwidth;
import io.github.miscope.estimator.density.KernelDensityEntropy;
import io.github.miscope.estimator.discrete.BinnedEntropy;
import io.github.miscope.estimator.discrete.Binning;
import io.github.miscope.estimator.discrete.DiscreteEntropy;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.estimator.entropy.GaussianEntropy;
import io.github.miscope.estimator.entropy.NearestNeighbourEntropy;
import io.github.miscope.estimator.entropy.Shrinkage;
import io.github.miscope.estimator.entropy.WeightedNearestNeighbourEntropy;
import io.github.miscope.estimator.preset.Preset.Group;
import java.util.Objects;

/**
 * The entropy estimators of the literature by name; {@link EntropySum#of} makes estimators of
 * mutual information of them. All options can be changed on what is returned.
 */
public final class Entropies {

  private Entropies() {}

  /**
   * Kozachenko-Leonenko/Singh, k = 3, Euclidean norm.
   *
   * @return {@link NearestNeighbourEntropy#withDefaults()}
   */
  @Preset(
      group = Group.ENTROPY,
      summary = "nearest neighbours: Kozachenko and Leonenko 1987; any k; L1, L2, Linf",
      useWhen = "the default for continuous variables",
      source = "Kozachenko and Leonenko 1987; Singh et al. 2003")
  public static NearestNeighbourEntropy knnEntropy() {
    return NearestNeighbourEntropy.withDefaults();
  }

  /**
   * The weighted Kozachenko-Leonenko entropy of Berrett, Samworth and Yuan 2019.
   *
   * @return {@link WeightedNearestNeighbourEntropy#withDefaults()}
   */
  @Preset(
      group = Group.ENTROPY,
      summary =
          "Berrett, Samworth and Yuan 2019: asymptotic interval; for smooth densities of up to some 10 dimensions, refused where its weights are too large for n",
      useWhen = "you need its asymptotic interval",
      source = "Berrett, Samworth and Yuan 2019")
  public static WeightedNearestNeighbourEntropy weightedKnnEntropy() {
    return WeightedNearestNeighbourEntropy.withDefaults();
  }

  /**
   * Kernel density, leave-one-out, bandwidth by maximum likelihood.
   *
   * @return {@link KernelDensityEntropy#withDefaults()}
   */
  @Preset(
      group = Group.ENTROPY,
      summary =
          "leave-one-out kernel density; bandwidth by maximum likelihood or least squares; for large n a tree with a bounded error",
      useWhen = "densities are smooth and of few dimensions",
      source = "Butakov et al. 2023, E.1")
  public static KernelDensityEntropy kdeEntropy() {
    return KernelDensityEntropy.withDefaults();
  }

  /**
   * Kernel density, leave-one-out, bandwidth by least-squares cross-validation.
   *
   * @return {@link #kdeEntropy()} with {@link Bandwidth#leastSquares()}
   */
  public static KernelDensityEntropy kdeEntropyLeastSquares() {
    return kdeEntropy().withBandwidth(Bandwidth.leastSquares());
  }

  /**
   * The Gaussian of the data's covariance, bias-corrected.
   *
   * @return {@link GaussianEntropy#withDefaults()}
   */
  @Preset(
      group = Group.ENTROPY,
      summary = "closed form, unbiased for normal data; shrinkage if n is small",
      useWhen = "the variable is normal",
      source = "miscope")
  public static GaussianEntropy gaussianEntropy() {
    return GaussianEntropy.withDefaults();
  }

  /**
   * The Gaussian of the data's shrunk covariance, for few observations of many columns.
   *
   * @return {@link #gaussianEntropy()} with {@link Shrinkage#LEDOIT_WOLF}
   */
  public static GaussianEntropy gaussianEntropyShrunk() {
    return gaussianEntropy().withShrinkage(Shrinkage.LEDOIT_WOLF);
  }

  /**
   * Discrete variables, with Sch&uuml;rmann's correction, held to the levels seen.
   *
   * @return {@link DiscreteEntropy#withDefaults()}
   */
  @Preset(
      group = Group.ENTROPY,
      summary = "of levels",
      useWhen = "the variable is a category",
      source = "Sch\u00fcrmann 2004")
  public static DiscreteEntropy discreteEntropy() {
    return DiscreteEntropy.withDefaults();
  }

  /**
   * Continuous variables in bins.
   *
   * @param binning the bins of each column
   * @return {@link BinnedEntropy#of(Binning)}
   */
  @Preset(
      group = Group.ENTROPY,
      summary = "of bins",
      useWhen = "you compare with a paper that bins",
      source = "Grassberger 2003")
  public static BinnedEntropy binnedEntropy(Binning binning) {
    Objects.requireNonNull(binning, "binning");
    return BinnedEntropy.of(binning);
  }
}
