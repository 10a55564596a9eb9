package io.github.miscope.dsl.figure

import io.github.miscope.dsl.result.PairCell
import io.github.miscope.dsl.result.SIGNIFICANCE
import io.github.miscope.estimator.InformationUnit
import java.util.Locale
import kotlin.math.abs
import kotlin.math.roundToInt
import org.jetbrains.letsPlot.coord.coordCartesian
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.ggsize
import org.jetbrains.letsPlot.intern.Feature
import org.jetbrains.letsPlot.intern.FeatureList
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.scale.scaleFillGradient
import org.jetbrains.letsPlot.scale.scaleFillGradient2
import org.jetbrains.letsPlot.scale.scaleXDiscrete
import org.jetbrains.letsPlot.scale.scaleYDiscrete
import org.jetbrains.letsPlot.themes.elementText
import org.jetbrains.letsPlot.themes.theme

/** Two digits behind the point, and no "-0.00". */
private fun cellText(value: Double) =
    String.format(Locale.ROOT, "%.2f", value).replace("-0.00", "0.00")

private class Tile(val x: String, val y: String, val value: Double, val text: String)

/** The text of a pair without an estimate. */
private const val MISSING = "\u2013"

/** The largest number of columns whose names can be read beside their rows. */
internal const val MAX_DRAWN: Int = 100

/** The columns that are drawn of more than that. */
internal const val STRONGEST_DRAWN: Int = 40

/** What a heatmap shows of its pairs. */
internal class ShownValue(val title: String, val legend: String, val value: (PairCell) -> Double?)

/** The information of pairs on a scale from 0 to 1. */
internal val SCALED_SHADE: ShownValue =
    ShownValue("Associations of columns, 0 to 1", "scaled MI") { it.scaled?.value() }

/**
 * A shade for every pair: its information.
 *
 * @param drawn the columns that are drawn
 * @param pairs every pair of them
 * @param columns how many columns there are
 * @param notes what a reader must know
 */
internal fun heatmapFigure(
    drawn: List<String>,
    pairs: List<PairCell>,
    columns: Int,
    estimator: String,
    unit: InformationUnit,
    notes: List<String>,
): Plot =
    heatmapFigure(
        drawn,
        pairs,
        columns,
        estimator,
        ShownValue("Pairwise mutual information", "MI [$unit]") { it.nats?.let(unit::fromNats) },
        notes,
    )

/**
 * A shade for every pair.
 *
 * @param shade what it stands for
 */
