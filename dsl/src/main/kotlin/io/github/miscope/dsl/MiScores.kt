package io.github.miscope.dsl

import io.github.miscope.dsl.figure.scoreFigure
import io.github.miscope.dsl.text.fixed
import io.github.miscope.dsl.text.onOneLine
import io.github.miscope.dsl.text.short
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.score.Role
import io.github.miscope.score.ScoreRow
import io.github.miscope.score.ScoreTable
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.letsPlot.intern.Plot

/**
 * What `miScore { }` returns: how much suspects tell of a victim, between baselines (0) and the
 * victim itself (1).
 *
 * @property tables the scores as the core made them, one table per estimator
 * @property unit the unit of estimates in text and frame; scores have none
 */
public class MiScores
internal constructor(
    public val tables: List<ScoreTable>,
    public val unit: InformationUnit,
    private val reason: String?,
) : Plottable {
    /** Why miscope chose this estimator; null if the user gave one. */
    public val choice: String?
        get() = reasonFor(reason, tables.first().rows().map { it.estimate() })

    /**
     * The score of a representation by the first estimator.
     *
     * @throws IllegalArgumentException if there is no such representation
     */
    public operator fun get(name: String): ScoreRow = tables.first().row(name)

    /** The same scores, with estimates in another unit. */
    public fun inUnit(unit: InformationUnit): MiScores = MiScores(tables, unit, reason)

    /**
     * One row per estimator and representation: estimator, name, role, score, score_standard_error,
     * score_lower, score_upper, p_value (of suspects), estimate_nats (or estimate_bits),
     * standard_error_nats, n, warnings. A score is null where an estimator finds no scale.
     */
    public fun toDataFrame(): DataFrame<*> {
        val all = tables.flatMap { table -> table.rows().map { table to it } }
        fun known(value: (ScoreRow) -> Double) =
            all.map { (_, row) -> value(row).takeUnless { it.isNaN() } }
        return dataFrameOf(
            all.map { (table, _) -> table.estimator() }.toColumn("estimator"),
            all.map { (_, row) -> row.name() }.toColumn("name"),
            all.map { (_, row) -> "${row.role()}" }.toColumn("role"),
            known { it.score() }.toColumn("score"),
            known { it.standardError() }.toColumn("score_standard_error"),
            known { it.lower() }.toColumn("score_lower"),
            known { it.upper() }.toColumn("score_upper"),
            known { it.pValue().orElse(Double.NaN) }.toColumn("p_value"),
            all.map { (_, row) -> unit.fromNats(row.estimate().nats()) }.toColumn("estimate_$unit"),
            all.map { (_, row) -> unit.fromNats(row.estimate().standardError().asDouble) }
                .toColumn("standard_error_$unit"),
            all.map { (table, _) -> table.n() }.toColumn("n"),
            all.map { (_, row) -> row.estimate().warnings().joinToString(" ") { it.message(unit) } }
                .toColumn("warnings"),
        )
    }

    /** Scores with their confidence intervals, the largest on top, a panel for each estimator. */
    override fun plot(): Plot = scoreFigure(tables, remarks())

    /** A line per representation, the largest score first, for each estimator. */
    override fun toString(): String = buildString {
        append("miscope: scores between ")
        append("baselines (0) and ${tables.first().rows().first().name()} (1)")
        for (table in tables) {
            append("\n  ${table.estimator()}, n = ${table.n()}: ")
            append("I_min = ${unit.fromNats(table.minimum()).fixed()} $unit, ")
            append("I_max = ${unit.fromNats(table.maximum()).fixed()} $unit")
            val width = table.rows().maxOf { it.name().length }
            for (row in table.ordered()) {
                append("\n    ${row.name().onOneLine().padEnd(width)}  ")
                append(if (row.score().isNaN()) "no score" else row.scoreText())
                row.pValue().ifPresent { append(", p = ${it.short()}") }
                append("  (${unit.fromNats(row.estimate().nats()).fixed()} $unit; ${row.role()})")
            }
        }
        remarks().forEach { append("\n  ! $it") }
    }

    private fun ScoreRow.scoreText() =
        score().fixed() +
            if (role() == Role.VICTIM) "" else " [${lower().fixed()}, ${upper().fixed()}]"

    private fun remarks(): List<String> = buildList {
        for (table in tables) {
            val by = if (tables.size > 1) "${table.estimator()}: " else ""
            table.remarks(unit).forEach { add(by + it) }
        }
        choice?.let { add("${it.replaceFirstChar(Char::uppercaseChar)}.") }
    }
}

/** The largest score first; as they were given where there is no scale. */
internal fun ScoreTable.ordered(): List<ScoreRow> =
    if (hasScale()) rows().sortedByDescending { it.score() } else rows()
