package io.github.miscope.dsl.figure

import io.github.miscope.dsl.SweepResult
import io.github.miscope.sweep.Axis
import org.jetbrains.letsPlot.geom.geomLine
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.intern.Feature
import org.jetbrains.letsPlot.intern.FeatureList
import org.jetbrains.letsPlot.scale.scaleColorManual
import org.jetbrains.letsPlot.scale.scaleFillManual
import org.jetbrains.letsPlot.scale.scaleShapeManual
import org.jetbrains.letsPlot.scale.scaleXContinuous
import org.jetbrains.letsPlot.scale.scaleXLog10

/** Labels of the estimators, in the order of the plan. */
internal val SweepResult.series: List<String>
    get() = sweep.estimators().map { it.toString() }

internal val SweepResult.hasAxis: Boolean
    get() = sweep.axis().toString() != Axis.none().toString()

/** Colour, fill and shape of each estimator; one legend. */
internal fun seriesScales(series: List<String>): Feature =
    FeatureList(
        listOf(
            scaleColorManual(PALETTE.cycle(series.size), name = "estimator", limits = series),
            scaleFillManual(PALETTE.cycle(series.size), name = "estimator", limits = series),
            scaleShapeManual(SHAPES.cycle(series.size), name = "estimator", limits = series),
        )
    )

private fun <T> List<T>.cycle(n: Int): List<T> = List(n) { this[it % size] }

/** A line with a mark at every value, per estimator; columns x, y and estimator. */
internal fun seriesLines(data: Map<String, List<Any>>): Feature =
    FeatureList(
        listOf(
            geomLine(data, size = 1.0) {
                x = "x"
                y = "y"
                color = "estimator"
            },
            geomPoint(data, size = 3.2) {
                x = "x"
                y = "y"
                color = "estimator"
                shape = "estimator"
            },
        )
    )

private const val WIDE = 10.0
private val LOGARITHMIC =
    setOf(Axis.scaleX(), Axis.scaleY(), Axis.samples()).map { it.toString() }.toSet()

/** Scales and numbers of samples are swept in ratios; other axes, and narrow ranges, in steps. */
internal fun isLogarithmic(axis: String, values: DoubleArray): Boolean =
    axis in LOGARITHMIC && values.all { it > 0 } && values.max() >= WIDE * values.min()

internal fun sweptScale(result: SweepResult): Feature {
    val values = result.sweep.values()
    if (isLogarithmic(result.sweep.axis().toString(), values)) return scaleXLog10()
    val whole = values.all { it == Math.rint(it) }
    return if (whole && values.size <= MAX_TICKS) scaleXContinuous(breaks = values.sorted())
    else scaleXContinuous()
}

private const val MAX_TICKS = 15
