package io.github.miscope.dsl.figure

import io.github.miscope.dsl.result.PairCell
import io.github.miscope.dsl.result.SIGNIFICANCE
import io.github.miscope.estimator.InformationUnit
import kotlin.jvm.optionals.getOrNull
import org.jetbrains.letsPlot.geom.geomBar
import org.jetbrains.letsPlot.geom.geomErrorBar
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.geom.geomText
import org.jetbrains.letsPlot.geom.geomVLine
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.sampling.samplingNone
import org.jetbrains.letsPlot.scale.scaleAlphaIdentity
import org.jetbrains.letsPlot.scale.scaleYDiscrete
import org.jetbrains.letsPlot.themes.theme

/**
 * What bars of a ranking show.
 *
 * @property axis the title of their axis
 * @property value where a bar ends; null where there is none
 * @property ends the ends of its whisker; null where there is none
 * @property word what is written behind it; null for nothing
 */
internal class RankedValue(
    val axis: String,
    val value: (PairCell) -> Double?,
    val ends: (PairCell) -> Pair<Double, Double>?,
    val word: (PairCell) -> String? = { null },
) {
    companion object {
        fun nats(unit: InformationUnit): RankedValue =
            RankedValue(
                "MI [$unit]",
                { cell -> cell.nats?.let(unit::fromNats) },
                { cell ->
                    cell.interval?.let { unit.fromNats(it.lower()) to unit.fromNats(it.upper()) }
                },
            )

        val SCALED: RankedValue =
            RankedValue(
                "MI on a scale from 0 to 1",
                { it.scaled?.value() },
                { cell -> cell.scaled?.interval()?.getOrNull()?.let { it.lower() to it.upper() } },
                { it.scaled?.strength()?.toString() },
            )
    }
}

/** Horizontal bars, so that long names are read without turning one's head. */
internal fun rankFigure(
    target: String,
    ranked: List<PairCell>,
    estimator: String,
    shown: RankedValue,
    notes: List<String>,
): Plot {
    val pairs = ranked.take(MAX_BARS)
    val estimated = pairs.filter { shown.value(it) != null }
    val drawn = pairs.map { it.x }
    val names =
        pairs.map { shortName(it.x) + if (shown.value(it) != null) "" else " (no estimate)" }
    val bars =
        mapOf(
            "name" to estimated.map { it.x },
            "value" to estimated.map { shown.value(it)!! },
            "strength" to estimated.map { if (it.isDoubtful) PALE else 1.0 },
        )
    val whiskers = estimated.filter { shown.ends(it) != null }
    val intervals =
        mapOf(
            "name" to whiskers.map { it.x },
            "lower" to whiskers.map { shown.ends(it)!!.first },
            "upper" to whiskers.map { shown.ends(it)!!.second },
        )
    val worded = estimated.filter { shown.word(it) != null }
    val ends = worded.map { maxOf(0.0, shown.value(it)!!, shown.ends(it)?.second ?: 0.0) }
    val longest = ends.maxOrNull() ?: 0.0
    val labels =
        mapOf(
            "name" to worded.map { it.x },
            "end" to ends.map { it + BESIDE_BAR * longest },
            "word" to worded.map { shown.word(it) },
        )
    // Not drawn: the axis ends behind the words.
    val room = mapOf("name" to worded.map { it.x }, "end" to ends.map { WORD_ROOM * it })
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
    val beside = RANK_WIDTH - BESIDE_NAMES - names.maxOf { it.length } * LETTER
    val columns = minOf(COLUMNS, beside / TITLE_LETTER)
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
        geomText(labels, color = INK, size = 6, hjust = 0) {
            x = "end"
            y = "name"
            label = "word"
        } +
        geomVLine(xintercept = 0.0, color = INK, size = 1.0) +
        geomPoint(room, size = 0.0, alpha = 0.0) {
            x = "end"
            y = "name"
        } +
        scaleAlphaIdentity() +
        scaleYDiscrete(limits = drawn.reversed(), breaks = drawn, labels = names) +
        words(
            title = "Mutual information with $target",
            subtitle = "$estimator, ${sizes(estimated.map { it.n })}",
            caption = caption,
            x = shown.axis,
            y = "",
            columns = columns,
        ) +
        style(RANK_WIDTH, pairs.size * BAR + RANK_AROUND + lines * LINE) +
        theme(panelGridMajorY = "blank", axisTicksY = "blank")
}

private const val PALE = 0.4

/** How far a word is from its bar, as a part of the longest one. */
private const val BESIDE_BAR = 0.015

/** Where the axis ends, so that a word has room behind the longest bar. */
private const val WORD_ROOM = 1.2

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
