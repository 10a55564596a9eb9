package io.github.miscope.dsl.figure

import io.github.miscope.dsl.short
import io.github.miscope.estimator.Estimate
import org.jetbrains.letsPlot.ggsize
import org.jetbrains.letsPlot.intern.Feature
import org.jetbrains.letsPlot.label.labs
import org.jetbrains.letsPlot.themes.elementLine
import org.jetbrains.letsPlot.themes.elementRect
import org.jetbrains.letsPlot.themes.elementText
import org.jetbrains.letsPlot.themes.margin
import org.jetbrains.letsPlot.themes.theme
import org.jetbrains.letsPlot.themes.themeMinimal

/** The palette of Okabe and Ito (2008), without its yellow, which is faint on white. */
internal val PALETTE: List<String> =
    listOf("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000", "#7A5195")

/** Filled circle, triangle, square; open diamond; plus, cross; open circle, triangle. */
internal val SHAPES: List<Int> = listOf(16, 17, 15, 5, 3, 4, 1, 2)

internal const val INK: String = "#1A1A1A"
internal const val SOFT_INK: String = "#4D4D4D"
internal const val PAPER: String = "#FFFFFF"
internal const val GRID: String = "#E3E3E3"

/**
 * The common look. A figure has its own white background and dark text, so that it is readable on
 * light and on dark pages alike.
 */
internal fun style(width: Int, height: Int): Feature =
    themeMinimal() +
        theme(
            plotBackground = elementRect(fill = PAPER, color = PAPER),
            panelBackground = elementRect(fill = PAPER, color = PAPER),
            panelGridMajor = elementLine(color = GRID, size = 0.8),
            panelGridMinor = "blank",
            axisLine = elementLine(color = SOFT_INK, size = 1),
            axisTicks = elementLine(color = SOFT_INK, size = 1),
            text = elementText(color = INK),
            plotTitle = elementText(color = INK, size = 17, face = "bold"),
            plotSubtitle = elementText(color = SOFT_INK, size = 13),
            plotCaption = elementText(color = SOFT_INK, size = 12, hjust = 0),
            axisTitle = elementText(color = INK, size = 14),
            axisText = elementText(color = INK, size = 12),
            legendBackground = elementRect(fill = PAPER, color = PAPER),
            legendTitle = elementText(color = INK, size = 13),
            legendText = elementText(color = INK, size = 13),
            plotMargin = margin(t = 8, r = 14, b = 8, l = 8),
        ) +
        ggsize(width, height)

/** Title, subtitle, caption and axis labels; long lines are broken. */
internal fun words(
    title: String,
    subtitle: String?,
    caption: List<String>,
    x: String,
    y: String,
    columns: Int = 92,
): Feature =
    labs(
        title = title.wrapped(columns * 3 / 4),
        subtitle = subtitle?.wrapped(columns),
        caption =
            caption
                .filter { it.isNotEmpty() }
                .joinToString("\n") { it.wrapped(columns) }
                .takeIf { it.isNotEmpty() },
        x = x,
        y = y,
    )

/** The text with line breaks at blanks, so that no line is longer than it must be. */
internal fun String.wrapped(columns: Int): String {
    val lines = mutableListOf(StringBuilder())
    for (word in split(' ')) {
        if (lines.last().isNotEmpty() && lines.last().length + 1 + word.length > columns) {
            lines += StringBuilder()
        }
        if (lines.last().isNotEmpty()) lines.last().append(' ')
        lines.last().append(word)
    }
    return lines.joinToString("\n")
}

/** Long names lose their middle: Lets-Plot would cut off their ends, by which they often differ. */
internal fun shortName(name: String): String =
    if (name.length <= LONGEST) name
    else name.take(LONGEST / 2) + "\u2026" + name.takeLast(LONGEST / 2 - 1)

private const val LONGEST = 20

/** "n = 342", or "n = 280 to 342". */
internal fun sizes(estimates: List<Estimate>): String {
    val ns = estimates.map { it.n() }
    return if (ns.min() == ns.max()) "n = ${ns.min()}" else "n = ${ns.min()} to ${ns.max()}"
}

/** "95 %". */
internal fun percent(level: Double): String = "${(level * 100).short()} %"

/** The height of a line of the caption. */
internal const val LINE: Int = 16
