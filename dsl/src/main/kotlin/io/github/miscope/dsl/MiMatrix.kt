package io.github.miscope.dsl

import io.github.miscope.dsl.figure.heatmapFigure
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.inference.PValueAdjustment
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.toDataFrame
import org.jetbrains.letsPlot.intern.Plot

/**
 * The estimate of one pair of columns.
 *
 * @property x the name of one column
 * @property y the name of the other
 * @property estimate their mutual information, in nats
 * @property dropped rows of this pair that were left out because a value was missing
 * @property adjustedPValue the p-value, corrected for the number of pairs; null without `pValue()`
 */
public class MiPair
internal constructor(
    public val x: String,
    public val y: String,
    public val estimate: Estimate,
    public val dropped: Int,
    public val adjustedPValue: Double?,
) {
    /** The columns and their estimate. */
    override fun toString(): String =
        "I($x; $y) = $estimate" + (adjustedPValue?.let { "\n  adjusted p = ${it.short()}" } ?: "")
}

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
    private val reason: String?,
    public val adjustment: PValueAdjustment,
    public val leftOut: List<LeftOutColumn>,
) : Drawn {
    /** Why miscope chose this estimator; null if the user gave one. */
    public val choice: String?
        get() = reasonFor(reason, pairs.map { it.estimate })

    /** The same estimates, shown in another unit. */
    public fun inUnit(unit: InformationUnit): MiMatrix =
        MiMatrix(columns, pairs, unit, reason, adjustment, leftOut)

    /**
     * The estimate of a pair, in nats; the order of the names does not matter.
     *
     * @throws IllegalArgumentException if there is no such pair
     */
    public operator fun get(x: String, y: String): Estimate =
        requireNotNull(pairs.find { (it.x == x && it.y == y) || (it.x == y && it.y == x) }) {
                val unknown = listOf(x, y).firstOrNull { it !in columns }
                val hint = unknown?.let { didYouMean(it, columns) } ?: ""
                "no pair of \"$x\" and \"$y\"$hint: the columns are ${quoted(columns)}"
            }
            .estimate

    /**
     * One row per pair: x, y, estimator, used (what served), estimate_nats (or estimate_bits), what
     * is known of its uncertainty (standard_error_nats, lower_nats, upper_nats, p_value,
     * adjusted_p_value), n, dropped, warnings.
     */
    public fun toDataFrame(): DataFrame<*> = pairColumns(pairs, unit).toDataFrame()

    /**
     * A heatmap with the value in every cell, in brackets where the adjusted p-value is above 0.05;
     * the diagonal is left blank.
     */
    override fun plot(): Plot = heatmapFigure(this)

    /** A line per pair, the largest first, and what a reader must know. */
    override fun toString(): String = buildString {
        append("miscope: mutual information of ${columns.size} columns, ")
        append(pairs.first().estimate.estimator())
        append(
            pairLines(pairs.strongestFirst(), unit) { "${it.x}; ${it.y}" }
        )
        remarks().forEach { append("\n  ! $it") }
    }

    internal fun remarks(): List<String> = pairRemarks(pairs, unit, adjustment, choice, leftOut)
}
