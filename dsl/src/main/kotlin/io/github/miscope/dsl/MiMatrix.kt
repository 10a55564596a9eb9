package io.github.miscope.dsl

import io.github.miscope.association.ScaledInformation
import io.github.miscope.dsl.figure.MAX_DRAWN
import io.github.miscope.dsl.figure.SCALED_SHADE
import io.github.miscope.dsl.figure.STRONGEST_DRAWN
import io.github.miscope.dsl.figure.heatmapFigure
import io.github.miscope.dsl.result.PairCell
import io.github.miscope.dsl.text.SCALES_TEXT
import io.github.miscope.dsl.text.short
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.EstimationInterruptedException
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.estimator.Uncertainty
import io.github.miscope.estimator.Warning
import io.github.miscope.estimator.WarningKind
import io.github.miscope.inference.MissingEstimate
import io.github.miscope.inference.PValueAdjustment
import io.github.miscope.inference.PairwiseEstimates
import io.github.miscope.inference.TriangleIndex
import kotlin.jvm.optionals.getOrNull
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.toDataFrame
import org.jetbrains.letsPlot.intern.Plot

/**
 * One pair of columns and its estimate.
 *
 * @property x the name of one column
 * @property y the name of the other
 * @property adjustedPValue the p-value, corrected for the number of pairs; null without `pValue()`
 */
public class MiPair
internal constructor(
    public val x: String,
    public val y: String,
    private val found: PairwiseEstimates,
    internal val number: Int,
    private val more: List<Warning>,
    private val droppedOf: (Int) -> Int,
    private val scaledOf: (Int, Double, Uncertainty) -> ScaledInformation?,
    public val adjustedPValue: Double?,
) {
    /** Rows of this pair that were left out because a value was missing. */
    public val dropped: Int
        get() = droppedOf(number)

    /** Their mutual information in nats; NaN where there is no estimate. */
    public val nats: Double
        get() = found.nats(number)

    /** Why there is no estimate; null if there is one. */
    public val failure: String?
        get() = found.missing(number).getOrNull()?.reason()

    /**
     * The estimate of their mutual information. In a table of more than 10000 pairs it is made
     * again, with the same bits.
     *
     * @throws IllegalArgumentException if there is none; [failure] is the reason
     */
    public val estimate: Estimate by
        lazy(LazyThreadSafetyMode.NONE) {
            found
                .estimate(number)
                .orElseThrow { IllegalArgumentException("no estimate of I($x; $y): $failure") }
                .withMore(more)
        }

    /**
     * The estimate on a scale from 0 to 1, with a word for it: a correlation equivalent for two
     * continuous columns, adjusted mutual information (AMI) for two discrete ones, the part of the
     * entropy of the discrete one for others. Null where there is no estimate, something is given,
     * or a discrete column is constant.
     */
    public val scaled: ScaledInformation? by
        lazy(LazyThreadSafetyMode.NONE) {
            if (isEstimated) scaledOf(number, nats, uncertainty) else null
        }

    internal val isEstimated: Boolean
        get() = found.isEstimated(number)

    internal val uncertainty: Uncertainty
        get() = found.uncertainty(number)

    internal val n: Int
        get() = found.n(number)

    internal val isComputed: Boolean
        get() = found.missing(number).map { it !is MissingEstimate.NotComputed }.orElse(true)

    /** What served; null where estimates are not kept, or there is none. */
    internal val used: String?
        get() = if (isEstimated && found.keepsEstimates()) estimate.usedEstimator() else null

    /** The warnings; none where estimates are not kept, or there is none. */
    internal val warnings: List<Warning>
        get() = if (isEstimated && found.keepsEstimates()) estimate.warnings() else emptyList()

    /** The kinds of warnings in a word or two. */
    internal val warningKinds: List<String>
        get() =
            if (found.keepsEstimates()) warnings.map { it.label() }
            else found.warningKinds(number).map { it.label() }

    internal val hasIdentifier: Boolean
        get() =
            if (found.keepsEstimates()) warnings.any { it.kind() == WarningKind.IDENTIFIER }
            else found.warns(number, WarningKind.IDENTIFIER)

    /** The pair as figures draw it. */
    internal fun cell() =
        PairCell(x, y, if (isEstimated) nats else null, adjustedPValue, n, uncertainty) { scaled }

    /** [scaled] with another uncertainty, which has its ends. */
    internal fun scaledWith(uncertainty: Uncertainty): ScaledInformation? =
        if (isEstimated) scaledOf(number, nats, uncertainty) else null

    /** The columns and their estimate, or the reason why there is none. */
    override fun toString(): String =
        if (isEstimated) {
            "I($x; $y) = $estimate" +
                (adjustedPValue?.let { "\n  adjusted p = ${it.short()}" } ?: "")
        } else "I($x; $y): no estimate, $failure"
}

/** Estimates of pairs of columns were stopped by an interrupt. */
public sealed class PairsStopped(what: String, cause: InterruptedException) :
    EstimationInterruptedException("$what was interrupted", cause) {
    /** What was finished; the other pairs are there without an estimate. */
    public abstract val finished: Plottable
}

