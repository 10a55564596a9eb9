package io.github.miscope.dsl.figure

import io.github.miscope.score.EncoderRow
import io.github.miscope.score.EncoderTable
import io.github.miscope.score.Origin
import org.jetbrains.letsPlot.facet.facetWrap
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.sampling.samplingNone
import org.jetbrains.letsPlot.scale.scaleColorManual
import org.jetbrains.letsPlot.scale.scaleShapeManual
import org.jetbrains.letsPlot.scale.scaleYDiscrete

/** Accuracy and overlap of encoders side by side, the first one on top. */
internal fun encoderFigure(table: EncoderTable): Plot {
    val rows = table.rows()
    val names = rows.map { it.name() }
    val panels: List<Pair<String, (EncoderRow) -> Double>> =
        listOf(
            "classes told by one linear layer [%]" to { 100 * it.accuracy() },
            "neighbours in common with the victim [%]" to { 100 * it.overlap() },
        )
    val points = panels.flatMap { (panel, value) -> rows.map { Triple(panel, it, value(it)) } }
    val data =
        mapOf(
            "panel" to points.map { it.first },
            "name" to points.map { it.second.name() },
            "origin" to points.map { "${it.second.origin()}" },
            "value" to points.map { it.third },
        )
    val origins = Origin.values().filter { o -> rows.any { it.origin() == o } }.map { "$it" }
    return letsPlot(data) +
        geomPoint(size = MARK, sampling = samplingNone) {
            x = "value"
            y = "name"
            color = "origin"
            shape = "origin"
        } +
        scaleColorManual(values = PALETTE.take(origins.size), limits = origins, name = "") +
        scaleShapeManual(values = SHAPES.take(origins.size), limits = origins, name = "") +
        scaleYDiscrete(limits = names.reversed(), breaks = names, labels = names.map(::shortName)) +
        facetWrap("panel", ncol = panels.size, scales = "free_x", order = 0) +
        words(
            title = "How good encoders are, and how near to the victim",
            subtitle = table.name(),
            caption = listOf("Of the ${table.neighbours()} nearest neighbours of an observation."),
            x = "",
            y = "",
        ) +
        style(MAX_WIDE, AROUND + names.size * ROW) +
        panels()
}

private const val AROUND = 170
private const val ROW = 30
