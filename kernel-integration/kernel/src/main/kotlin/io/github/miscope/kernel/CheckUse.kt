@file:JvmName("CheckUse")

package io.github.miscope.kernel

import java.io.File
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.util.Locale
import kotlin.io.path.absolute
import kotlin.io.path.createDirectories
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlin.system.exitProcess
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.add
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.put
import kotlinx.serialization.json.putJsonArray

/**
 * What `-Puse` promises: a Kotlin kernel as it is published, with nothing of this build on its
 * class path, finds the descriptors in its user's home and runs `%use miscope`, `%use
 * miscope-neural` and a neural estimate. Under real Jupyter; where that is missing, it says so.
 *
 * Arguments: the home that `-Puse` has written to, the class path of the published kernel in a
 * file, and a folder for kernel and results.
 */
public fun main(arguments: Array<String>) {
    val (home, classPath, target) = arguments.map { Path.of(it).absolute().normalize() }
    val folder = target.createDirectories()
    installPlainKernel(folder, home, classPath.readText().trim().split(File.pathSeparator))
    val notebook = folder.resolve("use.ipynb")
    notebook.writeText(notebookOf(CELLS))
    val jupyter = JupyterInstallation(folder)
    val nbconvert = jupyter.find("jupyter-nbconvert")
    if (nbconvert == null) {
        println("SKIPPED: %use in a plain kernel (jupyter-nbconvert). $howToGetJupyter")
        exitProcess(0)
    }
    val failures =
        checkUnderJupyter(jupyter, nbconvert, notebook, folder).ifEmpty {
            val executed = NotebookDocument.parse(folder.resolve("executed/use.ipynb").readText())
            executed.cells.zip(CELLS).forEach { (cell, source) ->
                secondsOf(cell)?.let {
                    println(String.format(Locale.ROOT, "%5.1f s  %s", it, source))
                }
            }
            useComplaints(executed)
        }
    failures.forEach { System.err.println("FAILED: $it") }
    println("%use miscope and %use miscope-neural in a plain kernel: ${failures.size} complaints")
    System.out.flush()
    exitProcess(if (failures.isEmpty()) 0 else 1)
}

private val CELLS =
    listOf(
        "runCatching { Class.forName(\"io.github.miscope.sample.Seed\") }.isSuccess",
        "%use miscope",
        "val samples = correlatedGaussians(dim = 2, rho = 0.8).sample(300, Seed.of(1))",
        "mi(samples)",
        "%use miscope-neural",
        "mi(samples) { estimator(mine(steps = 20)) }",
        "mi { estimator(ksg); samplesSweep(50, 100); trials(2) }",
    )

/** What is not as it should be in the executed notebook of [CELLS]. */
internal fun useComplaints(executed: NotebookDocument): List<String> {
    fun data(cell: Int) =
        executed.cells[cell].outputs.filterIsInstance<RichOutput>().lastOrNull()?.data.orEmpty()
    fun text(cell: Int, type: String) = data(cell)[type]?.joinedLines().orEmpty()
    return buildList {
        if (text(0, "text/plain") != "false") add("the kernel had miscope before")
        for (cell in listOf(3, 5)) {
            if ("nats" !in text(cell, "text/html")) add("cell ${cell + 1} shows no estimate")
        }
        if ("MINE" !in text(5, "text/html")) add("the neural estimate is none of MINE's")
        if ("<svg" !in text(6, "image/svg+xml")) add("the sweep is no drawing")
    }
}

/**
 * How long the kernel took for an executed [cell], by the times that Jupyter notes; null if none.
 */
internal fun secondsOf(cell: NotebookCell): Double? {
    val times = cell.json["metadata"]?.jsonObject?.get("execution")?.jsonObject ?: return null
    fun at(event: String) = times[event]?.jsonPrimitive?.content?.let(Instant::parse)
    val start = at("iopub.execute_input") ?: return null
    val end = at("shell.execute_reply") ?: return null
    return Duration.between(start, end).toMillis() / 1e3
}

private fun notebookOf(cells: List<String>): String {
    val json =
        cells.map { source ->
            JsonObject(
                mapOf(
                    "cell_type" to JsonPrimitive("code"),
                    "execution_count" to JsonPrimitive(null as String?),
                    "metadata" to JsonObject(emptyMap()),
                    "outputs" to JsonArray(emptyList()),
                    "source" to JsonPrimitive(source),
                )
            )
        }
    val empty = JsonObject(mapOf("cells" to JsonArray(json)))
    return NotebookDocument(empty).let { it.withCells(it.cells) }.toText()
}

private fun installPlainKernel(folder: Path, home: Path, classPath: List<String>) {
    val own = classPath.filter { "miscope" in File(it).name }
    check(own.isEmpty()) { "not as published: $own" }
    val spec = folder.resolve("kernels/kotlin").createDirectories()
    val logging = spec.resolve("logback.xml")
    logging.writeText(quietLoggingConfiguration())
    val kernel = buildJsonObject {
        putJsonArray("argv") {
            add(Path.of(System.getProperty("java.home"), "bin", "java").toString())
            add("-Duser.home=$home")
            add("-Djava.awt.headless=true")
            add("-Dlogback.configurationFile=$logging")
            add("-cp")
            add(classPath.joinToString(File.pathSeparator))
            add("org.jetbrains.kotlinx.jupyter.IkotlinKt")
            add("{connection_file}")
            add("-cp=" + joined(KernelClassPath(classPath.map(::File)).cells))
            add("-home=${folder.resolve("kernel-home").createDirectories()}")
        }
        put("display_name", "Kotlin")
        put("language", "kotlin")
        put("interrupt_mode", "message")
    }
    spec.resolve("kernel.json").writeText(kernel.toString())
}
