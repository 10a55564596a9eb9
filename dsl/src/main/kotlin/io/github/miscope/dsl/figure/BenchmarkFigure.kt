package io.github.miscope.dsl.figure

import io.github.miscope.benchmark.LeaderboardRow
import io.github.miscope.dsl.result.BenchmarkData
import io.github.miscope.dsl.result.share
import io.github.miscope.dsl.text.short
import java.util.Locale
import kotlin.math.abs
import org.jetbrains.letsPlot.coord.coordCartesian
import org.jetbrains.letsPlot.geom.geomText
import org.jetbrains.letsPlot.intern.FeatureList
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.scale.scaleXContinuous
import org.jetbrains.letsPlot.scale.scaleYContinuous
import org.jetbrains.letsPlot.themes.elementText
import org.jetbrains.letsPlot.themes.theme

private class Shade(val x: String, val y: String, val value: Double, val text: String)

/** Estimators side by side, the best first: the leaderboard above, a shade for each task below. */
internal fun benchmarkFigure(data: BenchmarkData): Plot {
    val unit = data.unit
    val shades =
        data.scores.map {
            val error = unit.fromNats(it.summary.bias)
            if (error.isNaN()) Shade(it.estimator(), it.task, error, NONE)
            else Shade(it.estimator(), it.task, error, signed(error))
        }
    require(shades.any { !it.value.isNaN() }) { "no cell of the benchmark has an error to show" }
    val (missing, known) = shades.partition { it.value.isNaN() }
    val (light, dark) = known.partition { abs(it.value) < 0.6 * FULL }
    val board =
        measures(unit.toString()).flatMap { (name, text) ->
            data.leaderboard.map {
                Shade(it.estimator, name, 0.0, text(it) { v -> unit.fromNats(v) })
            }
        }
    val estimators = data.leaderboard.map { it.estimator }
    val tasks = shades.map { it.y }.distinct()
    // From the left, and from the bottom.
    val rows = (measures(unit.toString()).map { it.first } + GAP + tasks).reversed()
    val across = estimators.withIndex().associate { (place, name) -> name to place.toDouble() }
    val upwards = rows.withIndex().associate { (place, name) -> name to place.toDouble() }
    val labels = rows.map { cut(it) }
    val names = labels.maxOf { it.length } * ROW_LETTER
    val heads = estimators.map { shortName(it) }
    val widest = heads.maxOf { it.length } * HEAD_LETTER
    val room = MAX_WIDE - names - ERROR_LEGEND
    val upright = widest * estimators.size > room
    val cell =
        (room / estimators.size).coerceAtMost(if (upright) MIN_TILE else maxOf(MIN_TILE, widest))
    // Where cells are too narrow for numbers, their shade alone is left.
    val written = cell >= TILE_TEXT
    val width = names + cell * estimators.size + ERROR_LEGEND
    val line = width / CAPTION_LETTER
    val caption =
        listOf("Numbers by task: mean of estimate - truth. Shades are full from $FULL $unit on.") +
            data.remarks()
    val lines = caption.sumOf { it.wrapped(line).lines().size }
    val height = rows.size * ROW + FRAME + lines * LINE + if (upright) widest else 0
    fun texts(shades: List<Shade>, colour: String) =
        tileTexts(
            shades.map { across.getValue(it.x) },
            shades.map { upwards.getValue(it.y) },
            shades.map { it.text },
            colour,
            LETTERS,
        )
    return letsPlot() +
        tiles(
            known.map { across.getValue(it.x) },
            known.map { upwards.getValue(it.y) },
            known.map { it.value.coerceIn(-FULL, FULL) },
            0.5,
        ) +
        (if (written) {
            FeatureList(
                listOf(texts(light, ON_FAINT), texts(dark, ON_STRONG), texts(missing + board, INK))
            )
        } else FeatureList(emptyList())) +
        // Lets-Plot cuts labels of axes after twenty letters.
        geomText(
            mapOf("x" to rows.map { -0.6 }, "y" to upwards.values.toList(), "text" to labels),
            color = INK,
            size = LETTERS,
            hjust = 1,
        ) {
            x = "x"
            y = "y"
            label = "text"
        } +
        shades(
            across.getValue(known.first().x),
            upwards.getValue(known.first().y),
            -FULL,
            FULL,
            "error [$unit]",
        ) +
        scaleXContinuous(
            breaks = across.values.toList(),
            labels = heads,
            limits = -0.5 - names / cell.toDouble() to across.size - 0.5,
            expand = listOf(0, 0),
            position = "top",
        ) +
        scaleYContinuous(limits = -0.5 to upwards.size - 0.2, expand = listOf(0, 0)) +
        coordCartesian() +
        words(
            title = "Benchmark: ${data.table.benchmark.suite().name}",
            subtitle = "${data.setup()}; by mean absolute error",
            caption = caption,
            x = "",
            y = "",
            columns = line,
        ) +
        style(width, height) +
        theme(
            panelGridMajor = "blank",
            axisLine = "blank",
            axisTicks = "blank",
            axisTextY = "blank",
            axisTextX =
                if (upright) elementText(size = 12, angle = 90, hjust = 0)
                else elementText(size = 12, angle = 0),
        )
}

/** The lines of the leaderboard: a name, and how a row shows it. */
private fun measures(
    unit: String
): List<Pair<String, (LeaderboardRow, (Double) -> Double) -> String>> =
    listOf(
        "mean absolute error [$unit]" to { row, shown -> decimals(shown(row.meanAbsoluteError)) },
        "median absolute error [$unit]" to
            { row, shown ->
                decimals(shown(row.medianAbsoluteError))
            },
        "within 0.1 nats of the truth" to { row, _ -> share(row.shareWithin) },
        "largest overestimate [$unit]" to { row, shown -> signed(shown(row.largestOverestimate)) },
        "mean rank" to { row, _ -> "%.1f".format(Locale.ROOT, row.meanRank) },
        "seconds" to { row, _ -> seconds(row.seconds) },
    )

private fun decimals(value: Double) = if (value.isNaN()) NONE else "%.3f".format(Locale.ROOT, value)

/** Two digits behind the point, with a sign; no "-0.00". */
private fun signed(value: Double) =
    if (value.isNaN()) NONE
    else "%+.2f".format(Locale.ROOT, value).replace("-0.00", "0.00").replace("+0.00", "0.00")

private fun seconds(value: Double) =
    when {
        value.isNaN() -> NONE
        value < 0.995 -> "%.2g".format(Locale.ROOT, value)
        else -> value.short()
    }

/** Long names lose their middle. */
private fun cut(name: String): String =
    if (name.length <= LONGEST_ROW) name
    else name.take(LONGEST_ROW / 2) + "\u2026" + name.takeLast(LONGEST_ROW / 2 - 1)

private const val NONE = "\u2013"

/** The name of the empty row between leaderboard and tasks. */
private const val GAP = " "

/** Errors beyond this have all the same shade: a few large ones would make all others pale. */
private const val FULL = 0.5
private const val LONGEST_ROW = 50
private const val LETTERS = 5.5
private const val ROW_LETTER = 7
private const val HEAD_LETTER = 8
private const val CAPTION_LETTER = 8
private const val ERROR_LEGEND = 120
private const val MIN_TILE = 70
private const val TILE_TEXT = 40
private const val ROW = 21
private const val FRAME = 130
