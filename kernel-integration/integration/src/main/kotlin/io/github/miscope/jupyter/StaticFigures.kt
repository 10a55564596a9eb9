package io.github.miscope.jupyter

import io.github.miscope.dsl.toSvg
import org.jetbrains.kotlinx.jupyter.api.MimeTypedResult
import org.jetbrains.kotlinx.jupyter.api.mimeResult
import org.jetbrains.letsPlot.Figure
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.intern.toSpec

private val SIZE = Regex("""<svg\b(?![^>]*\bviewBox=)[^>]*?\bwidth="([\d.]+)" height="([\d.]+)"""")

/** This figure as an SVG document that a narrow page can shrink instead of cutting it off. */
internal fun Figure.toStaticSvg(): String {
    val svg = withStableIds(shortened(toSvg()))
    val size = SIZE.find(svg) ?: return svg
    val (width, height) = size.destructured
    return svg.replaceRange(size.range, size.value + """ viewBox="0 0 $width $height"""")
}

/**
 * The output of a cell that ends in a figure: the drawing, and a text for where it cannot be shown.
 * As `image/svg+xml`, not as an element of HTML, which GitHub and notebooks that are not trusted
 * remove.
 */
internal fun figureOutput(figure: Figure, text: String = figureText(figure)): MimeTypedResult =
    mimeResult("image/svg+xml" to figure.toStaticSvg(), "text/plain" to text)

private fun figureText(figure: Figure): String {
    val title = (figure as? Plot)?.toSpec()?.get("ggtitle") as? Map<*, *>
    return "Figure" + (title?.get("text")?.let { ": $it" } ?: "")
}
