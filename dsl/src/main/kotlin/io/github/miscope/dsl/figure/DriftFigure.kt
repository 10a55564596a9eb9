package io.github.miscope.dsl.figure

import io.github.miscope.dsl.text.short
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.inference.DriftTable
import org.jetbrains.letsPlot.geom.geomErrorBar
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.scale.scaleXLog10

/** The mean over the parts against their size; an estimate without drift is level to the right. */
internal fun driftFigure(
    table: DriftTable,
    unit: InformationUnit,
    heading: String,
    n: Int,
    remarks: List<String>,
): Plot {
    val rows = table.rows()
    val series = table.tests().map { "k = ${it.k()}" }
    // Side by side, so that error bars at the same n can be told apart.
    val shift =
        rows.associate { it.k() to series.indexOf("k = ${it.k()}") - (series.size - 1) / 2.0 }
    val at = rows.map { it.n() * Math.pow(APART, shift.getValue(it.k())) }
    val means = rows.map { unit.fromNats(it.mean()) }
    val errors = rows.map { unit.fromNats(it.standardError()) }
    val data = mapOf("x" to at, "y" to means, "estimator" to rows.map { "k = ${it.k()}" })
    val ns = rows.map { it.n().toDouble() }
    val ticks = logTicks(ns.min(), ns.max())
    return letsPlot() +
        geomErrorBar(
            data +
                mapOf(
                    "lower" to means.zip(errors) { mean, error -> mean - error },
                    "upper" to means.zip(errors) { mean, error -> mean + error },
                ),
            width = 0.0,
            size = 0.8,
            alpha = 0.7,
            showLegend = false,
        ) {
            x = "x"
            ymin = "lower"
            ymax = "upper"
            color = "estimator"
        } +
        seriesLines(data) +
        seriesScales(series, "neighbours") +
        scaleXLog10(breaks = ticks, labels = ticks.map { it.short() }) +
        words(
            title = "Drift of $heading with n",
            subtitle = "${table.estimator()}: whole, halves, thirds, ... of n = $n",
            caption = listOf("Bars: one standard error of the mean over the parts.") + remarks,
            x = "observations in a part",
            y = "MI [$unit]",
        ) +
        style(WIDTH, HEIGHT)
}

private const val APART = 1.012
