package io.github.miscope.dsl.figure

import io.github.miscope.dsl.result.EstimateData
import io.github.miscope.dsl.text.facts
import io.github.miscope.dsl.text.fixed
import io.github.miscope.sample.Variable
import kotlin.math.abs
import org.jetbrains.letsPlot.geom.geomBoxplot
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.geom.geomText
import org.jetbrains.letsPlot.geom.geomTile
import org.jetbrains.letsPlot.intern.Feature
import org.jetbrains.letsPlot.intern.FeatureList
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.scale.scaleXDiscrete
import org.jetbrains.letsPlot.scale.scaleYDiscrete

internal const val MAX_POINTS: Int = 2000

/** One column against one: points, boxes per level, or counts of pairs of levels. */
internal fun scatterFigure(result: EstimateData): Plot {
    val samples = result.samples
    require(samples.dX() == 1 && samples.dY() == 1) {
        "a scatter shows one column against one: X has ${samples.dX()} and Y has ${samples.dY()}"
    }
    val n = samples.n()
    val levelsX = result.levelNames(0)
    val levelsY = result.levelNames(1)
    val drawn =
        when {
            levelsX == null && levelsY == null -> minOf(n, MAX_POINTS)
            levelsX == null || levelsY == null -> minOf(n, MAX_BOXED)
            else -> n
        }
    val single = result.estimates.singleOrNull()
    fun value(nats: Double) = "${result.unit.fromNats(nats).fixed()} ${result.unit}"
    val marks =
        when {
            levelsX == null && levelsY == null -> points(result, drawn)
            levelsX != null && levelsY != null -> counts(result, levelsX, levelsY)
            else -> boxes(result, drawn, levelsX, levelsY)
        }
    return letsPlot() +
        marks +
        words(
            title =
                if (single != null) "${result.heading} = ${value(single.nats())}"
                else result.heading,
            subtitle =
                if (single != null) "${single.estimator()}; ${single.facts(result.unit)}"
                else
                    result.estimates.joinToString("; ") { "${it.estimator()} ${value(it.nats())}" },
            caption = remarks(result, drawn),
            x = result.samples.x().columnNames().single() + unitName(result.samples.x()),
            y = result.samples.y().columnNames().single() + unitName(result.samples.y()),
            columns = SCATTER_COLUMNS,
        ) +
        style(SCATTER_WIDTH, HEIGHT)
}

/** The names of the levels of X (0) or of Y (1); null where it is continuous. */
private fun EstimateData.levelNames(side: Int): List<String>? {
    val variable = if (side == 0) samples.x() else samples.y()
    if (!variable.isDiscrete) return null
    val most = variable.column(0).max().toInt()
    return variable.levelNames(0).ifEmpty { (0..most).map { "$it" } }
}

/** Every so many rows: no chance involved, and each row at most once. */
private fun rows(n: Int, drawn: Int): List<Int> = List(drawn) { (it.toLong() * n / drawn).toInt() }

/** Values in units that can be drawn: Lets-Plot adds to the ends of an axis. */
private fun inUnits(variable: Variable, rows: List<Int>): List<Double> {
    val values = variable.column(0)
    val unit = unit(variable)
    return rows.map { values[it] / unit }
}

private fun unit(variable: Variable): Double =
    if (variable.isDiscrete || variable.column(0).all { abs(it) < LARGE }) 1.0 else LARGE

private fun unitName(variable: Variable): String = if (unit(variable) == 1.0) "" else " / 1e300"

private const val LARGE = 1e300

internal fun points(result: EstimateData, drawn: Int): Feature {
    val rows = rows(result.samples.n(), drawn)
    return geomPoint(
        mapOf("x" to inUnits(result.samples.x(), rows), "y" to inUnits(result.samples.y(), rows)),
        color = PALETTE.first(),
        alpha = if (drawn > DENSE) 0.35 else 0.6,
        size = if (drawn > DENSE) 1.8 else 2.6,
    ) {
        x = "x"
        y = "y"
    }
}

