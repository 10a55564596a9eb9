package io.github.miscope.dsl

import io.github.miscope.dsl.text.diagnosticsText
import io.github.miscope.dsl.text.fixed
import io.github.miscope.dsl.text.lines
import io.github.miscope.estimator.EntropyEstimate
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.sample.Variable
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.dataframe.api.toDataFrame

/**
 * What `entropy(x) { }` returns: one estimate per estimator, of the differential entropy h(X) of
 * numbers or the entropy H(X) of levels.
 *
 * @property estimates the estimates as the core made them, in nats
 * @property variable what they were made from
 * @property unit the unit of text, card and frame
 * @property dropped rows that were left out because a value was missing
 */
public class EntropyResult
internal constructor(
    public val estimates: List<EntropyEstimate>,
    public val variable: Variable,
    public val unit: InformationUnit,
    public val dropped: Int,
) {
    /**
     * The estimate, where there is one.
     *
     * @throws IllegalStateException if there are several: use [estimates]
     */
    public val estimate: EntropyEstimate
        get() =
            estimates.singleOrNull()
                ?: throw IllegalStateException(
                    "there are ${estimates.size} estimates " +
                        "(${estimates.joinToString { it.estimator() }}): use estimates"
                )

    /** The value of the one [estimate] in nats; a differential entropy may be negative. */
    public val nats: Double
        get() = estimate.nats()

    /** The value of the one [estimate] in bits. */
    public val bits: Double
        get() = estimate.bits()

    /** The value of the one [estimate] in this result's [unit]. */
    public val value: Double
        get() = unit.fromNats(nats)

    /** The same estimates, shown in another unit. */
    public fun inUnit(unit: InformationUnit): EntropyResult =
        EntropyResult(estimates, variable, unit, dropped)

    /**
     * One row per estimator: x, estimator, estimate_nats (or estimate_bits), standard_error_nats,
     * lower_nats and upper_nats (where known), n, d, dropped, warnings.
     */
    public fun toDataFrame(): DataFrame<*> =
        listOf(
                estimates.map { variable.columnNames().joinToString("+") }.toColumn("x"),
                estimates.map { it.estimator() }.toColumn("estimator"),
                *estimateColumns(estimates.map { it.nats() to it.uncertainty() }, unit)
                    .toTypedArray(),
                estimates.map { it.n() }.toColumn("n"),
                estimates.map { it.d() }.toColumn("d"),
                estimates.map { dropped }.toColumn("dropped"),
                estimates
                    .map { e -> e.warnings().joinToString(" ") { it.message(unit) } }
                    .toColumn("warnings"),
            )
            .toDataFrame()

    internal fun cards(): List<CardText> =
        estimates.map { estimate ->
            val symbol = if (variable.isDiscrete) "H" else "h"
            CardText(
                "$symbol(${variable.columnNames().joinToString()})",
                "${unit.fromNats(estimate.nats()).fixed()}",
                "$unit",
                estimate.uncertainty().lines(unit),
                estimate.estimator(),
                buildString {
                    append("n = ${estimate.n()}, d = ${estimate.d()}")
                    append(diagnosticsText(estimate.diagnostics(), estimate.amounts(), unit))
                },
                estimate.warnings().map { it.message(unit) },
                if (dropped > 0) {
                    val rows = variable.n() + dropped
                    listOf("$dropped of $rows rows left out because a value was missing.")
                } else emptyList(),
            )
        }

    /** The estimate card as a fragment of HTML: no JavaScript, readable on light and dark. */
    public fun toHtml(): String = cards().toHtml()

    /** The estimate card as text. */
    override fun toString(): String = cards().toText()
}
