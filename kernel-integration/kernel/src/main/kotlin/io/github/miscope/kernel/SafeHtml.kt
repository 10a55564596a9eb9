package io.github.miscope.kernel

import java.util.Base64
import org.jsoup.Jsoup
import org.jsoup.nodes.Document
import org.jsoup.nodes.Element
import org.jsoup.safety.Cleaner
import org.jsoup.safety.Safelist

/**
 * HTML of a notebook's prose and outputs, which anybody may have written, for a page of ours: text,
 * tables, links and pictures, without scripts, forms, frames, and pictures or styles that would be
 * fetched from a network.
 */
internal fun safeHtml(html: String): String {
    val dirty = Jsoup.parseBodyFragment(html, BASE)
    val clean = Cleaner(HTML).clean(dirty)
    clean.select("img[src]").forEach { if (!it.attr("src").isPictureAtHand()) it.removeAttr("src") }
    clean.allElements.forEach { it.keepSafeStyle() }
    clean.outputSettings().prettyPrint(false)
    return clean.body().html()
}

/** A picture's data as they may stand in an attribute; null if they are none. */
internal fun safeBase64(data: String): String? {
    val bare = data.filterNot { it.isWhitespace() }
    return try {
        bare.takeIf { Base64.getDecoder().decode(it).isNotEmpty() }
    } catch (e: IllegalArgumentException) {
        null
    }
}

/** Resolves relative links, which are allowed; nothing is fetched from there. */
private const val BASE = "https://notebook.invalid/"

private val HTML: Safelist =
    Safelist.relaxed()
        .addTags("hr", "details", "summary", "progress", "figure", "figcaption", "section")
        .addTags("mark", "kbd", "s", "del", "ins", "abbr", "samp", "var", "tfoot")
        .addAttributes(":all", "class", "style", "title")
        .addAttributes("details", "open")
        .addAttributes("progress", "value", "max")
        .addAttributes("td", "align", "valign")
        .addAttributes("th", "align", "valign")
        .addAttributes("table", "align")
        .addAttributes("p", "align")
        .addAttributes("div", "align")
        .addProtocols("img", "src", "data")
        .preserveRelativeLinks(true)

/** Whether it is in the page itself or beside it. */
private fun String.isPictureAtHand(): Boolean =
    startsWith("data:image/", ignoreCase = true) ||
        !startsWith("/") && !startsWith("\\") && ':' !in substringBefore('/')

private fun Element.keepSafeStyle() {
    if (!hasAttr("style")) return
    val safe = attr("style").split(';').map { it.trim() }.filter(::isSafeDeclaration)
    if (safe.isEmpty()) removeAttr("style") else attr("style", safe.joinToString(";"))
}

/** It neither fetches anything nor lays itself over other parts of the page. */
private fun isSafeDeclaration(declaration: String): Boolean {
    val match = DECLARATION.matchEntire(declaration) ?: return false
    val (property, value) = match.destructured
    return property !in PLACING &&
        FUNCTION.findAll(value).all { it.groupValues[1].lowercase() in FUNCTIONS }
}

private val DECLARATION = Regex("""\s*([a-z-]+)\s*:([\w\s#%.,()+*/'"-]*)""")

private val FUNCTION = Regex("""([\w-]*)\s*\(""")

private val FUNCTIONS =
    setOf("rgb", "rgba", "hsl", "hsla", "var", "calc", "min", "max", "clamp", "color-mix", "")

private val PLACING = setOf("position", "z-index", "behavior", "-moz-binding")

/** A document as XML, on one line where it was. */
internal fun Document.toXml(): String {
    outputSettings().syntax(Document.OutputSettings.Syntax.xml).prettyPrint(false)
    return body().html().replace(" />", "/>")
}