private fun boxes(
    result: EstimateData,
    drawn: Int,
    levelsX: List<String>?,
    levelsY: List<String>?,
): Feature {
    val rows = rows(result.samples.n(), drawn)
    val x = inUnits(result.samples.x(), rows)
    val y = inUnits(result.samples.y(), rows)
    val levels = if (levelsX != null) frequent(x, levelsX) else frequent(y, levelsY!!)
    val kept = rows.indices.filter { (if (levelsX != null) x else y)[it].toInt() in levels }
    fun texts(codes: List<Double>) = kept.map { levels.getValue(codes[it].toInt()) }
    fun numbers(values: List<Double>) = kept.map { values[it] }
    val data =
        mapOf(
            "x" to if (levelsX != null) texts(x) else numbers(x),
            "y" to if (levelsY != null) texts(y) else numbers(y),
        )
    val box =
        geomBoxplot(
            data,
            color = PALETTE.first(),
            fill = PAPER,
            width = 0.6,
            orientation = if (levelsX != null) "x" else "y",
        ) {
            this.x = "x"
            this.y = "y"
        }
    val names = levels.values.toList()
    val scale =
        if (levelsX != null) scaleXDiscrete(limits = names)
        else scaleYDiscrete(limits = names.reversed())
    // Boxes are two layers, and a list inside a list of features is not drawn.
    return box + scale
}

/** The levels that are drawn, by their numbers: the most frequent ones where there are many. */
private fun frequent(codes: List<Double>, names: List<String>): Map<Int, String> {
    val kept =
        if (names.size <= MAX_LEVELS) names.indices.toList()
        else
            codes
                .groupingBy { it.toInt() }
                .eachCount()
                .entries
                .sortedWith(compareBy({ -it.value }, { it.key }))
                .take(MAX_LEVELS)
                .map { it.key }
                .sorted()
    return kept.associateWith { names[it] }
}

private fun counts(result: EstimateData, levelsX: List<String>, levelsY: List<String>): Feature {
    val codesX = result.samples.x().column(0).toList()
    val codesY = result.samples.y().column(0).toList()
    val namesX = frequent(codesX, levelsX)
    val namesY = frequent(codesY, levelsY)
    val pairs =
        codesX
            .zip(codesY) { a, b -> namesX[a.toInt()] to namesY[b.toInt()] }
            .mapNotNull { (a, b) -> if (a == null || b == null) null else a to b }
    val cells = pairs.groupingBy { it }.eachCount().toList()
    if (cells.isEmpty()) return FeatureList(emptyList())
    val most = cells.maxOf { it.second }
    val (light, dark) = cells.partition { it.second < 0.6 * most }
    fun table(part: List<Pair<Pair<String, String>, Int>>) =
        mapOf(
            "x" to part.map { it.first.first },
            "y" to part.map { it.first.second },
            "count" to part.map { it.second },
            // As text: Lets-Plot would write 44 as 44.0.
            "label" to part.map { "${it.second}" },
        )
    val small = maxOf(namesX.size, namesY.size) > MANY_LEVELS
    fun texts(part: List<Pair<Pair<String, String>, Int>>, colour: String) =
        geomText(table(part), color = colour, size = if (small) 4.5 else 7) {
            x = "x"
            y = "y"
            label = "label"
        }
    return FeatureList(
        listOf(
            geomTile(table(cells), color = PAPER, size = if (small) 0.5 else 1.5) {
                x = "x"
                y = "y"
                fill = "count"
            },
            texts(light, ON_FAINT),
            texts(dark, ON_STRONG),
            scaleXDiscrete(limits = namesX.values.toList()),
            scaleYDiscrete(limits = namesY.values.toList().reversed()),
        )
    ) + shades(cells.first().first.first, cells.first().first.second, 0.0, 1.0 * most, "rows")
}

private fun remarks(result: EstimateData, drawn: Int): List<String> = buildList {
    if (drawn < result.samples.n()) add("$drawn of ${result.samples.n()} points are drawn.")
    for ((side, name) in
        listOf(result.samples.x().columnNames(), result.samples.y().columnNames())
            .map { it.single() }
            .withIndex()) {
        val levels = result.levelNames(side)?.size ?: 0
        if (levels > MAX_LEVELS) {
            add("The $MAX_LEVELS most frequent of $levels levels of $name are drawn.")
        }
    }
    if (result.dropped > 0) {
        add("${result.dropped} rows with missing values left out.")
    }
    val kinds = result.estimates.flatMap { it.warnings() }.map { it.label() }.distinct()
    if (kinds.isNotEmpty()) add("Warnings: ${kinds.joinToString()} (see the estimate card).")
}

private const val DENSE = 500

/** Rows in boxes: their quartiles are those of all, nearly. */
private const val MAX_BOXED = 20_000

/** Levels whose names can be read along an axis. */
private const val MAX_LEVELS = 30

private const val MANY_LEVELS = 12
private const val SCATTER_WIDTH = 620
private const val SCATTER_COLUMNS = 62
