package io.github.miscope.dsl

import io.github.miscope.dsl.figure.lagFigure
import io.github.miscope.dsl.result.SIGNIFICANCE
import io.github.miscope.dsl.text.fixed
import io.github.miscope.dsl.text.short
import io.github.miscope.estimator.EstimationInterruptedException
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.series.LagRow
import io.github.miscope.series.LagTable
import java.util.OptionalDouble
import kotlin.jvm.optionals.getOrNull
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.dataframe.api.toDataFrame
import org.jetbrains.letsPlot.intern.Plot

/**
 * What `df.miLag("x", "y", 0..30)` returns: mutual information, or transfer entropy, against the
 * lag.
 *
 * @property table the estimates as the core made them, in nats
 * @property x the name of the earlier series at positive lags
 * @property y the name of the later one
 * @property unit the unit of text, frame and figure
 */
public class LagResult
internal constructor(
    public val table: LagTable,
    public val x: String,
    public val y: String,
    public val unit: InformationUnit,
) : Plottable {
    /** The lag of the largest estimate. */
    public val lag: Int
        get() = table.largest().lag()

    /**
     * What is known at a lag, in nats.
     *
     * @throws IllegalArgumentException if the lag is not among those that were scanned
     */
    public operator fun get(lag: Int): LagRow =
        requireNotNull(table.rows().find { it.lag() == lag }) {
            "no lag $lag: there are ${table.rows().size}, from ${table.rows().minOf { it.lag() }} " +
                "to ${table.rows().maxOf { it.lag() }}"
        }

    /** The same scan, shown in another unit. */
    public fun inUnit(unit: InformationUnit): LagResult = LagResult(table, x, y, unit)

    /**
     * One row per lag: lag, estimate_nats, n, lower_nats and upper_nats (the band of surrogates),
     * p_value, adjusted_p_value, and failure where there is no estimate.
     */
    public fun toDataFrame(): DataFrame<*> {
        val rows = table.rows()
        fun shown(value: OptionalDouble) =
            if (value.isPresent) unit.fromNats(value.asDouble) else null
        fun plain(value: OptionalDouble) = if (value.isPresent) value.asDouble else null
        val tested = table.surrogates() > 0
        return listOfNotNull(
                rows.map { it.lag() }.toColumn("lag"),
                rows
                    .map { row -> row.nats().takeUnless { it.isNaN() }?.let(unit::fromNats) }
                    .toColumn("estimate_$unit"),
                rows.map { it.n() }.toColumn("n"),
                rows.map { shown(it.lower()) }.takeIf { tested }?.toColumn("lower_$unit"),
                rows.map { shown(it.upper()) }.takeIf { tested }?.toColumn("upper_$unit"),
                rows.map { plain(it.pValue()) }.takeIf { tested }?.toColumn("p_value"),
                rows
                    .map { plain(it.adjustedPValue()) }
                    .takeIf { tested }
                    ?.toColumn("adjusted_p_value"),
                rows
                    .map { it.failure().getOrNull() }
                    .takeIf { all -> all.any { it != null } }
                    ?.toColumn("failure"),
            )
            .toDataFrame()
    }

    /** The estimate against the lag, with the band of surrogates. */
    override fun plot(): Plot = lagFigure(table, unit, x, y, remarks())

    /** A line per lag. */
    override fun toString(): String = buildString {
        append("miscope: ${table.quantity()} against the lag, ${table.estimator()}")
        for (row in table.rows()) {
            append("\n  lag ${row.lag().toString().padStart(LAG_WIDTH)}  ")
            if (row.failure().isPresent) {
                append("no estimate: ${row.failure().get()}")
                continue
            }
            append("${unit.fromNats(row.nats()).fixed()} $unit")
            row.pValue().ifPresent { append(", p = ${it.short()}") }
            row.adjustedPValue().ifPresent { append(", adjusted ${it.short()}") }
            append("  (n = ${row.n()})")
        }
        remarks().forEach { append("\n  ! $it") }
    }

    private fun remarks(): List<String> = buildList {
        if (table.surrogates() == 0) return@buildList
        val best = table.largest()
        val p = best.adjustedPValue().orElse(1.0)
        add(
            if (p <= SIGNIFICANCE)
                "Largest at lag ${best.lag()}: p = ${p.short()} for all lags together."
            else "No lag stands out: p = ${p.short()} for all lags together."
        )
        add(
            "Band: the middle 95 % of ${table.surrogates()} surrogates, " +
                "${table.scheme().removePrefix("${table.surrogates()} ")}; dashed: 5 % of them " +
                "exceed it at some lag."
        )
        val least = 1.0 / (1 + table.surrogates())
        if (least > SIGNIFICANCE) {
            add(
                "No p-value can be below ${least.short()} with ${table.surrogates()} surrogates: " +
                    "scan fewer lags, or a longer series, since shifts are as far apart as lags reach."
            )
        }
    }
}

private const val LAG_WIDTH = 4

/**
 * A scan of lags was stopped by an interrupt.
 *
 * @property finished the estimates, with the surrogates that were finished
 */
public class LagInterruptedException
internal constructor(public val finished: LagResult, cause: InterruptedException) :
    EstimationInterruptedException("a scan of lags was interrupted", cause)
