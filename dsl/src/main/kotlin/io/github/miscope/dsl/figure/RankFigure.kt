package io.github.miscope.dsl.figure

import io.github.miscope.dsl.result.PairCell
import io.github.miscope.dsl.result.SIGNIFICANCE
import io.github.miscope.estimator.InformationUnit
import org.jetbrains.letsPlot.geom.geomBar
import org.jetbrains.letsPlot.geom.geomErrorBar
import org.jetbrains.letsPlot.geom.geomVLine
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.sampling.samplingNone
import org.jetbrains.letsPlot.scale.scaleAlphaIdentity
import org.jetbrains.letsPlot.scale.scaleYDiscrete
import org.jetbrains.letsPlot.themes.theme

/** Horizontal bars, so that long names are read without turning one's head. */
internal fun rankFigure(
    target: String,
    ranked: List<PairCell>,
    estimator: String,
    unit: InformationUnit,
    notes: List<String>,
): Plot {
    val pairs = ranked.take(MAX_BARS)
    val estimated = pairs.filter { it.nats != null }
    val drawn = pairs.map { it.x }
    val names = pairs.map { shortName(it.x) + if (it.nats != null) "" else " (no estimate)" }
    val bars =
        mapOf(
            "name" to estimated.map { it.x },
            "value" to estimated.map { unit.fromNats(it.nats!!) },
            "strength" to estimated.map { if (it.isDoubtful) PALE else 1.0 },
        )
    val whiskers = estimated.filter { it.interval != null }
    val intervals =
        mapOf(
            "name" to whiskers.map { it.x },
            "lower" to whiskers.map { unit.fromNats(it.interval!!.lower()) },
            "upper" to whiskers.map { unit.fromNats(it.interval!!.upper()) },
        )
    val level = whiskers.firstOrNull()?.interval?.level()
    val faint = estimated.any { it.isDoubtful }
    val caption =
        listOfNotNull(
            "The first ${pairs.size} of ${ranked.size} columns are drawn; toDataFrame() has all."
                .takeIf { pairs.size < ranked.size },
            level?.let { "Whiskers: ${percent(it)} confidence intervals." },
            "Pale: adjusted p-value above $SIGNIFICANCE.".takeIf { faint },
        ) + notes
    // Titles begin right of the names.
    val room = RANK_WIDTH - BESIDE_NAMES - names.maxOf { it.length } * LETTER
    val columns = minOf(COLUMNS, room / TITLE_LETTER)
    val lines = caption.sumOf { it.wrapped(columns).lines().size }
    return letsPlot() +
        geomBar(
            bars,
            fill = PALETTE.first(),
            stat = org.jetbrains.letsPlot.Stat.identity,
            orientation = "y",
            width = 0.7,
            sampling = samplingNone,
        ) {
            x = "value"
            y = "name"
            alpha = "strength"
        } +
        geomErrorBar(intervals, color = INK, height = 0.25, size = 1.0) {
            y = "name"
            xmin = "lower"
            xmax = "upper"
        } +
        geomVLine(xintercept = 0.0, color = INK, size = 1.0) +
        scaleAlphaIdentity() +
        scaleYDiscrete(limits = drawn.reversed(), breaks = drawn, labels = names) +
        words(
            title = "Mutual information with $target",
            subtitle = "$estimator, ${sizes(estimated.map { it.n })}",
            caption = caption,
            x = "MI [$unit]",
            y = "",
            columns = columns,
        ) +
        style(RANK_WIDTH, pairs.size * BAR + RANK_AROUND + lines * LINE) +
        theme(panelGridMajorY = "blank", axisTicksY = "blank")
}

private const val PALE = 0.4

/** More bars than these are not read. */
private const val MAX_BARS = 40
private const val RANK_WIDTH = 700
private const val COLUMNS = 86
private const val BESIDE_NAMES = 40
private const val LETTER = 7

/** Titles have three quarters of the letters of other lines. */
private const val TITLE_LETTER = 8
private const val BAR = 38
private const val RANK_AROUND = 130
