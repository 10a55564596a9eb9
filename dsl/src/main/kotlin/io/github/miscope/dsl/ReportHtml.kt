package io.github.miscope.dsl

import io.github.miscope.dsl.text.SCALES_TEXT
import io.github.miscope.dsl.text.asPValue
import io.github.miscope.dsl.text.counted
import io.github.miscope.dsl.text.escaped
import io.github.miscope.dsl.text.fixed
import io.github.miscope.dsl.text.onOneLine
import java.util.Base64
import java.util.Locale
import kotlin.jvm.optionals.getOrNull
import kotlin.math.abs
import org.jetbrains.letsPlot.Figure
import org.jetbrains.letsPlot.intern.Plot

/** The report within a notebook: images as PNG, which notebooks that are not trusted show too. */
internal fun reportFragment(report: MiReport): String =
    "<div style=\"$FONT\">${body(report, ::pngImage)}</div>"

/** The report as a page: figures as drawings, one for light and one for dark screens. */
internal fun reportPage(report: MiReport): String =
    """
    |<!DOCTYPE html>
    |<html lang="en">
    |<head>
    |<meta charset="utf-8">
    |<meta http-equiv="Content-Security-Policy"
    | content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
    |<meta name="viewport" content="width=device-width, initial-scale=1">
    |<title>miscope report</title>
    |<style>
    |:root { color-scheme: light dark; }
    |body { max-width: 72em; margin: 1.5em auto; padding: 0 1em; $FONT }
    |img { max-width: 100%; height: auto; }
    |.dark { display: none; }
    |@media (prefers-color-scheme: dark) { .dark { display: inline; } .light { display: none; } }
    |</style>
    |</head>
    |<body>
    |"""
        .trimMargin() + body(report, ::drawings) + "\n</body>\n</html>\n"

private const val FONT = "font-family:system-ui,sans-serif;font-size:14px;line-height:1.45;"

private fun base64(bytes: ByteArray) = Base64.getEncoder().encodeToString(bytes)

private fun pngImage(figure: Plot, text: String): String =
    "<img alt=\"${text.escaped()}\" style=\"max-width:100%\" " +
        "src=\"data:image/png;base64,${base64(figure.toPng(1.0))}\">"

/** As images, in which names of elements cannot clash. */
private fun drawings(figure: Plot, text: String): String {
    fun image(kind: String, drawn: Figure) =
        "<img class=\"$kind\" alt=\"${text.escaped()}\" " +
            "src=\"data:image/svg+xml;base64,${base64(drawn.toSvg().toByteArray())}\">"
    return image("light", figure) + image("dark", figure + DARK)
}

private fun body(report: MiReport, image: (Plot, String) -> String): String = buildString {
    val significant = report.pairs.count { it.isSignificant }
    val tested = report.pairs.count { it.pValue != null }
    append("<h2>What is associated with what</h2>\n")
    append("<p>${report.columns.size} columns, ${report.rows} rows, ")
    append("${counted(report.pairs.size, "pair")}, ")
    append("$significant of $tested with an adjusted p-value of at most 0.05. ")
    append("Mutual information by ${report.estimator.escaped()}.</p>\n")
    append(table(report))
    append(surprises(report, image))
    append("<h3>Clusters</h3>\n<p>")
    append(image(report.plot(), "Heatmap of the scaled information of all pairs of columns"))
    append("</p>\n")
    append("<h3>Notes</h3>\n<ul>\n")
    (report.remarks() + LEGEND).forEach { append("<li>${it.escaped()}</li>\n") }
    append("</ul>\n")
}

/** What the columns of the table mean. */
private val LEGEND =
    listOf(
        SCALES_TEXT +
            " Words begin at 0.1, 0.3, 0.5 and 0.7 on the first, at 0.01, 0.07, 0.2 and 0.4 on the " +
            "others: weak, moderate, strong, very strong. They are in brackets where the adjusted " +
            "p-value is above 0.05.",
        "Spearman's correlation, Chatterjee's xi (how far the second column is a function of the " +
            "first, and the first of the second) and distance correlation are no mutual " +
            "information: they stand beside it for pairs of numbers.",
        "An estimate of mutual information may be below 0 where there is none.",
    )

