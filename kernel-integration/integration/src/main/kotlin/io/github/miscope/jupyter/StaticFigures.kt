package io.github.miscope.jupyter

import java.util.Base64
import org.jetbrains.kotlinx.jupyter.api.MimeTypedResult
import org.jetbrains.kotlinx.jupyter.api.mimeResult
import org.jetbrains.letsPlot.Figure
import org.jetbrains.letsPlot.GGBunch
import org.jetbrains.letsPlot.awt.plot.PlotSvgExport
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.intern.figure.SubPlotsFigure
import org.jetbrains.letsPlot.intern.toSpec

/** This figure as an SVG document, drawn in the JVM: no JavaScript, no network. */
public fun Figure.toStaticSvg(): String =
    withViewBox(withStableIds(PlotSvgExport.buildSvgImageFromRawSpecs(rawSpec())))

private val SIZE = Regex("""<svg\b(?![^>]*\bviewBox=)[^>]*?\bwidth="([\d.]+)" height="([\d.]+)"""")

/** With it a page that is too narrow can scale the drawing instead of cutting it off. */
private fun withViewBox(svg: String): String {
    val size = SIZE.find(svg) ?: return svg
    val (width, height) = size.destructured
    return svg.replaceRange(size.range, size.value + """ viewBox="0 0 $width $height"""")
}

private fun Figure.rawSpec(): MutableMap<String, Any> =
    when (this) {
        is Plot -> toSpec()
        is SubPlotsFigure -> toSpec()
        is GGBunch -> toSpec()
        else ->
            throw IllegalArgumentException("not a Lets-Plot figure: ${this::class.qualifiedName}")
    }

/**
 * The output of a cell that ends in a figure.
 *
 * `text/html` holds the drawing as an image with its data in the page: GitHub and notebooks that
 * are not trusted remove an `<svg>` element, and figures on one page cannot disturb each other's
 * styles and ids. `image/svg+xml` holds the drawing itself.
 */
internal fun figureOutput(figure: Figure): MimeTypedResult {
    val svg = figure.toStaticSvg()
    val data = Base64.getEncoder().encodeToString(svg.toByteArray())
    return mimeResult(
        "text/html" to """<img alt="figure" src="data:image/svg+xml;base64,$data"/>""",
        "image/svg+xml" to svg,
        "text/plain" to figureText(figure),
    )
}

private fun figureText(figure: Figure): String {
    val title = (figure as? Plot)?.toSpec()?.get("ggtitle") as? Map<*, *>
    return "Figure" + (title?.get("text")?.let { ": $it" } ?: "")
}
