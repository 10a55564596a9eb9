package io.github.miscope.dsl.figure

import io.github.miscope.estimator.InformationUnit
import io.github.miscope.series.LagTable
import org.jetbrains.letsPlot.geom.geomHLine
import org.jetbrains.letsPlot.geom.geomLine
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.geom.geomRibbon
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot

/** The estimate against the lag, over the band of surrogates and their largest values' limit. */
internal fun lagFigure(
    table: LagTable,
    unit: InformationUnit,
    x: String,
    y: String,
    notes: List<String>,
): Plot {
    val rows = table.rows().filter { !it.nats().isNaN() }.sortedBy { it.lag() }
    val points =
        mapOf("lag" to rows.map { it.lag() }, "value" to rows.map { unit.fromNats(it.nats()) })
    val banded = rows.filter { it.lower().isPresent && it.upper().isPresent }
    val band =
        mapOf(
            "lag" to banded.map { it.lag() },
            "low" to banded.map { unit.fromNats(it.lower().asDouble) },
            "high" to banded.map { unit.fromNats(it.upper().asDouble) },
        )
    var plot = letsPlot()
    if (banded.isNotEmpty()) {
        plot +=
            geomRibbon(band, fill = PALETTE[6], alpha = 0.3, size = 0.0, showLegend = false) {
                this.x = "lag"
                ymin = "low"
                ymax = "high"
            }
    }
    if (table.exceeded().isPresent) {
        plot +=
            geomHLine(
                yintercept = unit.fromNats(table.exceeded().asDouble),
                linetype = "dashed",
                color = INK,
                size = 0.8,
            )
    }
    val failed = table.rows().size - rows.size
    val caption = listOfNotNull("$failed lags have no estimate.".takeIf { failed > 0 }) + notes
    return plot +
        geomLine(points, color = PALETTE.first(), size = 1.0) {
            this.x = "lag"
            this.y = "value"
        } +
        geomPoint(points, color = PALETTE.first(), size = 3.0) {
            this.x = "lag"
            this.y = "value"
        } +
        words(
            title = "${shortName(x)} and ${shortName(y)} against the lag",
            subtitle = "${table.quantity()}, ${table.estimator()}, ${sizes(rows.map { it.n() })}",
            caption = caption,
            x = "lag: rows by which ${shortName(y)} is later",
            y = "MI [$unit]",
        ) +
        style(WIDTH, HEIGHT)
}
