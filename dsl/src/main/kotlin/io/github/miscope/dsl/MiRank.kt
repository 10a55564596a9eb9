package io.github.miscope.dsl

import io.github.miscope.dsl.figure.RankedValue
import io.github.miscope.dsl.figure.rankFigure
import io.github.miscope.dsl.text.SCALES_TEXT
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.inference.PValueAdjustment
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.toDataFrame
import org.jetbrains.letsPlot.intern.Plot

/**
 * What `df.miRank("target")` returns: columns by their mutual information with a target, the
 * largest first; identifiers, whose estimates mean nothing, come after all others.
 *
 * @property target the name of the target's column
 * @property pairs one estimate per column: x is the column, y the target
 * @property unit the unit of text, frame and figure
 * @property adjustment how p-values, if any, are corrected for the number of columns
 * @property leftOut the frame's other columns, each with its reason; none if columns were named
 * @property given the columns Z, if estimates are of I(X;Y|Z); empty if nothing is given
 */
public class MiRank
internal constructor(
    public val target: String,
    public val pairs: List<MiPair>,
    public val unit: InformationUnit,
    internal val estimator: String,
    private val reason: String?,
    public val adjustment: PValueAdjustment,
    public val leftOut: List<LeftOutColumn>,
    public val given: List<String> = emptyList(),
) : Plottable {
    /** Why miscope chose this estimator; null if the user gave one. */
    public val choice: String?
        get() = reasonFor(reason, examples(pairs))

    /**
     * The names of the columns, the one with the largest estimate first, those without one last.
     */
    public val columns: List<String>
        get() = pairs.map { it.x }

    /**
     * The estimate of a column with the target, in nats.
     *
     * @throws IllegalArgumentException if the column is not among them, or has no estimate
     */
    public operator fun get(column: String): Estimate =
        requireNotNull(pairs.find { it.x == column }) {
                "no column ${quoted(column)}${didYouMean(column, columns)}: the ranked columns are " +
                    quoted(columns)
            }
            .estimate

    /** The same estimates, shown in another unit. */
    public fun inUnit(unit: InformationUnit): MiRank =
        MiRank(target, pairs, unit, estimator, reason, adjustment, leftOut, given)

    /**
     * One row per column, the largest estimate first: x, y (the target), estimator, used (what
     * served), estimate_nats (or estimate_bits), standard_error_nats, lower_nats, upper_nats,
     * p_value and adjusted_p_value (with `pValue()`), the same on a scale from 0 to 1 (scale,
     * scaled, scaled_lower, scaled_upper, strength), n, dropped, warnings, and failure where
     * columns have no estimate. What is not known is null.
     */
    public fun toDataFrame(): DataFrame<*> = pairColumns(pairs, estimator, unit).toDataFrame()

    /** A bar per column, with its confidence interval. */
    override fun plot(): Plot =
        rankFigure(heading(), pairs.map { it.cell() }, estimator, RankedValue.nats(unit), remarks())

    /**
     * The same bars on the [scale from 0 to 1][MiPair.scaled] in place of nats or bits, each with
     * its word, from negligible to very strong; in the order of the ranking.
     *
     * @throws IllegalStateException if no column has a value on it, as where something is given
     */
    public fun plotScaled(): Plot {
        val cells = pairs.map { it.cell() }
        check(cells.any { it.scaled != null }) {
            "no column has a value on the scale from 0 to 1" +
                if (given.isEmpty()) "" else ": I(X;Y|Z) has none"
        }
        val notes = listOf(SCALES_TEXT) + remarks()
        return rankFigure(heading(), cells, estimator, RankedValue.SCALED, notes)
    }

    /** A line per column, the largest first, and what a reader must know. */
    override fun toString(): String = buildString {
        append("miscope: mutual information with ${heading()}, $estimator")
        append(pairLines(pairs, estimator, unit) { it.x })
        remarks().forEach { append("\n  ! $it") }
    }

    private fun heading(): String =
        if (given.isEmpty()) target else "$target given ${given.joinToString()}"

    private fun remarks(): List<String> = pairRemarks(pairs, unit, adjustment, choice, leftOut)
}

/**
 * A ranking was stopped by an interrupt.
 *
 * @property finished the ranking with the estimates that were finished
 */
public class RankInterruptedException
internal constructor(override val finished: MiRank, cause: InterruptedException) :
    PairsStopped("a ranking", cause)
