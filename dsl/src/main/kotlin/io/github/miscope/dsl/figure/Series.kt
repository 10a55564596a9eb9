package io.github.miscope.dsl.figure

import io.github.miscope.dsl.result.SweepData
import io.github.miscope.dsl.text.short
import io.github.miscope.sweep.Axis
import kotlin.math.abs
import kotlin.math.ceil
import kotlin.math.floor
import kotlin.math.log10
import kotlin.math.pow
import org.jetbrains.letsPlot.geom.geomLine
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.intern.Feature
import org.jetbrains.letsPlot.intern.FeatureList
import org.jetbrains.letsPlot.scale.scaleColorManual
import org.jetbrains.letsPlot.scale.scaleFillManual
import org.jetbrains.letsPlot.scale.scaleShapeManual
import org.jetbrains.letsPlot.scale.scaleXContinuous
import org.jetbrains.letsPlot.scale.scaleXLog10
import org.jetbrains.letsPlot.themes.elementText
import org.jetbrains.letsPlot.themes.theme

/** Colour, fill and shape of each series; one legend. */
internal fun seriesScales(series: List<String>, name: String = "estimator"): Feature =
    FeatureList(
        listOf(
            scaleColorManual(PALETTE.cycle(series.size), name = name, limits = series),
            scaleFillManual(PALETTE.cycle(series.size), name = name, limits = series),
            scaleShapeManual(SHAPES.cycle(series.size), name = name, limits = series),
        )
    )

/** The size of all marks. */
internal const val MARK: Double = 3.6

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
            geomPoint(data, size = MARK) {
                x = "x"
                y = "y"
                color = "estimator"
                shape = "estimator"
            },
        )
    )

private const val WIDE = 10.0

/**
 * Scales, signal-to-noise ratios and numbers of samples are swept in ratios; other axes, narrow
 * ranges, and ratios that are evenly spaced, in steps.
 */
internal fun isLogarithmic(axis: Axis, values: DoubleArray): Boolean =
    axis.isRatio &&
        values.all { it > 0 } &&
        values.max() >= WIDE * values.min() &&
        !(axis.parameter().isPresent && isEven(values.sorted()))

private fun isEven(values: List<Double>): Boolean {
    val steps = values.zipWithNext { a, b -> b - a }
    return steps.size > 1 && steps.all { abs(it - steps.first()) <= 1e-9 * values.last() }
}

/** The x axis: in ratios with powers of ten, or in steps with whole numbers where all are whole. */
internal fun sweptScale(result: SweepData): Feature {
    val values = result.sweep.values().map { result.shown(it) }.toDoubleArray()
    if (isLogarithmic(result.sweep.axis(), values)) {
        val ticks = logTicks(values.min(), values.max())
        // The margin is in ratios: Lets-Plot's own would be a part of the untransformed range.
        val margin = (values.max() / values.min()).pow(MARGIN)
        return upright(
            scaleXLog10(
                breaks = ticks,
                labels = ticks.map { it.short() },
                limits = values.min() / margin to values.max() * margin,
                expand = listOf(0.0, 0.0),
            )
        )
    }
    val whole = values.all { it == Math.rint(it) }
    return if (whole && values.size <= MAX_TICKS) {
        val ticks = values.sorted()
        upright(scaleXContinuous(breaks = ticks, labels = ticks.map { it.short() }))
    } else scaleXContinuous()
}

/** Powers of ten within the range; 2 and 5 times those as well where they are few. */
internal fun logTicks(low: Double, high: Double): List<Double> {
    val exponents = floor(log10(low)).toInt()..ceil(log10(high)).toInt()
    fun ticks(vararg factors: Double) =
        exponents
            .flatMap { e -> factors.map { f -> "${f}e$e".toDouble() } }
            .filter { it in low * (1 - 1e-9)..high * (1 + 1e-9) }
    val powers = ticks(1.0)
    return if (powers.size >= FEW_TICKS) powers else ticks(1.0, 2.0, 5.0)
}

private const val MAX_TICKS = 15
private const val FEW_TICKS = 3
private const val MARGIN = 0.025

/** A scale whose labels are short, and are not to be slanted. */
private fun upright(scale: Feature): Feature =
    FeatureList(listOf(scale, theme(axisTextX = elementText(size = 12, angle = 0))))
