package io.github.miscope.dsl.figure

import io.github.miscope.dsl.ErrorMeasure
import io.github.miscope.dsl.SweepResult
import io.github.miscope.dsl.remarks
import io.github.miscope.dsl.setup
import io.github.miscope.dsl.taskLabel
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.sweep.SummaryRow
import org.jetbrains.letsPlot.geom.geomHLine
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.scale.scaleXDiscrete

private val ErrorMeasure.title: String
    get() =
        when (this) {
            ErrorMeasure.RMSE -> "RMSE"
            ErrorMeasure.NORMALISED_RMSE -> "normalised RMSE"
            ErrorMeasure.BIAS -> "bias (estimate - truth)"
            ErrorMeasure.SPEARMAN -> "Spearman's rank correlation with the truth"
        }

private fun ErrorMeasure.of(row: SummaryRow, unit: InformationUnit): Double =
    when (this) {
        ErrorMeasure.RMSE -> unit.fromNats(row.rmse)
        ErrorMeasure.NORMALISED_RMSE -> row.normalisedRmse
        ErrorMeasure.BIAS -> unit.fromNats(row.bias)
        ErrorMeasure.SPEARMAN -> row.spearman
    }

private fun ErrorMeasure.axisLabel(unit: InformationUnit): String =
    when (this) {
        ErrorMeasure.RMSE,
        ErrorMeasure.BIAS -> "$title [$unit]"
        else -> title
    }

internal fun errorFigure(result: SweepResult, measure: ErrorMeasure): Plot {
    val rows = result.table.summary().filter { it.trials > 0 }
    require(rows.any { !it.rmse.isNaN() }) {
        "errors need a known true MI, which ${result.taskLabel()} has not"
    }
    val known = rows.filter { !measure.of(it, result.unit).isNaN() }
    require(known.isNotEmpty()) {
        "the ${measure.title} needs a true MI that varies between trials, as that of " +
            "correlatedGaussians(dim, rho = 0.1..0.9); that of ${result.taskLabel()} does not"
    }
    val data =
        mapOf(
            "x" to known.map { if (result.hasAxis) it.value else it.estimator },
            "y" to known.map { measure.of(it, result.unit) },
            "estimator" to known.map { it.estimator },
        )
    val swept = if (result.hasAxis) result.sweep.axis().label() else "estimator"
    return letsPlot() +
        geomHLine(
            yintercept = if (measure == ErrorMeasure.SPEARMAN) 1.0 else 0.0,
            color = INK,
            linetype = "dotted",
            size = 1.0,
        ) +
        seriesLines(data) +
        seriesScales(result.series) +
        words(
            title =
                "${measure.title.replaceFirstChar(Char::uppercaseChar)} against ${if (result.hasAxis) result.sweptName else swept}",
            subtitle = "${result.taskLabel()}, ${result.setup()}",
            caption =
                listOf(
                    if (measure == ErrorMeasure.SPEARMAN) "Over trials; 1 is a perfect order."
                    else "Over trials; 0 is no error."
                ) + result.remarks(),
            x = swept,
            y = measure.axisLabel(result.unit),
        ) +
        style(WIDTH, HEIGHT) +
        (if (result.hasAxis) sweptScale(result) else scaleXDiscrete())
}
