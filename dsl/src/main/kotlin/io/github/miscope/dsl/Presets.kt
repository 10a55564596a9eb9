package io.github.miscope.dsl

import io.github.miscope.estimator.Labelled
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.NearestNeighbours
import io.github.miscope.estimator.RelativeScaleEstimator
import io.github.miscope.estimator.neighbour.Ksg
import io.github.miscope.estimator.neighbour.Norm
import io.github.miscope.estimator.neighbour.Ties
import io.github.miscope.estimator.preset.Presets
import io.github.miscope.estimator.scale.RelativeScaleMaximum
import io.github.miscope.estimator.scale.ScaleGrid
import io.github.miscope.estimator.scale.Scaled
import io.github.miscope.scaling.Scaling
import kotlin.jvm.optionals.getOrNull

/** KSG1 (Kraskov, Stögbauer and Grassberger 2004, eq. 8) on the data as they are, k = 3. */
public val ksg: Ksg = Presets.ksg()
    get() = Use.ESTIMATOR.of(field)

/** KSG2 (Kraskov, Stögbauer and Grassberger 2004, eq. 9) on the data as they are, k = 3. */
public val ksg2: Ksg = Presets.ksg2()
    get() = Use.ESTIMATOR.of(field)

/**
 * The closed-ball form of "Towards Robust Scale-Invariant Mutual Information Estimators" (eq. 6), k
 * = 3: for reproducing its figures.
 */
public val ksgClosedBall: Ksg = Presets.ksgClosedBall()
    get() = Use.ESTIMATOR.of(field)

/** BI-KSG (Gao, Oh and Viswanath 2018) with Euclidean distances, k = 3. */
public val biKsg: Ksg = Presets.biKsg()
    get() = Use.ESTIMATOR.of(field)

/** BI-KSG in the max norm, as its authors' program computes it, k = 3. */
public val biKsgLinf: Ksg = Presets.biKsgLinf()
    get() = Use.ESTIMATOR.of(field)

/** [ksg] with logarithms in place of the digammas of counts (Sisak 2024, definition 3.3), k = 3. */
public val ksgLog: Ksg = Presets.ksgLog()
    get() = Use.ESTIMATOR.of(field)

/**
 * [ksg2] with logarithms in place of the digammas of counts (Sisak 2024, definition 3.4), k = 3.
 */
public val ksg2Log: Ksg = Presets.ksg2Log()
    get() = Use.ESTIMATOR.of(field)

/** [ksg] with every column divided by its standard deviation. */
public val ksgLocal: Scaled = Presets.ksgLocal()
    get() = Use.ESTIMATOR.of(field)

/** [ksg] on normal scores of ranks: the same under every rising map of a column. */
public val ksgRanks: Scaled = Presets.ksgRanks()
    get() = Use.ESTIMATOR.of(field)

/**
 * [ksg] under global L2 scaling, maximised over the relative scales 0.1, 0.2, ..., 2.0 ("Towards
 * Robust Scale-Invariant Mutual Information Estimators", table 1). The paper's grid shrinks Y more
 * than X: exchanging them changes the estimate. [ksgGlobalSymmetric] treats them alike.
 */
public val ksgGlobal: RelativeScaleMaximum = Presets.ksgGlobal()
    get() = Use.ESTIMATOR.of(field)

/**
 * [ksg] under global Linf scaling, maximised over the relative scales 0.1, 0.2, ..., 2.0 ("Towards
 * Robust Scale-Invariant Mutual Information Estimators", table 1). The paper's grid shrinks Y more
 * than X: exchanging them changes the estimate. [ksgGlobalLinfSymmetric] treats them alike.
 */
public val ksgGlobalLinf: RelativeScaleMaximum = Presets.ksgGlobalLinf()
    get() = Use.ESTIMATOR.of(field)

/** [ksgGlobal] over the relative scales of [symmetricScaleGrid]: the same for X and Y exchanged. */
public val ksgGlobalSymmetric: RelativeScaleMaximum = Presets.ksgGlobalSymmetric()
    get() = Use.ESTIMATOR.of(field)

/**
 * [ksgGlobalLinf] over the relative scales of [symmetricScaleGrid]: the same for X and Y exchanged.
 */
public val ksgGlobalLinfSymmetric: RelativeScaleMaximum = Presets.ksgGlobalLinfSymmetric()
    get() = Use.ESTIMATOR.of(field)

