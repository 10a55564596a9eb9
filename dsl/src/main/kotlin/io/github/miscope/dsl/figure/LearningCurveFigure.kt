package io.github.miscope.dsl.figure

import io.github.miscope.dsl.text.fixed
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.estimator.LearningCurve
import org.jetbrains.letsPlot.geom.geomHLine
import org.jetbrains.letsPlot.geom.geomLine
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.intern.Feature
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.scale.guideLegend
import org.jetbrains.letsPlot.scale.scaleColorManual
import org.jetbrains.letsPlot.scale.scaleLinetypeManual
import org.jetbrains.letsPlot.scale.scaleShapeManual
import org.jetbrains.letsPlot.scale.scaleXContinuous

/**
 * Values of the bound against the step: a colour for each critic, solid on held-out data and dotted
 * in-sample.
 */
internal fun learningCurveFigure(
    estimate: Estimate,
    trueNats: Double?,
    unit: InformationUnit,
): Plot {
    val points =
        estimate.findings(LearningCurve::class.java).flatMap { curve ->
            curve.points().map { Evaluation(curve.member() + 1, it) }
        }
    val critics = points.map { "${it.critic}" }.distinct()
    val heldOut = points.filter { !it.values.validation().isNaN() }
    // A solid line is what the estimate comes from.
    val lines =
        listOfNotNull(
            (HELD_OUT to SOLID).takeIf { heldOut.isNotEmpty() },
            IN_SAMPLE to if (heldOut.isNotEmpty()) DOTTED else SOLID,
            (TRUTH to DASHED).takeIf { trueNats != null },
        )
    var plot =
        letsPlot() +
            marks(unit, IN_SAMPLE, points, critics.size) { it.training() } +
            scaleColorManual(
                critics.indices.map { PALETTE[it % PALETTE.size] },
                name = "critic",
                limits = critics,
                guide = if (critics.size == 1) "none" else guideLegend(),
            ) +
            scaleLinetypeManual(lines.map { it.second }, name = "", limits = lines.map { it.first })
    if (heldOut.isNotEmpty()) {
        plot += marks(unit, HELD_OUT, heldOut, critics.size) { it.validation() }
    }
    if (trueNats != null) {
        plot +=
            geomHLine(
                mapOf("y" to listOf(unit.fromNats(trueNats)), "data" to listOf(TRUTH)),
                color = INK,
                size = 1.1,
            ) {
                yintercept = "y"
                linetype = "data"
            }
    }
    val steps = points.map { it.values.step() }.distinct()
    if (steps.size == 1) {
        plot += scaleXContinuous(breaks = steps, labels = steps.map { "$it" })
        val marks =
            if (heldOut.isEmpty()) listOf(IN_SAMPLE to 16)
            else listOf(HELD_OUT to 16, IN_SAMPLE to 1)
        plot +=
            scaleShapeManual(marks.map { it.second }, name = "", limits = marks.map { it.first })
    }
    return plot +
        words(
            title = "Learning curve of ${estimate.estimator()}",
            subtitle =
                "n = ${estimate.n()}, d = ${estimate.dX()} + ${estimate.dY()}; estimate " +
                    "${unit.fromNats(estimate.nats()).fixed()} ${unit}",
            caption =
                listOf(
                    if (critics.size > 1) "A colour for each of ${critics.size} critics." else ""
                ),
            x = "step",
            y = "value of the bound [${unit}]",
        ) +
        style(WIDTH, HEIGHT)
}

private fun marks(
    unit: InformationUnit,
    label: String,
    points: List<Evaluation>,
    critics: Int,
    value: (LearningCurve.Point) -> Double,
): Feature {
    val data = data(unit, label, points, value)
    // A curve of one evaluation is a point.
    if (points.size == critics) {
        return geomPoint(data, size = MARK) {
            x = "step"
            y = "value"
            color = "critic"
            shape = "data"
        }
    }
    return geomLine(data, size = if (critics == 1) 1.1 else 0.8) {
        x = "step"
        y = "value"
        color = "critic"
        linetype = "data"
        group = "line"
    }
}

/** An evaluation of a critic, from 1. */
private class Evaluation(val critic: Int, val values: LearningCurve.Point)

private fun data(
    unit: InformationUnit,
    label: String,
    points: List<Evaluation>,
    value: (LearningCurve.Point) -> Double,
): Map<String, List<Any>> =
    mapOf(
        "step" to points.map { it.values.step() },
        "value" to points.map { unit.fromNats(value(it.values)) },
        "data" to points.map { label },
        "critic" to points.map { "${it.critic}" },
        "line" to points.map { "$label ${it.critic}" },
    )

private const val IN_SAMPLE = "in-sample"
private const val HELD_OUT = "held-out"
private const val TRUTH = "true MI"

/** Lets-Plot's numbers for lines. */
private const val SOLID = 1
private const val DOTTED = 3
