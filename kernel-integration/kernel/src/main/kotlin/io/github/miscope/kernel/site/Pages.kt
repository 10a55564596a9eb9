package io.github.miscope.kernel.site

import io.github.miscope.kernel.MarkdownHtml
import io.github.miscope.kernel.NotebookDocument
import io.github.miscope.kernel.notebookBody
import java.nio.file.Path
import kotlin.io.path.invariantSeparatorsPathString
import kotlin.io.path.name
import kotlin.io.path.readText
import kotlin.io.path.relativeTo
import org.jsoup.Jsoup
import org.jsoup.nodes.Document
import org.jsoup.nodes.Element

/**
 * A page of the site.
 *
 * @param source the file that it is made of, from the root of the repository
 * @param place the file of the site, from its root
 */
internal class Page(val source: String, val place: String, val title: String, val body: Document) {
    /** How far below the root of the site it is: "../" for each folder. */
    val up: String = "../".repeat(place.count { it == '/' })

    /** Its sections as entries of the search, by their headings. */
    fun entries(): List<SearchEntry> {
        val found = mutableListOf<SearchEntry>()
        var heading = title
        var anchor = ""
        val text = StringBuilder()
        fun close() {
            if (text.isNotBlank())
                found += SearchEntry(heading, place + anchor, text.trim().take(MAX_TEXT).toString())
            text.clear()
        }
        for (element in body.body().select("h1, h2, h3, p, li, td, pre.source, pre > code")) {
            if (element.tagName().matches(HEADING)) {
                close()
                heading = if (element.tagName() == "h1") title else "$title: ${element.text()}"
                anchor = "#" + element.id()
            } else if (element.closest(".output") == null) text.append(element.text()).append(' ')
        }
        close()
        return found
    }

    private companion object {
        val HEADING = Regex("h[123]")

        /** Long enough for a section, short enough for all of them in one file. */
        const val MAX_TEXT = 10_000
    }
}

/** The notebooks and Markdown files below [root], the README as the first page. */
internal fun pagesOf(root: Path): List<Page> {
    val files =
        root
            .toFile()
            .walkTopDown()
            .onEnter { it == root.toFile() || it.name !in NO_PAGES && !it.name.startsWith(".") }
            .filter { it.isFile && it.extension in setOf("md", "ipynb") }
            .map { it.toPath().relativeTo(root).invariantSeparatorsPathString }
            .sorted()
            .toList()
    val places =
        files.associateWith {
            if (it == README) "index.html" else it.substringBeforeLast('.') + ".html"
        }
    return files.map { page(root, it, places) }
}

private const val README = "README.md"

/** Folders without documentation. */
private val NO_PAGES = setOf("target", "src")

private fun page(root: Path, file: String, places: Map<String, String>): Page {
    val text = root.resolve(file).readText()
    val prose = MarkdownHtml()
    val (html, heading) =
        if (file.endsWith(".md"))
            "<section class=\"prose\">${prose.render(text)}</section>" to prose.heading(text)
        else notebookBody(NotebookDocument.parse(text))
    val body = Jsoup.parse(html)
    body.outputSettings().prettyPrint(false)
    val place = places.getValue(file)
    body.select("a[href]").forEach {
        it.attr("href", siteLink(it.attr("href"), file, place, places))
    }
    body.select(".prose img[src]").forEach {
        it.attr("src", siteLink(it.attr("src"), file, place, places))
    }
    giveIds(body)
    return Page(file, place, heading ?: Path.of(file).name, body)
}

/** Headings get the ids that GitHub gives them, so that links to them work in both places. */
private fun giveIds(body: Document) {
    val used = mutableMapOf<String, Int>()
    for (heading: Element in body.select("h1, h2, h3, h4")) {
        val id =
            heading
                .text()
                .lowercase()
                .filter { it.isLetterOrDigit() || it in " -_" }
                .replace(' ', '-')
        val times = used.merge(id, 1, Int::plus) ?: 1
        heading.attr("id", if (times == 1) id else "$id-${times - 1}")
    }
}

/**
 * Where a link of [file] leads in the site: to the page of that file if there is one, to a picture
 * beside it, else to the file in the repository on the web.
 */
internal fun siteLink(
    link: String,
    file: String,
    place: String,
    places: Map<String, String>,
): String {
    if (link.startsWith("#") || ':' in link.substringBefore('/')) return link
    val path = link.substringBefore('#')
    val anchor = link.removePrefix(path)
    val wanted = Path.of(file).resolveSibling(path).normalize().invariantSeparatorsPathString
    val target = places[wanted] ?: places["$wanted/$README"]
    val here = Path.of(place).parent ?: Path.of("")
    return when {
        target != null -> here.relativize(Path.of(target)).invariantSeparatorsPathString + anchor
        path.substringAfterLast('.') in PICTURES ->
            here.relativize(Path.of(wanted)).invariantSeparatorsPathString
        else -> "https://github.com/miscope/miscope/blob/main/$wanted$anchor"
    }
}

internal val PICTURES: Set<String> = setOf("png", "svg", "jpg")
