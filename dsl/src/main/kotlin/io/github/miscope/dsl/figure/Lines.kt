package io.github.miscope.dsl.figure

import org.jetbrains.letsPlot.geom.geomLine
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.geom.geomRibbon
import org.jetbrains.letsPlot.intern.Feature
import org.jetbrains.letsPlot.intern.FeatureList
import org.jetbrains.letsPlot.themes.elementRect
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

/** Lines in ink that belong to no series, such as losses and scales. */
internal fun inkLines(marks: List<Mark>): Feature =
    geomLine(marks.columns(), color = INK, size = 0.9) {
        x = "x"
        y = "y"
        linetype = "estimator"
    }

/** How the names of panels look. */
internal fun panels(): Feature =
    theme(
        stripText = elementText(color = INK, size = 13),
        stripBackground = elementRect(fill = "#F2F2F2", color = PAPER),
    )

internal const val PANEL: Int = 190
