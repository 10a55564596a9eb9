package io.github.miscope.kernel.site

import io.github.miscope.kernel.escapeHtml
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.copyTo
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.invariantSeparatorsPathString
import kotlin.io.path.isDirectory
import kotlin.io.path.isRegularFile
import kotlin.io.path.name
import kotlin.io.path.readText
import kotlin.io.path.relativeTo
import kotlin.io.path.writeText
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonPrimitive
import org.jsoup.Jsoup

/**
 * The site of the repository at [root], with the references [apis] and, where it was measured,
 * [coverage], in the folder [target].
 */
internal class Site(
    private val root: Path,
    private val target: Path,
    private val apis: List<Api>,
    private val coverage: List<Coverage> = listOf(),
) {
    val pages: List<Page> = pagesOf(root)

    /** The guide first: of hits of the same rank, the first ones are shown. */
    private val searched =
        pages
            .sortedByDescending { it.place.startsWith("notebooks/guide/") }
            .flatMap { it.entries() } + apis.flatMap { it.entries() }

    val entries: Int
        get() = searched.size

    /** What the search leads to, and is not there. */
    fun deadEntries(): List<String> =
        searched
            .map { it.url.substringBefore('#') }
            .distinct()
            .filterNot { target.resolve(it).isRegularFile() }
            .map { "the search: there is no $it" }

    fun write() {
        for (page in pages) write(page.place, html(page))
        write("site.css", resource("/io/github/miscope/kernel/page.css") + resource("site.css"))
        write("site.js", resource("site.js"))
        val rows =
            searched.map { JsonArray(listOf(it.title, it.url, it.text).map(::JsonPrimitive)) }
        write("search-index.js", "var miscopeIndex = ${JsonArray(rows)};\n")
        for (page in pages) copyPictures(page)
        apis.forEach { copyTree(it.source, target.resolve(it.place)) }
        coverage.forEach { copyTree(it.source, target.resolve(it.place)) }
    }

    private fun copyPictures(page: Page) {
        for (image in page.body.select("img[src]")) {
            val link = image.attr("src")
            if (':' in link.substringBefore('/')) continue
            val place = Path.of(page.place).resolveSibling(link).normalize()
            val source = root.resolve(place)
            if (!source.exists()) continue
            val copy = target.resolve(place)
            copy.parent.createDirectories()
            source.copyTo(copy, overwrite = true)
        }
    }

    private fun html(page: Page): String {
        fun link(place: String, text: String, here: Boolean = place == page.place) =
            "<a${if (here) " aria-current=\"page\"" else ""} href=\"${page.up}$place\">${escapeHtml(text)}</a>"
        fun group(title: String, links: List<String>) =
            "<details><summary>$title</summary><div>${links.joinToString("")}</div></details>"
        fun pagesIn(folder: String) =
            pages
                .filter {
                    it.place.substringBeforeLast('/', "") == folder && it.source.endsWith(".ipynb")
                }
                .map { link(it.place, it.title) }
        val others = pages.filter { it.source.endsWith(".md") && it.place != "index.html" }
        val covered = coverage.map { link("${it.place}/index.html", "Tests, ${it.title}") }
        val menu =
            link("index.html", "miscope") +
                group("Guide", pagesIn("notebooks/guide")) +
                group("Notebooks", pagesIn("notebooks")) +
                group("API", apis.map { link("${it.place}/index.html", it.title) }) +
                group("More", others.map { link(it.place, it.title) } + covered)
        return """
            |<!DOCTYPE html>
            |<html lang="en">
            |<head>
            |<meta charset="utf-8">
            |<meta name="viewport" content="width=device-width, initial-scale=1">
            |<title>${escapeHtml(page.title)}</title>
            |<link rel="icon" href="data:,">
            |<link rel="stylesheet" href="${page.up}site.css">
            |</head>
            |<body data-root="${page.up}">
            |<header><nav>$menu</nav>
            |<form role="search"><input type="search" aria-label="Search" placeholder="Search" autocomplete="off"></form>
            |<ol id="found" aria-live="polite" hidden></ol></header>
            |<main>
            |"""
            .trimMargin() +
            page.body.body().html() +
            "\n</main>\n<script src=\"${page.up}site.js\"></script>\n</body>\n</html>\n"
    }

    private fun write(place: String, text: String) {
        val file = target.resolve(place)
        file.parent.createDirectories()
        file.writeText(text)
    }
}

private fun resource(name: String): String =
    checkNotNull(Site::class.java.getResource(name)) { "$name is missing from the jar" }.readText()

private fun copyTree(from: Path, to: Path) {
    Files.walk(from).use { files ->
        for (file in files) {
            val copy = to.resolve(file.relativeTo(from).invariantSeparatorsPathString)
            if (file.isDirectory()) copy.createDirectories()
            else file.copyTo(copy, overwrite = true)
        }
    }
}

/** Links of [pages] to files of the site that are not there. */
internal fun deadLinks(site: Path, pages: List<Path>): List<String> =
    pages.flatMap { page ->
        val html = Jsoup.parse(page.readText())
        val links =
            html.select("a[href]").map { it.attr("href") } +
                html.select("img[src]").map { it.attr("src") }
        links
            .filterNot { it.startsWith("#") || ':' in it.substringBefore('/') }
            .map { it.substringBefore('#') }
            .distinct()
            .filterNot { page.resolveSibling(it).normalize().isRegularFile() }
            .map { "${page.relativeTo(site).invariantSeparatorsPathString}: there is no $it" }
    }
