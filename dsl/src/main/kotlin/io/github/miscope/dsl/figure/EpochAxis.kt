package io.github.miscope.dsl.figure

import io.github.miscope.dsl.text.short
import kotlin.math.pow
import org.jetbrains.letsPlot.intern.Feature
import org.jetbrains.letsPlot.intern.FeatureList
import org.jetbrains.letsPlot.scale.scaleXContinuous
import org.jetbrains.letsPlot.scale.scaleXLog10
import org.jetbrains.letsPlot.themes.elementText
import org.jetbrains.letsPlot.themes.theme

/** Epochs in ratios, where they span some; epoch 0 then has a place of its own at the left. */
internal class EpochAxis(epochs: List<Int>) {
    private val sorted = epochs.distinct().sorted()
    private val positive = sorted.filter { it > 0 }
    private val logarithmic = positive.size > 1 && positive.last() >= WIDE * positive.first()

    /** Where epoch 0 is. */
    private val zero =
        positive.firstOrNull()?.let { first ->
            val steps = maxOf(1, positive.size - 1)
            first / (positive.last() / first.toDouble()).pow(1.0 / steps).coerceIn(1.5, 4.0)
        } ?: 0.0

    /** The place of an epoch. */
    fun at(epoch: Int): Double = if (logarithmic && epoch == 0) zero else epoch.toDouble()

    val breaks: List<Double>
    val labels: List<String>

    init {
        if (logarithmic) {
            val ticks = logTicks(positive.first().toDouble(), positive.last().toDouble())
            val origin = if (0 in sorted) listOf(zero) else emptyList()
            breaks = origin + ticks
            labels = origin.map { "0" } + ticks.map { it.short() }
        } else {
            val step = maxOf(1, (sorted.size + MAX_TICKS - 1) / MAX_TICKS)
            val shown = sorted.filterIndexed { i, _ -> i % step == 0 }
            breaks = shown.map { it.toDouble() }
            labels = shown.map { "$it" }
        }
    }

    /** The name of a transformation of Lets-Plot. */
    val transform: String
        get() = if (logarithmic) "log10" else "identity"

    fun scale(): Feature =
        FeatureList(
            listOf(
                if (logarithmic) {
                    // In ratios: Lets-Plot's own margin is a part of the untransformed range.
                    val low = at(sorted.first())
                    val margin = (at(sorted.last()) / low).pow(MARGIN)
                    scaleXLog10(
                        breaks = breaks,
                        labels = labels,
                        limits = low / margin to at(sorted.last()) * margin,
                        expand = listOf(0.0, 0.0),
                    )
                } else scaleXContinuous(breaks = breaks, labels = labels),
                theme(axisTextX = elementText(size = 12, angle = 0)),
            )
        )

    private companion object {
        const val WIDE = 8
        const val MAX_TICKS = 10
        const val MARGIN = 0.07
    }
}
