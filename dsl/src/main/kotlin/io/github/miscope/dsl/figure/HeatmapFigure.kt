package io.github.miscope.dsl.figure

import io.github.miscope.dsl.MiMatrix
import io.github.miscope.dsl.SIGNIFICANCE
import java.util.Locale
import org.jetbrains.letsPlot.coord.coordCartesian
import org.jetbrains.letsPlot.geom.geomText
import org.jetbrains.letsPlot.geom.geomTile
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.scale.scaleFillGradient
import org.jetbrains.letsPlot.scale.scaleXDiscrete
import org.jetbrains.letsPlot.scale.scaleYDiscrete
import org.jetbrains.letsPlot.themes.elementText
import org.jetbrains.letsPlot.themes.theme

/** Two digits behind the point, and no "-0.00". */
private fun cellText(value: Double) =
    String.format(Locale.ROOT, "%.2f", value).replace("-0.00", "0.00")

private class Tile(val x: String, val y: String, val value: Double, val text: String)

internal fun heatmapFigure(matrix: MiMatrix): Plot {
    val unit = matrix.unit
    val tiles =
        matrix.pairs.flatMap {
            val value = unit.fromNats(it.estimate.nats())
            val doubtful = (it.adjustedPValue ?: 0.0) > SIGNIFICANCE
            val text = if (doubtful) "(${cellText(value)})" else cellText(value)
            listOf(Tile(it.x, it.y, value, text), Tile(it.y, it.x, value, text))
        }
    // Zero is always on the scale, and the scale has some width.
    val low = minOf(0.0, tiles.minOf { it.value })
    val high = maxOf(0.0, tiles.maxOf { it.value }, low + 1e-3)
    val (light, dark) = tiles.partition { it.value < low + 0.6 * (high - low) }
    val d = matrix.columns.size
    val labels = matrix.columns.map { shortName(it) }
    val longest = labels.maxOf { it.length }
    val upright = longest * CHARACTER > MAX_CELL || d > MANY
    val names = longest * CHARACTER
    val width = d * if (upright) CELL else maxOf(CELL, names)
    val columns = (width + LEGEND) / CHARACTER
    val remarks =
        listOfNotNull(
            "In brackets: adjusted p-value above $SIGNIFICANCE."
                .takeIf { matrix.pairs.any { (it.adjustedPValue ?: 0.0) > SIGNIFICANCE } }
        ) + matrix.remarks()
    val lines = remarks.sumOf { it.wrapped(columns).lines().size }
    val height = d * CELL + AROUND + lines * LINE + if (upright) names else 0
    fun texts(tiles: List<Tile>, colour: String) =
        geomText(
            mapOf(
                "x" to tiles.map { it.x },
                "y" to tiles.map { it.y },
                "text" to tiles.map { it.text },
            ),
            color = colour,
            size = if (d > MANY) 5.5 else 7,
        ) {
            x = "x"
            y = "y"
            label = "text"
        }
    val estimator = matrix.pairs.first().estimate.estimator()
    return letsPlot() +
        geomTile(
            mapOf(
                "x" to tiles.map { it.x },
                "y" to tiles.map { it.y },
                "value" to tiles.map { it.value },
            ),
            color = PAPER,
            size = 1.5,
        ) {
            x = "x"
            y = "y"
            fill = "value"
        } +
        texts(light, INK) +
        texts(dark, PAPER) +
        scaleFillGradient(
            low = "#EAF3FA",
            high = "#084A7A",
            name = "MI [$unit]",
            // Lets-Plot widens the range of a single value by 0.5, and then finds it beyond limits.
            limits = if (tiles.distinctBy { it.value }.size > 1) low to high else null,
        ) +
        scaleXDiscrete(limits = matrix.columns, breaks = matrix.columns, labels = labels) +
        scaleYDiscrete(
            limits = matrix.columns.reversed(),
            breaks = matrix.columns,
            labels = labels,
        ) +
        coordCartesian() +
        words(
            title = "Pairwise mutual information",
            subtitle = "$estimator, ${sizes(matrix.pairs.map { it.estimate })}",
            caption = remarks,
            x = "",
            y = "",
            columns = columns,
        ) +
        style(names + width + LEGEND, height) +
        theme(
            panelGridMajor = "blank",
            axisLine = "blank",
            axisTicks = "blank",
            axisTextX =
                if (upright) elementText(color = INK, size = 12, angle = 90, hjust = 1)
                else elementText(color = INK, size = 12, angle = 0),
        )
}

private const val CELL = 80
private const val MAX_CELL = 150
private const val CHARACTER = 8
private const val LEGEND = 130
private const val AROUND = 110
private const val MANY = 8