internal fun heatmapFigure(
    drawn: List<String>,
    pairs: List<PairCell>,
    columns: Int,
    estimator: String,
    shade: ShownValue,
    notes: List<String>,
): Plot {
    val (estimated, missing) = pairs.partition { shade.value(it) != null }
    val tiles =
        estimated.flatMap {
            val value = shade.value(it)!!
            val text = if (it.isDoubtful) "(${cellText(value)})" else cellText(value)
            listOf(Tile(it.x, it.y, value, text), Tile(it.y, it.x, value, text))
        }
    // Zero is always on the scale, and the scale has some width.
    val low = minOf(0.0, tiles.minOf { it.value })
    val high = maxOf(1e-3, tiles.maxOf { it.value })
    val blank =
        missing.flatMap { listOf(Tile(it.x, it.y, 0.0, MISSING), Tile(it.y, it.x, 0.0, MISSING)) }
    val (light, dark) = tiles.partition { abs(it.value) < 0.6 * maxOf(-low, high) }
    val d = drawn.size
    val labels = drawn.map { shortName(it) }
    val longest = labels.maxOf { it.length }
    // Names of many columns are as small as their rows.
    val letters = if (d > STRONGEST_DRAWN) SMALL_LETTERS else LETTERS
    val names = longest * CHARACTER * letters / LETTERS
    val upright = names > MAX_CELL || d > MANY || names + d * names + LEGEND > MAX_WIDE
    val wide = if (d > STRONGEST_DRAWN) MANY_WIDE else MAX_WIDE
    val most = wide - LEGEND - names
    val width = minOf(most, d * if (upright) CELL else maxOf(CELL, names))
    // Where cells are too narrow for numbers, their shade alone is left.
    val written = width / d >= TEXT
    val line = (width + LEGEND) / CHARACTER
    val remarks =
        listOfNotNull(
            ("The $d columns of the strongest pairs are drawn, of $columns; " +
                    "toDataFrame() has all.")
                .takeIf { d < columns },
            "In brackets: adjusted p-value above $SIGNIFICANCE."
                .takeIf { written && pairs.any { it.isDoubtful } },
        ) + notes
    val lines = remarks.sumOf { it.wrapped(line).lines().size }
    val height = d * minOf(CELL, width / d) + AROUND + lines * LINE + if (upright) names else 0
    fun texts(tiles: List<Tile>, colour: String) =
        tileTexts(
            tiles.map { it.x },
            tiles.map { it.y },
            tiles.map { it.text },
            colour,
            if (d > MANY) 5.5 else 7,
        )
    return letsPlot() +
        tiles(
            tiles.map { it.x },
            tiles.map { it.y },
            tiles.map { it.value },
            gap = if (written) 1.5 else 0.5,
        ) +
        (if (written) {
            FeatureList(listOf(texts(light, ON_FAINT), texts(dark, ON_STRONG), texts(blank, INK)))
        } else FeatureList(emptyList())) +
        shades(tiles.first().x, tiles.first().y, low, high, shade.legend) +
        scaleXDiscrete(limits = drawn, breaks = drawn, labels = labels) +
        scaleYDiscrete(limits = drawn.reversed(), breaks = drawn, labels = labels) +
        coordCartesian() +
        words(
            title = shade.title,
            subtitle = "$estimator, ${sizes(estimated.map { it.n })}",
            caption = remarks,
            x = "",
            y = "",
            columns = line,
        ) +
        style(names + width + LEGEND, height) +
        ggsize(names + width + LEGEND, height) +
        theme(
            panelGridMajor = "blank",
            axisLine = "blank",
            axisTicks = "blank",
            axisTextX =
                if (upright) elementText(size = letters, angle = 90, hjust = 1)
                else elementText(size = letters, angle = 0),
            axisTextY = elementText(size = letters),
        )
}

/**
 * Shades that are faintest at 0, and of another colour below it. The ends of the scale are data of
 * their own, which are not drawn: where all values are equal, Lets-Plot takes no limits.
 */
internal fun shades(x: Any, y: Any, low: Double, high: Double, name: String): Feature =
    FeatureList(
        listOf(
            geomPoint(
                mapOf("x" to listOf(x, x), "y" to listOf(y, y), "value" to listOf(low, high)),
                shape = 21,
                size = 0.0,
                alpha = 0.0,
                showLegend = false,
            ) {
                this.x = "x"
                this.y = "y"
                fill = "value"
            },
            if (low < 0) {
                // Lets-Plot gives both ends their full colours, however near to 0 they are.
                val far = maxOf(-low, high)
                scaleFillGradient2(
                    low = mixed(BELOW, -low / far),
                    mid = FAINT,
                    high = mixed(STRONG, high / far),
                    midpoint = 0.0,
                    name = name,
                )
            } else scaleFillGradient(low = FAINT, high = STRONG, name = name),
        )
    )

/** The faintest shade with a share of another colour. */
private fun mixed(colour: String, share: Double): String {
    fun part(of: String, at: Int) = of.substring(at, at + 2).toInt(16)
    return listOf(1, 3, 5).joinToString("", "#") { at ->
        val value = part(FAINT, at) + share * (part(colour, at) - part(FAINT, at))
        "%02X".format(Locale.ROOT, value.roundToInt())
    }
}

private const val BELOW = "#8C3B00"
private const val CELL = 80
private const val MAX_CELL = 150
private const val CHARACTER = 8
private const val LEGEND = 130
private const val AROUND = 110
private const val MANY = 8

private const val LETTERS = 12
private const val SMALL_LETTERS = 9

/** The width of a figure of many columns: ten units for each. */
private const val MANY_WIDE = 1250

/** The width of "(0.12)". */
private const val TEXT = 42