private fun table(report: MiReport): String = buildString {
    val shown = report.pairs.take(MAX_ROWS)
    append(
        "<div style=\"overflow-x:auto\"><table style=\"border-collapse:collapse;font-size:12px\">\n" +
            "<thead><tr>"
    )
    val heads =
        listOf("columns", "MI [${report.unit}]", "interval", "scaled", "") +
            listOf("Spearman", "xi", "distance", "p adjusted", "n")
    heads.forEachIndexed { i, head ->
        append("<th style=\"$CELL;text-align:${if (i in LEFT) "left" else "right"}\">$head</th>")
    }
    append("</tr></thead>\n<tbody>\n")
    for (pair in shown) append(row(pair, report))
    append("</tbody></table></div>\n")
    if (shown.size < report.pairs.size) {
        append("<p>... and ${report.pairs.size - shown.size} more: toDataFrame() has all.</p>\n")
    }
}

private val LEFT = setOf(0, 4)

private const val CELL =
    "padding:.2em .5em;border-bottom:1px solid rgba(128,128,128,.35);vertical-align:top"

private const val NARROW = "white-space:nowrap"

private fun row(pair: ReportPair, report: MiReport): String = buildString {
    fun cell(text: String, left: Boolean = false) =
        append("<td style=\"$CELL;$NARROW;text-align:${if (left) "left" else "right"}\">$text</td>")
    val names = "${pair.x.onOneLine()}; ${pair.y.onOneLine()}".escaped()
    append("<tr><td style=\"$CELL\">$names")
    val warnings = pair.pair.warningKinds.joinToString().escaped()
    if (warnings.isNotEmpty()) append("<br><span style=\"opacity:.7\">$warnings</span>")
    append("</td>")
    val nats = pair.nats
    if (nats == null) {
        append("<td colspan=\"9\" style=\"$CELL\">no estimate: ")
        append("${pair.failure?.escaped()}</td></tr>\n")
        return@buildString
    }
    val unit = report.unit
    cell(unit.fromNats(nats).fixed())
    val interval = pair.uncertainty.interval().getOrNull()
    cell(
        interval?.let {
            "${unit.fromNats(it.lower()).fixed()} to ${unit.fromNats(it.upper()).fixed()}"
        } ?: ""
    )
    val scaled = pair.scaled
    cell(scaled?.value()?.two() ?: "")
    // A word for what chance may well have made is in brackets.
    val word = scaled?.strength()?.toString()?.let { if (pair.isSignificant) it else "($it)" }
    cell(scaled?.let { "${bar(it.value())} $word" } ?: "", left = true)
    cell(pair.spearman?.two() ?: "")
    cell(pair.xiOfY?.let { "${it.two()}, ${pair.xiOfX?.two()}" } ?: "")
    cell(pair.distanceCorrelation?.two() ?: "")
    cell(pair.adjustedPValue?.let(::pText) ?: "")
    cell("${pair.n}")
    append("</tr>\n")
}

private fun pText(p: Double) = p.asPValue().removePrefix("= ").escaped()

private fun Double.two() = String.format(Locale.ROOT, "%.2f", this).replace("-0.00", "0.00")

private fun bar(value: Double): String {
    val width = (BAR * value.coerceIn(0.0, 1.0)).toInt()
    return "<span style=\"display:inline-block;width:${width}px;height:.7em;background:#0F7FC1\">" +
        "</span>"
}

private const val BAR = 60

/** Rows that a page has. */
private const val MAX_ROWS = 200

private fun surprises(report: MiReport, image: (Plot, String) -> String): String = buildString {
    if (report.surprises.isEmpty()) return@buildString
    append("<h3>Not what correlation shows</h3>\n")
    for (pair in report.surprises) {
        append(
            "<div style=\"display:inline-block;width:330px;margin-right:1em;vertical-align:top\">"
        )
        append(image(report.small(pair), "${pair.x} and ${pair.y}"))
        append("<p>${sentence(pair).escaped()}</p></div>\n")
    }
}

/** What a reader should see in the plot. */
internal fun sentence(pair: ReportPair): String = buildString {
    val scaled = pair.scaled!!
    append("${pair.x} and ${pair.y} share as much information as columns of correlation ")
    append("${scaled.value().two()} (${scaled.strength()}), but Pearson's correlation is ")
    append("${pair.pearson!!.two()} and Spearman's ${pair.spearman!!.two()}")
    val ofY = pair.xiOfY ?: 0.0
    val ofX = pair.xiOfX ?: 0.0
    append(
        when {
            maxOf(ofX, ofY) < FUNCTION ->
                ": neither is a function of the other; they spread together."
            abs(ofX - ofY) < FUNCTION / 2 ->
                ": each tells much of the other, but they do not rise together."
            ofY > ofX -> ": ${pair.y} follows ${pair.x} up and down (xi ${ofY.two()})."
            else -> ": ${pair.x} follows ${pair.y} up and down (xi ${ofX.two()})."
        }
    )
}

private const val FUNCTION = 0.2