/**
 * The same estimator with other options: `ksg(k = 5)`, `ksg(norm = L2)`, `ksg(ties = STRICT)`.
 *
 * @param k number of nearest neighbours, at least 1
 * @param norm distance within X and within Y, where they are the same
 * @param normX distance within X
 * @param normY distance within Y
 * @param ties treatment of equal values
 * @throws IllegalArgumentException if k < 1
 */
public operator fun Ksg.invoke(
    k: Int = this.k,
    norm: Norm? = null,
    normX: Norm = norm ?: this.normX,
    normY: Norm = norm ?: this.normY,
    ties: Ties = this.ties,
): Ksg = Use.ESTIMATOR.of(Ksg(variant, k, normX, normY, ties))

/**
 * The same estimator with other options of the KSG inside: `ksgLocal(k = 5)`.
 *
 * @param k number of nearest neighbours, at least 1; as it was if null
 * @param norm distance within X and within Y; as it was if null
 * @param ties treatment of equal values; as it was if null
 * @throws IllegalArgumentException if k < 1, or if an option does not apply to what is inside
 */
public operator fun Scaled.invoke(k: Int? = null, norm: Norm? = null, ties: Ties? = null): Scaled =
    Use.ESTIMATOR.of(Scaled(base.withOptions(k, norm, ties), scalingX, scalingY))

/**
 * The same estimator with other options: `ksgGlobalLinf(k = 5, grid = logScaleGrid(0.01..10.0,
 * 31))`.
 *
 * @param k number of nearest neighbours, at least 1; as it was if null
 * @param grid the relative scales of Y over which it is maximised
 * @param norm distance within X and within Y; as it was if null
 * @param ties treatment of equal values; as it was if null
 * @throws IllegalArgumentException if k < 1, or if an option does not apply to what is inside
 */
public operator fun RelativeScaleMaximum.invoke(
    k: Int? = null,
    grid: ScaleGrid = this.grid,
    norm: Norm? = null,
    ties: Ties? = null,
): RelativeScaleMaximum =
    Use.ESTIMATOR.of(
        RelativeScaleMaximum(
            base.withOptions(k, norm, ties) as RelativeScaleEstimator,
            scaling,
            grid,
        )
    )

private fun MutualInformationEstimator.withOptions(
    k: Int?,
    norm: Norm?,
    ties: Ties?,
): MutualInformationEstimator {
    if (norm == null && ties == null) {
        return if (k == null) this else NearestNeighbours.withK(this, k)
    }
    val ksg = capability(Ksg::class.java).getOrNull()
    requireNotNull(ksg) { "$this has no options norm and ties to set" }
    return ksg(k = k ?: ksg.k, norm = norm, ties = ties ?: ksg.ties)
}

/**
 * The same estimator under another label in tables and legends: `ksg(k = 10) named "ten"`.
 *
 * @throws IllegalArgumentException if the label is blank
 */
public infix fun MutualInformationEstimator.named(label: String): Labelled =
    Use.ESTIMATOR.of(Labelled(this, label))

/** This estimator with X and Y each rescaled first: `ksg.scaled(Scaling.rank())`. */
public fun MutualInformationEstimator.scaled(scaling: Scaling): Scaled =
    Use.ESTIMATOR.of(Scaled.of(this, scaling))

/**
 * Relative scales for [ksgGlobal] and [ksgGlobalLinf], equally spaced, ends included.
 *
 * @throws IllegalArgumentException if an end is not positive, or points < 2
 */
public fun scaleGrid(range: ClosedFloatingPointRange<Double>, points: Int): ScaleGrid =
    ScaleGrid.arithmetic(range.start, range.endInclusive, points)

/**
 * Relative scales for [ksgGlobal] and [ksgGlobalLinf], log-spaced, ends included.
 *
 * @throws IllegalArgumentException if an end is not positive, or points < 2
 */
public fun logScaleGrid(range: ClosedFloatingPointRange<Double>, points: Int): ScaleGrid =
    ScaleGrid.logarithmic(range.start, range.endInclusive, points)

/**
 * Relative scales for [ksgGlobal] and [ksgGlobalLinf] that treat X and Y alike: in equal ratios
 * from 1/largest to largest, with each its reciprocal.
 *
 * @throws IllegalArgumentException if largest is not greater than 1, or points is even or less than
 *   3
 */
public fun symmetricScaleGrid(largest: Double = 10.0, points: Int = 41): ScaleGrid =
    ScaleGrid.symmetric(largest, points)
