package io.github.miscope.dsl.figure

import io.github.miscope.dsl.LearningCurves
import io.github.miscope.dsl.LearningPoint
import io.github.miscope.dsl.fixed
import org.jetbrains.letsPlot.geom.geomHLine
import org.jetbrains.letsPlot.geom.geomLine
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.scale.scaleColorManual

/** In-sample and held-out values of the bound against the step, a line for each critic. */
internal fun learningCurveFigure(curves: LearningCurves): Plot {
    val critics = curves.points.map { it.critic }.distinct().size
    val heldOut = curves.points.filter { it.heldOut != null }
    var plot =
        letsPlot() +
            lines(curves, IN_SAMPLE, curves.points, critics) { it.inSample } +
            scaleColorManual(
                listOfNotNull(PALETTE[1], PALETTE[0].takeIf { heldOut.isNotEmpty() }),
                name = "bound on data",
                limits = listOfNotNull(IN_SAMPLE, HELD_OUT.takeIf { heldOut.isNotEmpty() }),
            )
    if (heldOut.isNotEmpty()) {
        plot += lines(curves, HELD_OUT, heldOut, critics) { it.heldOut!! }
    }
    // A curve of one evaluation is a point.
    if (curves.points.size == critics) {
        plot +=
            geomPoint(data(curves, IN_SAMPLE, curves.points) { it.inSample }, size = 4.0) {
                x = "step"
                y = "value"
                color = "data"
            }
    }
    curves.trueNats?.let { nats ->
        plot +=
            geomHLine(
                mapOf("y" to listOf(curves.unit.fromNats(nats)), "truth" to listOf("true MI")),
                color = INK,
                size = 1.1,
            ) {
                yintercept = "y"
                linetype = "truth"
            }
        plot += truthLegend()
    }
    val estimate = curves.estimate
    return plot +
        words(
            title = "Learning curve of ${estimate.estimator()}",
            subtitle =
                "n = ${estimate.n()}, d = ${estimate.dX()} + ${estimate.dY()}; estimate " +
                    "${curves.unit.fromNats(estimate.nats()).fixed()} ${curves.unit}",
            caption = listOf(if (critics > 1) "One line for each of $critics critics." else ""),
            x = "step",
            y = "value of the bound [${curves.unit}]",
        ) +
        style(WIDTH, HEIGHT)
}

private fun lines(
    curves: LearningCurves,
    label: String,
    points: List<LearningPoint>,
    critics: Int,
    value: (LearningPoint) -> Double,
) =
    geomLine(data(curves, label, points, value), size = if (critics == 1) 1.0 else 0.6) {
        x = "step"
        y = "value"
        color = "data"
        group = "line"
    }

private fun data(
    curves: LearningCurves,
    label: String,
    points: List<LearningPoint>,
    value: (LearningPoint) -> Double,
): Map<String, List<Any>> =
    mapOf(
        "step" to points.map { it.step },
        "value" to points.map { curves.unit.fromNats(value(it)) },
        "data" to points.map { label },
        "line" to points.map { "$label ${it.critic}" },
    )

private const val IN_SAMPLE = "in-sample"
private const val HELD_OUT = "held-out"
