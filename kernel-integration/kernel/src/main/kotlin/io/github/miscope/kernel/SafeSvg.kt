package io.github.miscope.kernel

import org.jsoup.Jsoup
import org.jsoup.nodes.Document
import org.jsoup.nodes.Element
import org.jsoup.parser.Parser
import org.jsoup.safety.Cleaner
import org.jsoup.safety.Safelist

/**
 * A drawing for a page of ours: shapes and text, without scripts, links, foreign content, and
 * pictures or styles that would be fetched from a network. What comes before the drawing, which
 * belongs only at the head of a file, is left out.
 */
internal fun safeSvg(svg: String): String {
    // As XML: to HTML the text of a style is no markup, and it would come through unseen.
    val parsed = Jsoup.parse(svg.substring(maxOf(0, svg.indexOf("<svg"))), "", Parser.xmlParser())
    val dirty = Document.createShell("")
    dirty.body().appendChildren(parsed.children().filter { it.normalName() == "svg" })
    dirty.body().allElements.forEach { it.dropWhatIsFetched() }
    return Cleaner(SVG).clean(dirty).toXml()
}

private fun Element.dropWhatIsFetched() {
    if (normalName() == "style" && !isSafeSheet(wholeText())) empty()
    attributes()
        .filter { attribute ->
            val name = attribute.key.lowercase()
            val value = attribute.value
            if (name == "href" || name == "xlink:href") !isOwnReference(value)
            else !OWN_URL.replace(value, "").isPlain()
        }
        .forEach { removeAttr(it.key) }
}

private fun isSafeSheet(css: String): Boolean =
    css.replace("@media", "").let { OWN_URL.replace(it, "").isPlain() && '@' !in it }

private fun isOwnReference(value: String): Boolean = value.startsWith("#") || PICTURE.matches(value)

private fun String.isPlain(): Boolean =
    '\\' !in this && FETCHING.none { contains(it, ignoreCase = true) }

private val FETCHING = listOf("url(", "image(", "image-set(", "src(", "expression(", "javascript:")

/** A reference to a part of the drawing itself. */
private val OWN_URL = Regex("""url\(\s*["']?#[\w.-]+["']?\s*\)""")

private val PICTURE = Regex("""data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*""")

/** Tags in lower case, as the cleaner compares them. */
private val SVG: Safelist =
    Safelist()
        .addTags("svg", "g", "defs", "symbol", "use", "title", "desc", "style", "image", "text")
        .addTags("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "tspan")
        .addTags(
            "clippath",
            "clipPath",
            "mask",
            "pattern",
            "marker",
            "stop",
            "textpath",
            "textPath",
        )
        .addTags("lineargradient", "linearGradient", "radialgradient", "radialGradient")
        .addAttributes(":all", "id", "class", "style", "transform", "d", "points", "role")
        .addAttributes(":all", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry")
        .addAttributes(":all", "dx", "dy", "width", "height", "viewBox", "preserveAspectRatio")
        .addAttributes(":all", "fill", "fill-opacity", "fill-rule", "opacity", "visibility")
        .addAttributes(":all", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray")
        .addAttributes(":all", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "display")
        .addAttributes(":all", "stroke-miterlimit", "clip-path", "clip-rule", "mask", "overflow")
        .addAttributes(":all", "font-family", "font-size", "font-style", "font-weight", "offset")
        .addAttributes(":all", "text-anchor", "dominant-baseline", "baseline-shift", "rotate")
        .addAttributes(":all", "text-decoration", "letter-spacing", "word-spacing", "textLength")
        .addAttributes(":all", "lengthAdjust", "color", "stop-color", "stop-opacity", "version")
        .addAttributes(":all", "gradientUnits", "gradientTransform", "clipPathUnits", "maskUnits")
        .addAttributes(":all", "patternUnits", "patternTransform", "markerWidth", "markerHeight")
        .addAttributes(":all", "refX", "refY", "orient", "type", "href", "xlink:href", "aria-label")
        .addAttributes(":all", "xmlns", "xmlns:xlink", "xml:space", "image-rendering")
        .addAttributes(":all", "shape-rendering", "text-rendering", "pointer-events", "cursor")
        .addAttributes(":all", "clip-bounds-jfx")
