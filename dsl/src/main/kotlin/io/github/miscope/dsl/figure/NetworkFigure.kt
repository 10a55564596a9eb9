package io.github.miscope.dsl.figure

import org.jetbrains.letsPlot.coord.coordFixed
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.geom.geomSegment
import org.jetbrains.letsPlot.geom.geomText
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.sampling.samplingNone
import org.jetbrains.letsPlot.scale.scaleAlphaIdentity
import org.jetbrains.letsPlot.scale.scaleSizeIdentity
import org.jetbrains.letsPlot.themes.theme

/** An edge as it is drawn. */
internal class EdgeLine(val x: String, val y: String, val weight: Double)

/**
 * Columns as points, near those that they are connected with; edges as lines, the stronger the
 * darker.
 */
internal fun networkFigure(
    edges: List<EdgeLine>,
    subtitle: String,
    weight: String,
    notes: List<String>,
): Plot {
    val names = edges.flatMap { listOf(it.x, it.y) }.distinct()
    val number = names.withIndex().associate { (i, name) -> name to i }
    val pairs = edges.map { intArrayOf(number.getValue(it.x), number.getValue(it.y)) }
    val places = ForceLayout(names.size, pairs).places()
    val degrees = IntArray(names.size)
    pairs.forEach { pair -> pair.forEach { degrees[it]++ } }
    val strongest = edges.maxOfOrNull { it.weight } ?: 1.0
    val strengths = edges.map { it.weight / strongest }
    val lines =
        mapOf(
            "x" to pairs.map { places[it[0]].x },
            "y" to pairs.map { places[it[0]].y },
            "xend" to pairs.map { places[it[1]].x },
            "yend" to pairs.map { places[it[1]].y },
            "strength" to strengths.map { WEAKEST + (1 - WEAKEST) * it },
            "width" to strengths.map { 0.6 + 1.6 * it },
        )
    val points =
        mapOf(
            "x" to places.map { it.x },
            "y" to places.map { it.y },
            "size" to degrees.map { minOf(10.0, 3.0 + 1.2 * it) },
        )
    val sides =
        names.indices.map { i -> FreeSide.of(places[i], pairs.neighboursOf(i).map { places[it] }) }
    val words = names.map { shortName(it) }
    val labels =
        mapOf(
            "x" to
                places.indices.map {
                    places[it].x + sides[it].x * (LABEL + LETTER * words[it].length)
                },
            "y" to places.indices.map { places[it].y + sides[it].y * LABEL },
            "name" to words,
        )
    val caption =
        listOfNotNull(
            "Lines: the stronger, the larger the $weight.".takeIf { edges.isNotEmpty() }
        ) + notes
    val rows = caption.sumOf { it.wrapped(COLUMNS).lines().size }
    return letsPlot() +
        geomSegment(lines, color = PALETTE.first(), sampling = samplingNone, showLegend = false) {
            x = "x"
            y = "y"
            xend = "xend"
            yend = "yend"
            alpha = "strength"
            size = "width"
        } +
        geomPoint(
            points,
            color = PAPER,
            fill = PALETTE[1],
            shape = 21,
            stroke = 1.0,
            sampling = samplingNone,
            showLegend = false,
        ) {
            x = "x"
            y = "y"
            size = "size"
        } +
        geomText(labels, color = INK, size = if (names.size > MANY_NAMES) 4.5 else 5.5) {
            x = "x"
            y = "y"
            label = "name"
        } +
        scaleAlphaIdentity() +
        scaleSizeIdentity() +
        coordFixed() +
        words(
            title = "Network of mutual information",
            subtitle = subtitle,
            caption = caption,
            x = "",
            y = "",
            columns = COLUMNS,
        ) +
        style(NETWORK_WIDTH, NETWORK_WIDTH + AROUND_NETWORK + rows * LINE) +
        theme(
            panelGridMajor = "blank",
            axisLine = "blank",
            axisTicks = "blank",
            axisText = "blank",
            axisTitle = "blank",
        )
}

private fun List<IntArray>.neighboursOf(point: Int) =
    filter { point in it }.map { if (it[0] == point) it[1] else it[0] }

private const val WEAKEST = 0.25
private const val LABEL = 0.018

/** Half the width of a letter. */
private const val LETTER = 0.0045

private const val MANY_NAMES = 60
private const val COLUMNS = 92
private const val NETWORK_WIDTH = 760
private const val AROUND_NETWORK = 60
