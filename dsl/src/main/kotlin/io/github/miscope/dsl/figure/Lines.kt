package io.github.miscope.dsl.figure

import kotlin.math.abs
import org.jetbrains.letsPlot.geom.geomLine
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.geom.geomRibbon
import org.jetbrains.letsPlot.intern.Feature
import org.jetbrains.letsPlot.intern.FeatureList
import org.jetbrains.letsPlot.themes.elementText
import org.jetbrains.letsPlot.themes.theme

/**
 * A value in a panel of a figure.
 *
 * @property error half the width of the band around it; 0 for none
 * @property across the panel's column
 * @property down the panel's row
 */
internal class Mark(
    val x: Double,
    val y: Double,
    val error: Double,
    val series: String,
    val across: String = "",
    val down: String = "",
)

/**
 * The same marks with names of panels that sort in the order of their first appearance: Lets-Plot
 * sorts panels by name. Leading blanks are not drawn.
 */
internal fun arranged(vararg groups: List<Mark>): List<List<Mark>> {
    val all = groups.flatMap { it }
    fun padded(name: (Mark) -> String): Map<String, String> {
        val names = all.map(name).distinct()
        return names.withIndex().associate { (i, it) -> it to " ".repeat(names.size - 1 - i) + it }
    }
    val across = padded { it.across }
    val down = padded { it.down }
    return groups.map { marks ->
        marks.map {
            Mark(
                it.x,
                it.y,
                it.error,
                it.series,
                across.getValue(it.across),
                down.getValue(it.down),
            )
        }
    }
}

/** Columns x, y, low, high, estimator (the series), across and down. */
internal fun List<Mark>.columns(): Map<String, List<Any>> =
    mapOf(
        "x" to map { it.x },
        "y" to map { it.y },
        "low" to map { it.y - it.error },
        "high" to map { it.y + it.error },
        "estimator" to map { it.series },
        "across" to map { it.across },
        "down" to map { it.down },
    )

/** Lines with marks and, where they are known, bands of error. */
internal fun bandedLines(marks: List<Mark>): Feature {
    val banded = marks.filter { it.error > 0 }
    val bands =
        if (banded.isEmpty()) emptyList()
        else
            listOf(
                geomRibbon(banded.columns(), alpha = 0.18, size = 0.0, showLegend = false) {
                    x = "x"
                    ymin = "low"
                    ymax = "high"
                    fill = "estimator"
                }
            )
    val lines =
        geomLine(marks.columns(), size = 1.0) {
            x = "x"
            y = "y"
            color = "estimator"
        }
    // Small: there may be many epochs.
    val points =
        geomPoint(marks.columns(), size = 2.6) {
            x = "x"
            y = "y"
            color = "estimator"
            shape = "estimator"
        }
    return FeatureList(bands + lines + points)
}

/**
 * Room around marks of a panel that hardly differ: an axis of too small a range has no ticks, or
 * shows the last digits of rounding.
 */
internal fun room(marks: List<Mark>): Feature {
    val corners =
        marks
            .groupBy { it.across to it.down }
            .values
            .flatMap { panel ->
                val x = panel.map { it.x }.widened()
                val y = panel.map { it.y }.widened()
                if (x == null && y == null) emptyList()
                else
                    listOf(0, 1).map { i ->
                        val first = panel.first()
                        Mark(
                            x?.get(i) ?: first.x,
                            y?.get(i) ?: first.y,
                            0.0,
                            first.series,
                            first.across,
                            first.down,
                        )
                    }
            }
    if (corners.isEmpty()) return FeatureList(emptyList())
    return geomPoint(corners.columns(), size = 0.0, alpha = 0.0, showLegend = false) {
        x = "x"
        y = "y"
    }
}

/** The ends of a range that can be read; null if that of the values can. */
private fun List<Double>.widened(): List<Double>? {
    val middle = (min() + max()) / 2
    val least = maxOf(MIN_RANGE, MIN_SHARE * abs(middle))
    return if (max() - min() >= least) null else listOf(middle - least / 2, middle + least / 2)
}

private const val MIN_RANGE = 0.02
private const val MIN_SHARE = 0.01

/** Lines in ink that belong to no series, such as losses and scales. */
internal fun inkLines(marks: List<Mark>): Feature =
    geomLine(marks.columns(), color = INK, size = 0.9) {
        x = "x"
        y = "y"
        linetype = "estimator"
    }

/** How the names of panels look. */
internal fun panels(): Feature = theme(stripText = elementText(size = 13))

internal const val PANEL: Int = 190
