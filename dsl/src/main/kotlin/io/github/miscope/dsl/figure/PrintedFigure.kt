package io.github.miscope.dsl.figure

import io.github.miscope.benchmark.PrintedComparison
import io.github.miscope.benchmark.PrintedScore
import io.github.miscope.benchmark.TaskScore
import java.util.Locale
import kotlin.math.abs
import org.jetbrains.letsPlot.coord.coordCartesian
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.scale.scaleXDiscrete
import org.jetbrains.letsPlot.scale.scaleYDiscrete
import org.jetbrains.letsPlot.themes.theme

/** A measure of the paper's tables, of a score of ours and of a printed one. */
internal enum class PrintedColumn(
    val title: String,
    val ours: (TaskScore) -> Double,
    val printed: (PrintedScore) -> Double,
) {
    NORMALISED_RMSE("Normalised RMSE", { it.summary().normalisedRmse() }, { it.normalisedRmse() }),
    SPEARMAN("Rank correlation", { it.summary().spearman() }, { it.spearman() }),
    BIAS("Bias in nats", { it.summary().bias() }, { it.bias() }),
}

private class Cell(val x: String, val y: String, val difference: Double, val text: String)

/** A cell for each task and estimator: ours, the printed value, and a shade for the difference. */
internal fun printedFigure(
    both: PrintedComparison,
    measure: PrintedColumn,
    suite: String,
    setup: String,
    remarks: List<String>,
): Plot {
    val cells =
        both.rows().map {
            val ours = measure.ours(it.ours())
            val printed = measure.printed(it.printed())
            Cell(
                it.ours().estimator(),
                it.ours().task().substringAfter(", "),
                ours - printed,
                "${number(ours)} / ${number(printed)}\n${difference(ours - printed)}",
            )
        }
    val estimators = cells.map { it.x }.distinct()
    val rows = cells.map { it.y }.distinct()
    val orders =
        both
            .rows()
            .map { it.ours().task() }
            .distinct()
            .map { task ->
                Cell(ORDER, task.substringAfter(", "), Double.NaN, rank(both.order(task)))
            }
    val known = cells.filter { !it.difference.isNaN() }
    require(known.isNotEmpty()) {
        "no printed ${measure.title} is legible for the tasks and estimators of $suite"
    }
    val (light, dark) = known.partition { abs(it.difference) < 0.6 * FULL }
    val columns = estimators + ORDER
    val names = rows.maxOf { it.length } * LETTER
    val width = names + columns.size * WIDE + LEGEND
    val line = minOf(width, MAX_WIDE) / LETTER
    val caption =
        listOf(
            "Above: ours / printed. Below, and as a shade: the difference, full from $FULL on.",
            "Order: rank correlation of our and the printed normalised RMSE over the estimators.",
        ) + remarks
    val lines = caption.sumOf { it.wrapped(line).lines().size }
    fun texts(shown: List<Cell>, colour: String) =
        tileTexts(shown.map { it.x }, shown.map { it.y }, shown.map { it.text }, colour, 5.5)
    return letsPlot() +
        tiles(
            known.map { it.x },
            known.map { it.y },
            known.map { it.difference.coerceIn(-FULL, FULL) },
            0.5,
        ) +
        texts(light, ON_FAINT) +
        texts(dark, ON_STRONG) +
        texts(cells.filter { it.difference.isNaN() } + orders, INK) +
        shades(known.first().x, known.first().y, -FULL, FULL, "difference") +
        scaleXDiscrete(limits = columns, breaks = columns, position = "top") +
        scaleYDiscrete(limits = rows.reversed(), breaks = rows) +
        coordCartesian() +
        words(
            title = "${measure.title}, ours and printed: $suite",
            subtitle = setup,
            caption = caption,
            x = "",
            y = "",
            columns = line,
        ) +
        style(width, rows.size * HIGH + AROUND + lines * LINE) +
        theme(panelGridMajor = "blank", axisLine = "blank", axisTicks = "blank")
}

private fun number(value: Double) = if (value.isNaN()) NONE else "%.3f".format(Locale.ROOT, value)

private fun rank(value: Double) = if (value.isNaN()) NONE else "%.2f".format(Locale.ROOT, value)

private fun difference(value: Double) =
    if (value.isNaN()) NONE else "%+.3f".format(Locale.ROOT, value)

private const val ORDER = "order"
private const val NONE = "\u2013"

/** Differences beyond this have all the same shade. */
private const val FULL = 0.5
private const val LETTER = 8
private const val WIDE = 130
private const val LEGEND = 110
private const val HIGH = 38
private const val AROUND = 120
