package io.github.miscope.dsl

import io.github.miscope.encoder.CanonicalProjection
import io.github.miscope.encoder.Pca

/**
 * Principal components, the uncorrelated linear combinations that vary most: `compress(pca(4))`.
 * What varies most need not be what X and Y share.
 *
 * @param codes how many
 * @throws IllegalArgumentException if codes < 1
 */
public fun pca(codes: Int): Pca = Pca.to(codes)

/**
 * As many principal components as explain a part of the variance: `pca(explaining = 0.95)`.
 *
 * @param explaining the part, above 0 and at most 1
 * @throws IllegalArgumentException if it is out of range
 */
public fun pca(explaining: Double): Pca = Pca.explaining(explaining)

/** As many principal components as stand out from noise of equal variance in all columns. */
public fun pca(): Pca = Pca.aboveNoise()

/**
 * The pairs of functions of X and of Y that correlate most, learnt on other observations than those
 * that they are applied to: what `compress()` takes.
 */
public val canonicalProjection: CanonicalProjection = CanonicalProjection.withDefaults()

/** The same with another number of codes: `canonicalProjection(maxPairs = 3)`. */
public operator fun CanonicalProjection.invoke(maxPairs: Int): CanonicalProjection =
    withMaxPairs(maxPairs)
