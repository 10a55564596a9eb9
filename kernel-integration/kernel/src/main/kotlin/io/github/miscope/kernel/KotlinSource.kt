package io.github.miscope.kernel

import io.github.miscope.jupyter.notebookImports
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** The code cells of [document] as one Kotlin file; see the other [kotlinSource]. */
internal fun kotlinSource(packageName: String, document: NotebookDocument): String =
    kotlinSource(packageName, document.cells.filter { it.isCode }.map { it.source })

/** The Kotlin examples of a Markdown [text], from top to bottom. */
internal fun kotlinExamples(text: String): List<String> =
    EXAMPLE.findAll(text).map { it.groupValues[1] }.toList()

private val EXAMPLE = Regex("```kotlin\n(.*?)```", RegexOption.DOT_MATCHES_ALL)

/**
 * Some [cells] as one Kotlin file that can be compiled, not run: each cell is a block inside the
 * one before, so that it sees what those above it declare, and may declare it anew.
 */
internal fun kotlinSource(packageName: String, cells: List<String>): String {
    val imports = sortedSetOf<String>()
    val body = StringBuilder()
    for (cell in cells) {
        body.append("run {\n")
        for (line in cell.lines()) {
            when {
                line.startsWith("@file:DependsOn") -> {}
                line.startsWith("%use") ->
                    imports += line.removePrefix("%use").split(',').flatMap(::importsOf)
                line.startsWith("import ") -> imports += line.removePrefix("import ")
                else -> body.append(line).append('\n')
            }
        }
    }
    val head = imports.joinToString("") { "import $it\n" }
    return "package $packageName\n\n${head}\nfun cells() {\n$body" +
        "}\n".repeat(cells.size) +
        "}\n"
}

private fun importsOf(library: String): List<String> =
    when (val name = library.trim()) {
        "miscope" -> notebookImports
        else -> {
            val resource = KernelClassPath::class.java.getResource("/jupyterLibraries/$name.json")
            val text = requireNotNull(resource) { "unknown library: %use $name" }.readText()
            val imports = Json.parseToJsonElement(text).jsonObject.getValue("imports").jsonArray
            imports.map { it.jsonPrimitive.content }
        }
    }
