package io.github.miscope.dsl.figure

import io.github.miscope.estimator.InformationUnit
import io.github.miscope.selection.MiSelection
import org.jetbrains.letsPlot.Stat
import org.jetbrains.letsPlot.geom.geomBar
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.geom.geomVLine
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.sampling.samplingNone
import org.jetbrains.letsPlot.scale.scaleAlphaIdentity
import org.jetbrains.letsPlot.scale.scaleColorManual
import org.jetbrains.letsPlot.scale.scaleShapeManual
import org.jetbrains.letsPlot.scale.scaleYDiscrete
import org.jetbrains.letsPlot.themes.theme

/** A bar per column in the order of choice, pale behind the stop; marks for what it is made of. */
internal fun selectFigure(
    selection: MiSelection,
    unit: InformationUnit,
    notes: List<String>,
): Plot {
    val steps = selection.steps().take(MAX_BARS)
    val stop = selection.stop().orElse(steps.size)
    val names = steps.map { it.name() }
    val bars =
        mapOf(
            "name" to names,
            "value" to steps.map { unit.fromNats(it.score()) },
            "strength" to steps.indices.map { if (it < stop) 1.0 else PALE },
        )
    val marks =
        steps.map { Triple(it.name(), unit.fromNats(it.relevance()), RELEVANCE) } +
            steps
                .filter { it.redundancy().isPresent }
                .map { Triple(it.name(), unit.fromNats(it.redundancy().asDouble), REDUNDANCY) }
    val points =
        mapOf(
            "name" to marks.map { it.first },
            "value" to marks.map { it.second },
            "what" to marks.map { it.third },
        )
    val caption =
        listOfNotNull(
            "The first ${steps.size} of ${selection.steps().size} columns are drawn; toDataFrame() has all."
                .takeIf { steps.size < selection.steps().size },
            "Pale: behind the stop.".takeIf { stop < steps.size },
        ) + notes
    val labels = names.mapIndexed { i, name -> "${i + 1}  ${shortName(name)}" }
    val room = WIDE - BESIDE_BARS - (labels.maxOfOrNull { it.length } ?: 0) * LETTER
    val columns = minOf(COLUMNS, room / TITLE_LETTER)
    val lines = caption.sumOf { it.wrapped(columns).lines().size }
    return letsPlot() +
        geomBar(
            bars,
            fill = PALETTE.first(),
            stat = Stat.identity,
            orientation = "y",
            width = 0.7,
            sampling = samplingNone,
        ) {
            x = "value"
            y = "name"
            alpha = "strength"
        } +
        geomPoint(points, size = 4.0, sampling = samplingNone) {
            x = "value"
            y = "name"
            color = "what"
            shape = "what"
        } +
        geomVLine(xintercept = 0.0, color = INK, size = 1.0) +
        scaleAlphaIdentity() +
        scaleColorManual(
            listOf(PALETTE[1], PALETTE[2]),
            name = "",
            breaks = listOf(RELEVANCE, REDUNDANCY),
            limits = listOf(RELEVANCE, REDUNDANCY),
        ) +
        scaleShapeManual(
            SHAPES.take(2),
            name = "",
            breaks = listOf(RELEVANCE, REDUNDANCY),
            limits = listOf(RELEVANCE, REDUNDANCY),
        ) +
        scaleYDiscrete(limits = names.reversed(), breaks = names, labels = labels) +
        words(
            title = "Columns for ${selection.target()}",
            subtitle =
                "${selection.criterion()}, ${selection.criterion().formula()}; n = ${selection.n()}",
            caption = caption,
            x = "bar: score [$unit]",
            y = "",
            columns = columns,
        ) +
        style(WIDE, steps.size * BAR + AROUND + lines * LINE) +
        theme(panelGridMajorY = "blank", axisTicksY = "blank").legendPositionTop()
}

private const val RELEVANCE = "relevance I(X;Y)"
private const val REDUNDANCY = "redundancy, mean I(X;S)"
private const val PALE = 0.4
private const val MAX_BARS = 40
private const val WIDE = 760
private const val COLUMNS = 92
private const val BESIDE_BARS = 40
private const val LETTER = 7
private const val TITLE_LETTER = 8
private const val BAR = 38
private const val AROUND = 180
