package io.github.miscope.dsl.figure

import io.github.miscope.dsl.result.SweepData
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.sweep.SummaryRow
import org.jetbrains.letsPlot.geom.geomHLine
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.scale.scaleXDiscrete

/**
 * How far estimates are from the truth.
 *
 * @property title in words
 * @property hasUnit whether it is an amount of information
 * @property best where estimates without error are
 */
internal enum class ErrorCurve(
    val title: String,
    private val hasUnit: Boolean,
    val best: Double,
    private val of: (SummaryRow) -> Double,
) {
    RMSE("RMSE", true, 0.0, SummaryRow::rmse),
    NORMALISED_RMSE("normalised RMSE", false, 0.0, SummaryRow::normalisedRmse),
    BIAS("bias (estimate - truth)", true, 0.0, SummaryRow::bias),
    SPEARMAN("Spearman's rank correlation with the truth", false, 1.0, SummaryRow::spearman);

    fun of(row: SummaryRow, unit: InformationUnit): Double =
        if (hasUnit) unit.fromNats(of(row)) else of(row)

    fun axisLabel(unit: InformationUnit): String = if (hasUnit) "$title [$unit]" else title
}

internal fun errorFigure(result: SweepData, measure: ErrorCurve): Plot {
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
            "x" to known.map { if (result.hasAxis) result.shown(it.value) else it.estimator },
            "y" to known.map { measure.of(it, result.unit) },
            "estimator" to known.map { it.estimator },
        )
    val swept = if (result.hasAxis) result.sweptLabel else "estimator"
    return letsPlot() +
        geomHLine(yintercept = measure.best, color = INK, linetype = "dotted", size = 1.0) +
        seriesLines(data) +
        seriesScales(result.series) +
        words(
            title =
                "${measure.title.replaceFirstChar(Char::uppercaseChar)} against ${if (result.hasAxis) result.sweptName else swept}",
            subtitle = "${result.taskLabel()}, ${result.setup()}",
            caption =
                listOf(
                    if (measure == ErrorCurve.SPEARMAN) "Over trials; 1 is a perfect order."
                    else "Over trials; 0 is no error."
                ) + result.remarks(),
            x = swept,
            y = measure.axisLabel(result.unit),
        ) +
        style(WIDTH, HEIGHT) +
        (if (result.hasAxis) sweptScale(result) else scaleXDiscrete())
}
