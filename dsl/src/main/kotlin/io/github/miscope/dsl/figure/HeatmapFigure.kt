package io.github.miscope.dsl.figure

import io.github.miscope.dsl.MiMatrix
import java.util.Locale
import org.jetbrains.letsPlot.geom.geomText
import org.jetbrains.letsPlot.geom.geomTile
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.scale.scaleFillGradient
import org.jetbrains.letsPlot.scale.scaleXDiscrete
import org.jetbrains.letsPlot.scale.scaleYDiscrete
import org.jetbrains.letsPlot.themes.elementText
import org.jetbrains.letsPlot.themes.theme

private class Tile(val x: String, val y: String, val value: Double)

internal fun heatmapFigure(matrix: MiMatrix): Plot {
    val unit = matrix.unit
    val tiles =
        matrix.pairs.flatMap {
            val value = unit.fromNats(it.estimate.nats())
            listOf(Tile(it.x, it.y, value), Tile(it.y, it.x, value))
        }
    val low = minOf(0.0, tiles.minOf { it.value })
    val high = maxOf(tiles.maxOf { it.value }, low + 1e-3)
    val (light, dark) = tiles.partition { it.value < low + 0.55 * (high - low) }
    val d = matrix.columns.size
    val longest = matrix.columns.maxOf { it.length }
    val side = (d * CELL).coerceIn(MIN_SIDE, MAX_SIDE)
    val slanted = longest * CHARACTER > side / d
    fun texts(tiles: List<Tile>, colour: String) =
        geomText(
            mapOf(
                "x" to tiles.map { it.x },
                "y" to tiles.map { it.y },
                "text" to tiles.map { String.format(Locale.ROOT, "%.2f", it.value) },
            ),
            color = colour,
            size = if (d > MANY) 5.5 else 7,
        ) {
            x = "x"
            y = "y"
            label = "text"
        }
    val estimator = matrix.pairs.first().estimate.estimator()
    val ns = matrix.pairs.map { it.estimate.n() }.distinct()
    val n = if (ns.size == 1) "n = ${ns.single()}" else "n = ${ns.min()} to ${ns.max()}"
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
            limits = low to high,
        ) +
        scaleXDiscrete(limits = matrix.columns) +
        scaleYDiscrete(limits = matrix.columns.reversed()) +
        words(
            title = "Pairwise mutual information",
            subtitle = "$estimator, $n",
            caption = matrix.remarks(),
            x = "",
            y = "",
            columns = (side + longest * CHARACTER) / CHARACTER + 8,
        ) +
        style(side + longest * CHARACTER + LEGEND, side + BELOW) +
        theme(
            panelGrid = "blank",
            axisLine = "blank",
            axisTicks = "blank",
            axisTextX =
                if (slanted) elementText(color = INK, size = 12, angle = 30, hjust = 1)
                else elementText(color = INK, size = 12),
        )
}

private const val CELL = 90
private const val MIN_SIDE = 300
private const val MAX_SIDE = 760
private const val CHARACTER = 8
private const val LEGEND = 120
private const val BELOW = 170
private const val MANY = 8
