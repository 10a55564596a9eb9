package io.github.miscope.dsl.figure

import io.github.miscope.score.Role
import io.github.miscope.score.ScoreTable
import org.jetbrains.letsPlot.facet.facetWrap
import org.jetbrains.letsPlot.geom.geomErrorBar
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.geom.geomVLine
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.sampling.samplingNone
import org.jetbrains.letsPlot.scale.scaleColorManual
import org.jetbrains.letsPlot.scale.scaleShapeManual
import org.jetbrains.letsPlot.scale.scaleYDiscrete

/**
 * Scores with intervals, ordered by those of the first estimator. Panels have scales of their own:
 * what one estimator puts between 0 and 1 is far outside by another.
 */
internal fun scoreFigure(all: List<ScoreTable>, remarks: List<String>): Plot {
    val tables = all.filter { it.hasScale() }
    val first = tables.firstOrNull() ?: all.first()
    val names =
        first.rows().sortedBy { if (it.score().isNaN()) 0.0 else it.score() }.map { it.name() }
    val rows = tables.flatMap { table -> table.rows().map { table.estimator() to it } }
    val data =
        mapOf(
            "name" to rows.map { (_, row) -> row.name() },
            "score" to rows.map { (_, row) -> row.score() },
            "lower" to rows.map { (_, row) -> row.lower() },
            "upper" to rows.map { (_, row) -> row.upper() },
            "role" to rows.map { (_, row) -> "${row.role()}" },
            "estimator" to rows.map { (estimator, _) -> estimator },
        )
    val roles = Role.values().map { "$it" }
    val level = percent(first.level())
    val caption =
        listOf("0: the mean of the baselines; 1: the victim itself. Whiskers: $level intervals.") +
            remarks
    val across = minOf(tables.size, MAX_ACROSS).coerceAtLeast(1)
    val down = (tables.size + across - 1) / across
    val plot =
        letsPlot(data) +
            geomVLine(xintercept = 0.0, color = INK, size = 0.6) +
            geomVLine(xintercept = 1.0, color = INK, size = 0.6, linetype = "dashed") +
            geomErrorBar(height = 0.25, size = 0.9, showLegend = false) {
                y = "name"
                xmin = "lower"
                xmax = "upper"
                color = "role"
            } +
            geomPoint(size = MARK, sampling = samplingNone) {
                x = "score"
                y = "name"
                color = "role"
                shape = "role"
            } +
            scaleColorManual(values = PALETTE.take(roles.size), limits = roles, name = "") +
            scaleShapeManual(values = SHAPES.take(roles.size), limits = roles, name = "") +
            scaleYDiscrete(limits = names, breaks = names, labels = names.map(::shortName)) +
            words(
                title = "How much of the victim each encoder tells",
                subtitle =
                    "n = ${first.n()}${if (tables.size == 1) ", ${first.estimator()}" else ""}",
                caption = caption,
                x = "score (I - I_min) / (I_max - I_min)",
                y = "",
            ) +
            style(
                SIDE + across * ACROSS_WIDTH,
                AROUND + down * (names.size * ROW + STRIP) + caption.size * LINE,
            ) +
            panels()
    return if (tables.size > 1)
        plot + facetWrap("estimator", ncol = across, scales = "free_x", order = 0)
    else plot
}

private const val MAX_ACROSS = 2
private const val SIDE = 200
private const val ACROSS_WIDTH = 390
private const val AROUND = 150
private const val ROW = 30
private const val STRIP = 40
