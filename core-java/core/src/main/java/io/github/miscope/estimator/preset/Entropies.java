package io.github.miscope.estimator.preset;

import io.github.miscope.estimator.density.Bandwidth;
import io.github.miscope.estimator.density.KernelDensityEntropy;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.estimator.entropy.GaussianEntropy;
import io.github.miscope.estimator.entropy.NearestNeighbourEntropy;
import io.github.miscope.estimator.entropy.PointwiseEntropySum;
import io.github.miscope.estimator.entropy.Shrinkage;
import io.github.miscope.estimator.entropy.WeightedNearestNeighbourEntropy;

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
  public static NearestNeighbourEntropy kozachenkoLeonenko() {
    return NearestNeighbourEntropy.withDefaults();
  }

  /**
   * The weighted Kozachenko-Leonenko entropy of Berrett, Samworth and Yuan 2019.
   *
   * @return {@link WeightedNearestNeighbourEntropy#withDefaults()}
   */
  public static WeightedNearestNeighbourEntropy weightedKozachenkoLeonenko() {
    return WeightedNearestNeighbourEntropy.withDefaults();
  }

  /**
   * Kernel density, leave-one-out, bandwidth by maximum likelihood.
   *
   * @return {@link KernelDensityEntropy#withDefaults()}
   */
  public static KernelDensityEntropy kernelDensity() {
    return KernelDensityEntropy.withDefaults();
  }

  /**
   * Kernel density, leave-one-out, bandwidth by least-squares cross-validation.
   *
   * @return {@link #kernelDensity()} with {@link Bandwidth#leastSquares()}
   */
  public static KernelDensityEntropy kernelDensityLeastSquares() {
    return kernelDensity().withBandwidth(Bandwidth.leastSquares());
  }

  /**
   * The Gaussian of the data's covariance, bias-corrected.
   *
   * @return {@link GaussianEntropy#withDefaults()}
   */
  public static GaussianEntropy gaussian() {
    return GaussianEntropy.withDefaults();
  }

  /**
   * The Gaussian of the data's shrunk covariance, for few observations of many columns.
   *
   * @return {@link #gaussian()} with {@link Shrinkage#LEDOIT_WOLF}
   */
  public static GaussianEntropy gaussianShrunk() {
    return gaussian().withShrinkage(Shrinkage.LEDOIT_WOLF);
  }

  /**
   * h(X) + h(Y) - h(X,Y) by {@link #kozachenkoLeonenko()}.
   *
   * @return the estimator of mutual information
   */
  public static PointwiseEntropySum kozachenkoLeonenkoSum() {
    return EntropySum.of(kozachenkoLeonenko());
  }

  /**
   * h(X) + h(Y) - h(X,Y) by {@link #weightedKozachenkoLeonenko()}.
   *
   * @return the estimator of mutual information
   */
  public static PointwiseEntropySum weightedKozachenkoLeonenkoSum() {
    return EntropySum.of(weightedKozachenkoLeonenko());
  }

  /**
   * h(X) + h(Y) - h(X,Y) by {@link #kernelDensity()}.
   *
   * @return the estimator of mutual information
   */
  public static PointwiseEntropySum kernelDensitySum() {
    return EntropySum.of(kernelDensity());
  }
}
