package io.github.miscope.jupyter

import io.github.miscope.dsl.toInteractiveHtml
import io.github.miscope.dsl.toSvg
import java.util.Base64
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
 * The output of a cell that ends in a figure: the drawing, an image of it at screen size, and a
 * text for where neither can be shown. As `image/svg+xml`, not as an element of HTML, which GitHub
 * and notebooks that are not trusted remove; these show the image.
 */
internal fun figureOutput(figure: Figure, text: String = figureText(figure)): MimeTypedResult {
    val svg = figure.toStaticSvg()
    val image = pngOrNull(svg)?.let { "image/png" to Base64.getEncoder().encodeToString(it) }
    val html =
        image
            ?.let { (type, code) -> figure.toInteractiveHtml("data:$type;base64,$code") }
            ?.let { "text/html" to it }
    val forms = listOfNotNull(html, "image/svg+xml" to svg, image, "text/plain" to text)
    return mimeResult(*forms.toTypedArray())
}

/** A machine without fonts cannot make images; the drawing itself needs none. */
private fun pngOrNull(svg: String): ByteArray? =
    try {
        if (svg.length <= MAX_RASTERED) pngOf(svg) else null
    } catch (_: Exception) {
        null
    } catch (_: LinkageError) {
        null
    } catch (_: InternalError) {
        null
    }

/** Drawings that take seconds to make an image of. */
private const val MAX_RASTERED = 4_000_000

private fun figureText(figure: Figure): String {
    val title = (figure as? Plot)?.toSpec()?.get("ggtitle") as? Map<*, *>
    return "Figure" + (title?.get("text")?.let { ": $it" } ?: "")
}
