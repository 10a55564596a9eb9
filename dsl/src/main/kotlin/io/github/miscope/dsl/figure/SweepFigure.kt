package io.github.miscope.dsl.figure

import io.github.miscope.dsl.result.SweepData
import io.github.miscope.sweep.SummaryRow
import org.jetbrains.letsPlot.geom.geomLine
import org.jetbrains.letsPlot.geom.geomRibbon
import org.jetbrains.letsPlot.intern.FeatureList
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.scale.scaleLinetypeManual

internal fun sweepFigure(result: SweepData): Plot {
    val rows = result.table.summary().filter { it.trials > 0 }
    require(rows.isNotEmpty()) { "no cell has an estimate to plot: ${result.text()}" }
    return when {
        result.comparesSides -> compressionFigure(result, rows)
        result.hasAxis -> linesFigure(result, rows)
        else -> trialsFigure(result)
    }
}

private fun linesFigure(result: SweepData, rows: List<SummaryRow>): Plot {
    val unit = result.unit
    val banded = rows.filter { !it.standardDeviation.isNaN() && it.standardDeviation > 0 }
    var plot = letsPlot()
    if (banded.isNotEmpty()) {
        plot +=
            geomRibbon(
                mapOf(
                    "x" to banded.map { result.shown(it.value) },
                    "low" to banded.map { unit.fromNats(it.meanNats - it.standardDeviation) },
                    "high" to banded.map { unit.fromNats(it.meanNats + it.standardDeviation) },
                    "estimator" to banded.map { it.estimator },
                ),
                alpha = 0.18,
                size = 0.0,
                showLegend = false,
            ) {
                x = "x"
                ymin = "low"
                ymax = "high"
                fill = "estimator"
            }
    }
    plot +=
        seriesLines(
            mapOf(
                "x" to rows.map { result.shown(it.value) },
                "y" to rows.map { unit.fromNats(it.meanNats) },
                "estimator" to rows.map { it.estimator },
            )
        )
    plot += seriesScales(result.series)
    plot += truthLine(result, rows)
    return plot +
        words(
            title =
                "${result.estimateName.replaceFirstChar(Char::uppercaseChar)} against " +
                    result.sweptName,
            subtitle = "${result.taskLabel()}, ${result.setup()}",
            caption =
                listOf(
                    when {
                        banded.isNotEmpty() ->
                            "Line: mean over trials; band: mean ± 1 standard deviation."
                        else -> ""
                    }
                ) + result.remarks(),
            x = result.sweptLabel,
            y = "${result.estimateName} [$unit]",
        ) +
        style(WIDTH, HEIGHT) +
        sweptScale(result)
}

/** The true MI, dashed, in a legend of its own; nothing where it is not known. */
private fun truthLine(result: SweepData, rows: List<SummaryRow>) =
    rows
        .filter { !it.meanTrueNats.isNaN() }
        .distinctBy { it.value }
        .sortedBy { it.value }
        .let { known ->
            val varies =
                result.table.rows
                    .filter { !it.trueNats.isNaN() }
                    .groupBy { it.value }
                    .values
                    .any { cells -> cells.any { it.trueNats != cells.first().trueNats } }
            val label = if (varies) "true MI (mean over trials)" else "true MI"
            if (known.isEmpty()) FeatureList(emptyList())
            else
                FeatureList(
                    listOf(
                        geomLine(
                            mapOf(
                                "x" to known.map { result.shown(it.value) },
                                "y" to known.map { result.unit.fromNats(it.meanTrueNats) },
                                "truth" to known.map { label },
                            ),
                            color = INK,
                            size = 1.1,
                        ) {
                            x = "x"
                            y = "y"
                            linetype = "truth"
                        },
                        truthLegend(),
                    )
                )
        }

/** Draws the one level of the column "truth" dashed, with a legend. */
internal fun truthLegend() = scaleLinetypeManual(listOf(DASHED), name = "")

/** Lets-Plot's number for a dashed line. */
internal const val DASHED: Int = 2

internal const val WIDTH: Int = 780
internal const val HEIGHT: Int = 460
