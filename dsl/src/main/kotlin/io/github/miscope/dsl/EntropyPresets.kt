package io.github.miscope.dsl

import io.github.miscope.estimator.EntropyEstimator
import io.github.miscope.estimator.PointwiseEntropyEstimator
import io.github.miscope.estimator.density.Bandwidth
import io.github.miscope.estimator.density.KernelDensityEntropy
import io.github.miscope.estimator.discrete.BinnedEntropy
import io.github.miscope.estimator.discrete.Binning
import io.github.miscope.estimator.discrete.Correction
import io.github.miscope.estimator.discrete.DiscreteEntropy
import io.github.miscope.estimator.entropy.EntropySum
import io.github.miscope.estimator.entropy.GaussianEntropy
import io.github.miscope.estimator.entropy.NearestNeighbourEntropy
import io.github.miscope.estimator.entropy.PointwiseEntropySum
import io.github.miscope.estimator.entropy.Shrinkage
import io.github.miscope.estimator.entropy.WeightedNearestNeighbourEntropy
import io.github.miscope.estimator.neighbour.Norm
import io.github.miscope.estimator.preset.Entropies
import io.github.miscope.estimator.scale.WhitenedEntropy

/** The nearest-neighbour entropy of Kozachenko and Leonenko 1987, k = 3, Euclidean distance. */
public val knnEntropy: NearestNeighbourEntropy = Entropies.knnEntropy()
    get() = Use.ENTROPY.of(field)

/** The same with other options: `knnEntropy(k = 5, norm = LINF)`. */
public operator fun NearestNeighbourEntropy.invoke(
    k: Int = this.k,
    norm: Norm = this.norm,
): NearestNeighbourEntropy = withK(k).withNorm(norm)

/**
 * The weighted nearest-neighbour entropy of Berrett, Samworth and Yuan 2019, with an asymptotic
 * interval: for smooth densities of up to some 10 dimensions. Refused where its weights are too
 * large for n.
 */
public val weightedKnnEntropy: WeightedNearestNeighbourEntropy = Entropies.weightedKnnEntropy()
    get() = Use.ENTROPY.of(field)

/** The same with another number of neighbours. */
public operator fun WeightedNearestNeighbourEntropy.invoke(
    k: Int
): WeightedNearestNeighbourEntropy = withK(k)

/** The leave-one-out kernel density entropy, its bandwidth by maximum likelihood. */
public val kdeEntropy: KernelDensityEntropy = Entropies.kdeEntropy()
    get() = Use.ENTROPY.of(field)

/** The same with another bandwidth: `kdeEntropy(Bandwidth.leastSquares())`. */
public operator fun KernelDensityEntropy.invoke(bandwidth: Bandwidth): KernelDensityEntropy =
    withBandwidth(bandwidth)

/** The entropy of a normal distribution with the data's covariance, unbiased for normal data. */
public val gaussianEntropy: GaussianEntropy = Entropies.gaussianEntropy()
    get() = Use.ENTROPY.of(field)

/** The same with another shrinkage, for few observations of many columns. */
public operator fun GaussianEntropy.invoke(shrinkage: Shrinkage): GaussianEntropy =
    withShrinkage(shrinkage)

/** The entropy H(X) of discrete variables, corrected for bias; `discreteMi` of a copy gives it. */
public val discreteEntropy: DiscreteEntropy = Entropies.discreteEntropy()
    get() = Use.ENTROPY.of(field)

/** The same with another correction of the bias. */
public operator fun DiscreteEntropy.invoke(correction: Correction): DiscreteEntropy =
    withCorrection(correction)

/** The entropy H(Bin(X)) of a binned variable: `binnedEntropy(equalWidth(16))`. */
public fun binnedEntropy(binning: Binning): BinnedEntropy =
    Use.ENTROPY.of(BinnedEntropy.of(binning))

/** The entropy in so many bins of equal width over each column's range: `binnedEntropy(16)`. */
public fun binnedEntropy(bins: Int): BinnedEntropy = binnedEntropy(equalWidth(bins))

/**
 * This entropy of whitened variables, with the log of what whitening does to volumes: it follows
 * every linear map of the columns exactly. `entropySum(weightedKnnEntropy.whitened())` whitens the
 * joint variable too, as Butakov et al. 2024 do.
 */
public fun PointwiseEntropyEstimator.whitened(): WhitenedEntropy =
    Use.ENTROPY.of(WhitenedEntropy.of(this))

/** MI as a sum of entropies, h(X) + h(Y) - h(X,Y): `entropySum(weightedKnnEntropy)`. */
public fun entropySum(entropy: PointwiseEntropyEstimator): PointwiseEntropySum =
    Use.ESTIMATOR.of(EntropySum.of(entropy))

/** MI as a sum of entropies, h(X) + h(Y) - h(X,Y). */
public fun entropySum(entropy: EntropyEstimator): EntropySum = Use.ESTIMATOR.of(EntropySum(entropy))
