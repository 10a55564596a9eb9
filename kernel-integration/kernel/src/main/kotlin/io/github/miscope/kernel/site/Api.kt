package io.github.miscope.kernel.site

import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.readText
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/**
 * The reference of one module, as Javadoc or Dokka has made it.
 *
 * @param folder its folder in the site, below `api`
 * @param source where its pages are
 */
internal class Api(val folder: String, val title: String, val source: Path) {
    val place: String = "api/$folder"

    val exists: Boolean
        get() = source.resolve("index.html").exists()

    /** Types and members, from the lists that the pages search themselves. */
    fun entries(): List<SearchEntry> {
        val modules =
            read("package-search-index.js")
                .filter { "p" !in it && "m" in it }
                .associate { it.text("l") to it.text("m") }
        fun base(entry: JsonObject): String {
            val name = entry.text("p")
            val module = modules[name]?.takeIf { source.resolve(it).exists() }
            return listOfNotNull(place, module, name.replace('.', '/')).joinToString("/")
        }
        val types =
            read("type-search-index.js")
                .filter { "p" in it }
                .map {
                    SearchEntry(
                        "${it.text("l")}",
                        url(it) ?: "${base(it)}/${it.text("l")}.html",
                        title,
                    )
                }
        val members =
            read("member-search-index.js").map {
                val anchor = if ("u" in it) it.text("u") else it.text("l")
                val type = it.text("c")
                SearchEntry(
                    "$type.${it.text("l")}",
                    url(it) ?: "${base(it)}/$type.html#$anchor",
                    title,
                )
            }
        return types + members
    }

    /** Dokka gives the whole address. */
    private fun url(entry: JsonObject): String? =
        if ("url" in entry) "$place/${entry.text("url")}" else null

    private fun read(file: String): List<JsonObject> {
        val path = source.resolve(file)
        if (!path.exists()) return emptyList()
        val text = path.readText()
        val list = text.substring(text.indexOf('['), text.lastIndexOf(']') + 1)
        return Json.parseToJsonElement(list).jsonArray.map { it.jsonObject }
    }

    private fun JsonObject.text(key: String): String = this[key]?.jsonPrimitive?.content.orEmpty()
}

/**
 * One line of the search.
 *
 * @param title what is found
 * @param url where, from the root of the site
 * @param text what it is searched by besides, and shown
 */
internal class SearchEntry(val title: String, val url: String, val text: String)
