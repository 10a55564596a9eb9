package io.github.miscope.dsl.figure

import io.github.miscope.dsl.text.short
import org.jetbrains.letsPlot.ggsize
import org.jetbrains.letsPlot.intern.Feature
import org.jetbrains.letsPlot.label.labs
import org.jetbrains.letsPlot.themes.elementLine
import org.jetbrains.letsPlot.themes.elementRect
import org.jetbrains.letsPlot.themes.elementText
import org.jetbrains.letsPlot.themes.margin
import org.jetbrains.letsPlot.themes.theme
import org.jetbrains.letsPlot.themes.themeMinimal

/**
 * After the palette of Okabe and Ito (2008), for light and dark figures alike: without its yellow,
 * which is faint on white, with a lighter blue and a grey in place of black.
 */
internal val PALETTE: List<String> =
    listOf("#0F7FC1", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#8A8A8A", "#9467BD")

/** Filled circle, triangle, square; open diamond; plus, cross; open circle, triangle. */
internal val SHAPES: List<Int> = listOf(16, 17, 15, 5, 3, 4, 1, 2)

/** Lets-Plot's name for the colour of text and lines, dark or light as the figure is. */
internal const val INK: String = "pen"

/** Lets-Plot's name for the colour of the background. */
internal const val PAPER: String = "paper"

/** The shades of values, and the text on them, which are the same on light and dark figures. */
internal const val FAINT: String = "#EAF3FA"
internal const val STRONG: String = "#084A7A"
internal const val ON_FAINT: String = "#1A1A1A"
internal const val ON_STRONG: String = "#FFFFFF"

/**
 * The common look, after [words]. A figure has a background of its own, so that it is readable on
 * light and on dark pages alike. It names no colours: Lets-Plot's flavours have them.
 */
internal fun style(width: Int, height: Int): Feature =
    theme(
        plotBackground = elementRect(size = 0),
        panelGridMajor = elementLine(size = 0.8),
        panelGridMinor = "blank",
        axisLine = elementLine(size = 1),
        axisTicks = elementLine(size = 1),
        axisTitle = elementText(size = 14),
        axisText = elementText(size = 12),
        legendTitle = elementText(size = 13),
        legendText = elementText(size = 13),
        plotMargin = margin(t = 8, r = 14, b = 8, l = 8),
    ) + ggsize(minOf(width, MAX_WIDE), height)

/** The width of a notebook's cell. */
internal const val MAX_WIDE: Int = 980

/**
 * Title, subtitle, caption and axis labels; long lines are broken. Lets-Plot sets lines without any
 * space between them: [spaced] moves them apart, into the room that is left here.
 */
internal fun words(
    title: String,
    subtitle: String?,
    caption: List<String>,
    x: String,
    y: String,
    columns: Int = 92,
): Feature {
    val titles = title.wrapped(columns * 3 / 4)
    val subtitles = subtitle?.wrapped(columns)
    val captions = caption.filter { it.isNotEmpty() }.joinToString("\n") { it.wrapped(columns) }
    return labs(
        title = titles,
        subtitle = subtitles,
        caption = captions.takeIf { it.isNotEmpty() },
        x = x,
        y = y,
    ) +
        // A theme with a name undoes what was said before it: [style] comes later.
        themeMinimal() +
        theme(
            plotTitle = elementText(size = TITLE, face = "bold", margin = below(titles, TITLE)),
            plotSubtitle =
                elementText(size = SUBTITLE, margin = below(subtitles.orEmpty(), SUBTITLE)),
            plotCaption = elementText(size = CAPTION, hjust = 0, margin = below(captions, CAPTION)),
        )
}

private fun below(text: String, size: Int) =
    margin(b = USUAL_MARGIN + (text.lines().size - 1) * (LEADING - 1) * size)

/** The lines of titles and captions of an SVG image, moved apart. */
internal fun spaced(svg: String): String =
    LATER_LINE.replace(svg) {
        val (before, y) = it.destructured
        "$before${y.toDouble() * LEADING}\""
    }

private val LATER_LINE = Regex("(<text class=\"plot-(?:title|subtitle|caption)\" y=\")([0-9.]+)\"")

/** The distance of lines, in units of their size. */
private const val LEADING = 1.3

private const val TITLE = 17
private const val SUBTITLE = 13
private const val CAPTION = 12

/** Lets-Plot's own. */
private const val USUAL_MARGIN = 4.0

/**
 * The text with line breaks at blanks: as few lines as possible, about equally long. A number stays
 * with its unit, and a word that is longer than a line is cut.
 */
internal fun String.wrapped(columns: Int): String {
    if (isBlank()) return this
    val words = glued().flatMap { it.chunked(columns) }
    fun broken(limit: Int): List<String> =
        words.fold(mutableListOf<String>()) { lines, word ->
            val last = lines.lastOrNull()
            if (last == null || last.length + 1 + word.length > limit) lines += word
            else lines[lines.lastIndex] = "$last $word"
            lines
        }
    val count = broken(columns).size
    val longest = words.maxOf { it.length }
    val limit = (longest..columns).firstOrNull { broken(it).size == count } ?: columns
    return broken(limit).joinToString("\n")
}

/** The words of a text; what must stay together, "0.12 nats" and "n = 300", is one word. */
private fun String.glued(): List<String> =
    split(' ').fold(mutableListOf()) { words, word ->
        val last = words.lastOrNull()
        val joined =
            last != null &&
                (word.trimEnd(',', ';', '.', ')') in BEHIND ||
                    last.substringAfterLast(' ') in BEFORE)
        if (joined) {
            words[words.lastIndex] = "$last $word"
        } else words += word
        words
    }

/** What stays with the word before it. */
private val BEHIND = setOf("nats", "bits", "dB", "%", "=", "+", "±", "<=")

/** What stays with the word after it. */
private val BEFORE = setOf("=", "+", "±", "<=")

/** Long names lose their middle: Lets-Plot would cut off their ends, by which they often differ. */
internal fun shortName(name: String): String =
    if (name.length <= LONGEST) name
    else name.take(LONGEST / 2) + "\u2026" + name.takeLast(LONGEST / 2 - 1)

private const val LONGEST = 20

/** "n = 342", or "n = 280 to 342". */
internal fun sizes(ns: List<Int>): String {
    return if (ns.min() == ns.max()) "n = ${ns.min()}" else "n = ${ns.min()} to ${ns.max()}"
}

/** "95 %". */
internal fun percent(level: Double): String = "${(level * 100).short()} %"

/** The height of a line of the caption. */
internal const val LINE: Int = 16
