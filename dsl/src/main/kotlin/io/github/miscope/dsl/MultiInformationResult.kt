package io.github.miscope.dsl

import io.github.miscope.dsl.text.fixed
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.scaling.Scaling

/**
 * What `df.multiInformation("a", "b", "c")` returns: the information that columns share.
 *
 * @property estimate the estimate as the core made it, in nats
 * @property columns the names of the columns
 * @property unit the unit of text and card
 * @property dropped rows that were left out because a value was missing
 */
public class MultiInformationResult
internal constructor(
    public val estimate: Estimate,
    public val columns: List<String>,
    private val scaling: Scaling,
    public val unit: InformationUnit,
    public val dropped: Int,
) {
    /** The estimate in nats; never clamped. */
    public val nats: Double
        get() = estimate.nats()

    /** The estimate in bits; never clamped. */
    public val bits: Double
        get() = estimate.bits()

    /** The estimate in this result's [unit]; never clamped. */
    public val value: Double
        get() = unit.fromNats(nats)

    /** The same estimate, shown in another unit. */
    public fun inUnit(unit: InformationUnit): MultiInformationResult =
        MultiInformationResult(estimate, columns, scaling, unit, dropped)

    private fun card(): List<CardText> =
        listOf(
            CardText(
                "I(${columns.joinToString("; ")})",
                value.fixed(),
                "$unit",
                emptyList(),
                estimate.estimator(),
                "n = ${estimate.n()}, ${columns.size} columns, scaling $scaling",
                estimate.warnings().map { it.message(unit) },
                if (dropped > 0) {
                    val rows = estimate.n() + dropped
                    listOf("$dropped of $rows rows left out because a value was missing.")
                } else emptyList(),
            )
        )

    /** The estimate card as a fragment of HTML: no JavaScript, readable on light and dark. */
    public fun toHtml(): String = card().toHtml()

    /** The estimate card as text. */
    override fun toString(): String = card().toText()
}
