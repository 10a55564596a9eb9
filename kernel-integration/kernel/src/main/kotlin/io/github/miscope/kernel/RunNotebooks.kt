@file:JvmName("RunNotebooks")

package io.github.miscope.kernel

import io.github.miscope.file.WholeFile
import java.nio.file.Files
import java.nio.file.Path
import java.util.Locale
import kotlin.io.path.createDirectories
import kotlin.io.path.extension
import kotlin.io.path.isRegularFile
import kotlin.io.path.nameWithoutExtension
import kotlin.io.path.readText
import kotlin.system.exitProcess

/**
 * Executes the notebooks of a folder, or one of them, and writes each with its outputs as `.ipynb`
 * and as an HTML page. Run it in the folder of the notebooks, which name their data relative to it.
 *
 * Arguments: the folder of the results and, optionally, the name of one notebook.
 */
public fun main(arguments: Array<String>) {
    val target = Path.of(arguments[0])
    val notebooks = notebooksIn(Path.of(""), arguments.getOrNull(1))
    val runs = notebooks.map { executeInto(target, it) }
    println()
    runs.forEach(::println)
    val failures = runs.mapNotNull { it.failure }
    failures.forEach { System.err.println("FAILED: $it") }
    System.out.flush()
    // Threads that a notebook has left running must not keep the build waiting.
    exitProcess(if (failures.isEmpty()) 0 else 1)
}

/** Where the results of a notebook are. */
internal class ExecutedNotebook(
    private val seconds: Double,
    val notebook: Path,
    private val page: Path,
    val failure: String?,
    private val slowest: String,
) {
    override fun toString(): String =
        String.format(Locale.ROOT, "%s (%.1f s; %s)%n%s", notebook, seconds, slowest, page)
}

/** The cells that one looks at first if a notebook takes too long. */
private fun slowest(seconds: Map<Int, Double>): String =
    seconds.entries
        .sortedByDescending { it.value }
        .take(SLOWEST)
        .joinToString(prefix = "slowest cells: ") { (cell, seconds) ->
            String.format(Locale.ROOT, "%d with %.1f s", cell, seconds)
        }

private const val SLOWEST = 8

internal fun executeInto(target: Path, file: Path): ExecutedNotebook {
    println("executing ${file.fileName} ...")
    val start = System.nanoTime()
    val name = file.nameWithoutExtension
    val run = runNotebook(file.fileName.toString(), NotebookDocument.parse(file.readText()))
    target.createDirectories()
    val notebook = target.resolve("$name.ipynb").toAbsolutePath().normalize()
    val page = target.resolve("$name.html").toAbsolutePath().normalize()
    WholeFile.write(notebook, run.document.toText())
    WholeFile.write(page, htmlPage(run.document, name))
    val seconds = (System.nanoTime() - start) / 1e9
    return ExecutedNotebook(
        seconds,
        notebook,
        page,
        run.failure ?: complaints(file.fileName.toString(), run.document).firstOrNull(),
        slowest(run.seconds),
    )
}

/** The notebooks of [folder] by name, or the one named [only], with or without its extension. */
internal fun notebooksIn(folder: Path, only: String?): List<Path> {
    val all =
        Files.list(folder).use { files ->
            files.filter { it.isRegularFile() && it.extension == "ipynb" }.sorted().toList()
        }
    if (only.isNullOrBlank() || only == ALL) return all
    val wanted = only.removeSuffix(".ipynb")
    val found = all.filter { it.nameWithoutExtension == wanted }
    require(found.isNotEmpty()) {
        "there is no notebook named $wanted; there are: " +
            all.joinToString { it.nameWithoutExtension }
    }
    return found
}

/** What the build says for every notebook, or script. */
internal const val ALL: String = "all"