/**
 * A matrix was stopped by an interrupt.
 *
 * @property finished the matrix with the estimates that were finished
 */
public class MatrixInterruptedException
internal constructor(override val finished: MiMatrix, cause: InterruptedException) :
    PairsStopped("a matrix", cause)

/**
 * What `df.miMatrix()` returns: the mutual information of every pair of columns, each pair once.
 *
 * @property columns the names of the columns
 * @property pairs the estimates, in the order of the columns
 * @property unit the unit of text, frame and figure
 * @property adjustment how p-values, if any, are corrected for the number of pairs
 * @property leftOut the frame's other columns, each with its reason; none if columns were named
 */
public class MiMatrix
internal constructor(
    public val columns: List<String>,
    public val pairs: List<MiPair>,
    public val unit: InformationUnit,
    internal val estimator: String,
    private val reason: String?,
    public val adjustment: PValueAdjustment,
    public val leftOut: List<LeftOutColumn>,
) : Plottable {
    /** Why miscope chose this estimator; null if the user gave one. */
    public val choice: String?
        get() = reasonFor(reason, examples(pairs))

    /** The same estimates, shown in another unit. */
    public fun inUnit(unit: InformationUnit): MiMatrix =
        MiMatrix(columns, pairs, unit, estimator, reason, adjustment, leftOut)

    /**
     * The estimate of a pair, in nats; the order of the names does not matter.
     *
     * @throws IllegalArgumentException if there is no such pair, or it has no estimate
     */
    public operator fun get(x: String, y: String): Estimate =
        requireNotNull(pairOf(columns.indexOf(x), columns.indexOf(y))) {
                val unknown = listOf(x, y).firstOrNull { it !in columns }
                val hint = unknown?.let { didYouMean(it, columns) } ?: ""
                "no pair of ${quoted(x)} and ${quoted(y)}$hint: the columns are ${quoted(columns)}"
            }
            .estimate

    /**
     * One row per pair: x, y, estimator, used (what served), estimate_nats (or estimate_bits), what
     * is known of its uncertainty (standard_error_nats, lower_nats, upper_nats, p_value,
     * adjusted_p_value), the same on a scale from 0 to 1 (scale, scaled, scaled_lower,
     * scaled_upper, strength), n, dropped, warnings, and failure where pairs have none. What is not
     * known is null.
     */
    public fun toDataFrame(): DataFrame<*> = pairColumns(pairs, estimator, unit).toDataFrame()

    /**
     * A heatmap with the value in every cell, in brackets where the adjusted p-value is above 0.05;
     * the diagonal is left blank, and a pair without an estimate has a dash.
     */
    override fun plot(): Plot {
        val drawn = drawnColumns(columns, pairs)
        return heatmapFigure(drawn, cells(drawn), columns.size, estimator, unit, remarks())
    }

    /**
     * The same heatmap on the [scale from 0 to 1][MiPair.scaled] in place of nats or bits. A dash
     * is a pair without one.
     *
     * @throws IllegalStateException if no pair has one
     */
    public fun plotScaled(): Plot {
        val drawn = drawnColumns(columns, pairs)
        val cells = cells(drawn)
        check(cells.any { it.scaled != null }) { "no pair has a value on the scale from 0 to 1" }
        val notes = listOf(SCALES_TEXT) + remarks()
        return heatmapFigure(drawn, cells, columns.size, estimator, SCALED_SHADE, notes)
    }

    private fun cells(drawn: List<String>): List<PairCell> {
        val among = drawn.toSet()
        return pairs.filter { it.x in among && it.y in among }.map { it.cell() }
    }

    /** A line per pair, the largest first, and what a reader must know. */
    override fun toString(): String = buildString {
        append("miscope: mutual information of ${columns.size} columns, ")
        append(estimator)
        append(pairLines(pairs, estimator, unit) { "${it.x}; ${it.y}" })
        remarks().forEach { append("\n  ! $it") }
    }

    private fun pairOf(i: Int, j: Int): MiPair? =
        if (i < 0 || j < 0 || i == j) null
        else pairs[TriangleIndex(columns.size).of(minOf(i, j), maxOf(i, j))]

    private fun remarks(): List<String> = pairRemarks(pairs, unit, adjustment, choice, leftOut)
}

/**
 * All columns, or those of the strongest pairs, in their own order: more would be neither read nor
 * drawn.
 */
internal fun drawnColumns(columns: List<String>, pairs: List<MiPair>): List<String> {
    if (columns.size <= MAX_DRAWN) return columns
    val strongest = linkedSetOf<String>()
    for (pair in pairs.strongest(STRONGEST)) {
        if (strongest.size < STRONGEST_DRAWN) strongest += pair.x
        if (strongest.size < STRONGEST_DRAWN) strongest += pair.y
    }
    return columns.filter { it in strongest }
}

/** More pairs than there are of so many columns: the next one has another column. */
private const val STRONGEST = STRONGEST_DRAWN * STRONGEST_DRAWN / 2
