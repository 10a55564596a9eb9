package io.github.miscope.dsl.figure

import io.github.miscope.dsl.result.SweepData
import org.jetbrains.letsPlot.geom.geomABLine
import org.jetbrains.letsPlot.geom.geomHLine
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.geom.geomPointRange
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot

/**
 * The trials of a sweep without an axis: against the truth where that varies, else side by side.
 */
internal fun trialsFigure(result: SweepData): Plot {
    val truths = result.table.rows.filter { !it.failed() }.map { it.trueNats }
    return if (truths.none { it.isNaN() } && truths.distinct().size > 1) truthFigure(result)
    else sideBySide(result)
}

private fun sideBySide(result: SweepData): Plot {
    val unit = result.unit
    val cells = result.table.rows.filter { !it.failed() }
    val means = result.table.summary().filter { it.trials > 0 }
    fun spread(sd: Double) = if (sd.isNaN()) 0.0 else sd
    var plot =
        letsPlot() +
            geomPoint(
                mapOf(
                    "x" to cells.map { it.estimator },
                    "y" to cells.map { unit.fromNats(it.nats) },
                ),
                alpha = 0.5,
                size = 2.5,
                showLegend = false,
            ) {
                x = "x"
                y = "y"
                color = "x"
            } +
            geomPointRange(
                mapOf(
                    "x" to means.map { it.estimator },
                    "y" to means.map { unit.fromNats(it.meanNats) },
                    "low" to
                        means.map { unit.fromNats(it.meanNats - spread(it.standardDeviation)) },
                    "high" to
                        means.map { unit.fromNats(it.meanNats + spread(it.standardDeviation)) },
                ),
                size = 1.0,
                fatten = 4,
                showLegend = false,
            ) {
                x = "x"
                y = "y"
                ymin = "low"
                ymax = "high"
                color = "x"
            } +
            seriesScales(result.series)
    cells
        .map { it.trueNats }
        .firstOrNull { !it.isNaN() }
        ?.let { truth ->
            plot +=
                geomHLine(
                    mapOf("truth" to listOf("true MI"), "y" to listOf(unit.fromNats(truth))),
                    color = INK,
                    size = 1.1,
                ) {
                    yintercept = "y"
                    linetype = "truth"
                }
            plot += truthLegend()
        }
    return plot +
        words(
            title = "Mutual information of ${result.taskLabel()}",
            subtitle = result.setup(),
            caption =
                listOf("Small: one trial; large: mean ± 1 standard deviation.") + result.remarks(),
            x = "estimator",
            y = "mutual information [$unit]",
        ) +
        style(WIDTH, HEIGHT)
}

private fun truthFigure(result: SweepData): Plot {
    val unit = result.unit
    val cells = result.table.rows.filter { !it.failed() }
    return letsPlot() +
        geomPoint(
            mapOf(
                "x" to cells.map { unit.fromNats(it.trueNats) },
                "y" to cells.map { unit.fromNats(it.nats) },
                "estimator" to cells.map { it.estimator },
            ),
            size = MARK,
        ) {
            x = "x"
            y = "y"
            color = "estimator"
            shape = "estimator"
        } +
        geomABLine(
            mapOf("slope" to listOf(1), "at" to listOf(0), "truth" to listOf("true MI")),
            color = INK,
            size = 1.1,
        ) {
            slope = "slope"
            intercept = "at"
            linetype = "truth"
        } +
        seriesScales(result.series) +
        truthLegend() +
        words(
            title = "Estimates against the true mutual information",
            subtitle = "${result.taskLabel()}, ${result.setup()}",
            caption = listOf("One mark per trial.") + result.remarks(),
            x = "true mutual information [$unit]",
            y = "estimate [$unit]",
        ) +
        style(WIDTH, HEIGHT)
}
