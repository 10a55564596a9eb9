package io.github.miscope.dsl.figure

import io.github.miscope.dsl.text.short
import org.jetbrains.letsPlot.geom.geomHLine
import org.jetbrains.letsPlot.geom.geomPath
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.sampling.samplingNone
import org.jetbrains.letsPlot.scale.scaleColorManual
import org.jetbrains.letsPlot.scale.scaleXContinuous
import org.jetbrains.letsPlot.scale.scaleYContinuous

/** Precision and recall of one method. */
internal class RecallLine(val label: String, val precision: DoubleArray, val recall: DoubleArray)

/** A line per method, the precision of pairs at random dashed. */
internal fun precisionRecallFigure(lines: List<RecallLine>, known: Int, chance: Double): Plot {
    val thinned = lines.map { it to thinned(it) }
    val data =
        mapOf(
            "recall" to thinned.flatMap { (line, kept) -> kept.map { line.recall[it] } },
            "precision" to thinned.flatMap { (line, kept) -> kept.map { line.precision[it] } },
            "method" to thinned.flatMap { (line, kept) -> kept.map { line.label } },
        )
    return letsPlot() +
        geomHLine(yintercept = chance, color = INK, linetype = "dashed", size = 0.8) +
        geomPath(data, size = 1.2, sampling = samplingNone) {
            x = "recall"
            y = "precision"
            color = "method"
        } +
        scaleColorManual(
            PALETTE.take(lines.size),
            breaks = lines.map { it.label },
            name = "method (average precision)",
        ) +
        scaleXContinuous(limits = 0.0 to 1.0) +
        scaleYContinuous(limits = 0.0 to 1.0) +
        words(
            title = "Precision and recall",
            subtitle = "against $known known edges",
            caption = listOf("Dashed: pairs at random, ${chance.short()}."),
            x = "recall: found of the known edges",
            y = "precision: known of the found edges",
        ) +
        style(MAX_WIDE, RECALL_HEIGHT)
}

/** Where recall changes, and a step before it: between them precision only falls. */
private fun thinned(line: RecallLine): List<Int> {
    val last = line.recall.size - 1
    val kept =
        (0..last).filter { m ->
            m == 0 ||
                m == last ||
                line.recall[m] != line.recall[m - 1] ||
                line.recall[m + 1] != line.recall[m]
        }
    return if (kept.size <= MOST) kept
    else List(MOST) { kept[(it.toLong() * (kept.size - 1) / (MOST - 1)).toInt()] }
}

private const val MOST = 600
private const val RECALL_HEIGHT = 480
