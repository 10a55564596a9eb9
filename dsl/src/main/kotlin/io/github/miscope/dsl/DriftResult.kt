package io.github.miscope.dsl

import io.github.miscope.dsl.figure.driftFigure
import io.github.miscope.dsl.text.fixed
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.inference.DriftTable
import io.github.miscope.sample.Samples
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.letsPlot.intern.Plot

/**
 * What `miDrift(x, y)` returns: estimates from parts of the data, for several k.
 *
 * @property table the estimates as the core made them, in nats
 * @property samples what they were made from
 * @property unit the unit of text, frame and figure
 * @property dropped rows that were left out because a value was missing
 */
public class DriftResult
internal constructor(
    public val table: DriftTable,
    public val samples: Samples,
    public val unit: InformationUnit,
    public val dropped: Int,
) : Plottable {
    /** The number of neighbours to take: the smallest error among those without drift. */
    public val k: Int
        get() = table.chooseK()

    /** The same estimates, shown in another unit. */
    public fun inUnit(unit: InformationUnit): DriftResult =
        DriftResult(table, samples, unit, dropped)

    /**
     * One row per k and number of parts: k, parts, n (of a part), mean_nats, standard_error_nats.
     */
    public fun toDataFrame(): DataFrame<*> {
        val rows = table.rows()
        return dataFrameOf(
            rows.map { it.k() }.toColumn("k"),
            rows.map { it.parts() }.toColumn("parts"),
            rows.map { it.n() }.toColumn("n"),
            rows.map { unit.fromNats(it.mean()) }.toColumn("mean_$unit"),
            rows.map { unit.fromNats(it.standardError()) }.toColumn("standard_error_$unit"),
        )
    }

    /** The estimate against the number of observations in a part, a line per k. */
    override fun plot(): Plot = driftFigure(table, unit, heading(), samples.n(), remarks())

    private fun heading(): String =
        "I(${samples.x().columnNames().joinToString()}; " +
            "${samples.y().columnNames().joinToString()})"

    private fun remarks(): List<String> = buildList {
        val chosen = table.chosen()
        add(
            if (chosen.drifts()) "Every k drifts; k = ${chosen.k()} drifts least: expect a bias."
            else "k = ${chosen.k()} has the smallest error among those that do not drift."
        )
        if (dropped > 0) add("$dropped rows with missing values left out.")
    }

    /** A line per k, and which one to take. */
    override fun toString(): String = buildString {
        append("miscope: drift of ${heading()} with n, ${table.estimator()}")
        for (test in table.tests()) {
            val whole = table.rows().first { it.k() == test.k() && it.parts() == 1 }
            append("\n  k = ${test.k()}: ${unit.fromNats(whole.mean()).fixed()} $unit, ")
            append("standard error ${unit.fromNats(test.standardError()).fixed()}, ")
            append("drift from halves to the whole ${unit.fromNats(test.drift()).fixed()}")
            append(if (test.drifts()) " (drifts)" else "")
        }
        remarks().forEach { append("\n  $it") }
    }
}
