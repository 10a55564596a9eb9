package io.github.miscope.dsl.figure

import io.github.miscope.dsl.MiResult
import io.github.miscope.dsl.facts
import io.github.miscope.dsl.fixed
import io.github.miscope.dsl.heading
import io.github.miscope.dsl.kind
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot

internal const val MAX_POINTS: Int = 2000

internal fun scatterFigure(result: MiResult): Plot {
    val samples = result.samples
    require(samples.dX() == 1 && samples.dY() == 1) {
        "a scatter shows one column against one: X has ${samples.dX()} and Y has ${samples.dY()}"
    }
    val n = samples.n()
    val drawn = minOf(n, MAX_POINTS)
    // Every so many rows: no chance involved, and each row at most once.
    val rows = List(drawn) { (it.toLong() * n / drawn).toInt() }
    val single = result.estimates.singleOrNull()
    fun value(nats: Double) = "${result.unit.fromNats(nats).fixed()} ${result.unit}"
    return letsPlot(
        mapOf(
            "x" to rows.map { samples.x().get(it, 0) },
            "y" to rows.map { samples.y().get(it, 0) },
        )
    ) {
        x = "x"
        y = "y"
    } +
        geomPoint(
            color = PALETTE.first(),
            alpha = if (drawn > DENSE) 0.35 else 0.6,
            size = if (drawn > DENSE) 1.8 else 2.6,
        ) +
        words(
            title =
                if (single != null) "${result.heading()} = ${value(single.nats())}"
                else result.heading(),
            subtitle =
                if (single != null) "${single.estimator()}; ${single.facts()}"
                else
                    result.estimates.joinToString("; ") { "${it.estimator()} ${value(it.nats())}" },
            caption = remarks(result, drawn),
            x = result.xColumns.single(),
            y = result.yColumns.single(),
            columns = SCATTER_COLUMNS,
        ) +
        style(SCATTER_WIDTH, HEIGHT)
}

private fun remarks(result: MiResult, drawn: Int): List<String> = buildList {
    if (drawn < result.samples.n()) add("$drawn of ${result.samples.n()} points are drawn.")
    if (result.dropped > 0) {
        add("${result.dropped} rows with missing values left out.")
    }
    val kinds = result.estimates.flatMap { it.warnings() }.map { it.kind() }.distinct()
    if (kinds.isNotEmpty()) add("Warnings: ${kinds.joinToString()} (see the estimate card).")
}

private const val DENSE = 500
private const val SCATTER_WIDTH = 620
private const val SCATTER_COLUMNS = 74
