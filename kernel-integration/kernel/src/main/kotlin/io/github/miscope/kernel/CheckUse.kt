@file:JvmName("CheckUse")

package io.github.miscope.kernel

import java.nio.file.Path
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
import kotlinx.serialization.json.put
import kotlinx.serialization.json.putJsonArray

/**
 * What `-Puse` promises: a Kotlin kernel as it is published, with nothing of miscope on its class
 * path, finds the descriptors in its user's home and runs `%use miscope`, `%use miscope-neural` and
 * a neural estimate. Under real Jupyter; where that is missing, it says so.
 *
 * Arguments: the folder of the published descriptors and a folder for kernel and results.
 */
public fun main(arguments: Array<String>) {
    val published = Path.of(arguments[0])
    val folder = Path.of(arguments[1]).absolute().normalize().createDirectories()
    val classPath = KernelClassPath(jvmClassPath().map { it.absoluteFile })
    val libraries = mapOf("miscope" to classPath.library, "miscope-neural" to classPath.neural)
    val home = folder.resolve("home")
    writeLocalDescriptors(published, home.resolve(".jupyter_kotlin/libraries"), libraries)
    installPlainKernel(folder, home, classPath)
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
            useComplaints(NotebookDocument.parse(folder.resolve("executed/use.ipynb").readText()))
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
        "val samples = correlatedGaussians(dim = 2, rho = 0.8).sample(300, Seed.of(1))\nmi(samples)",
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
        for (cell in listOf(2, 4)) {
            if ("nats" !in text(cell, "text/html")) add("cell ${cell + 1} shows no estimate")
        }
        if ("MINE" !in text(4, "text/html")) add("the neural estimate is none of MINE's")
        if ("<svg" !in text(5, "image/svg+xml")) add("the sweep is no drawing")
    }
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

private fun installPlainKernel(folder: Path, home: Path, classPath: KernelClassPath) {
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
            add(joined(classPath.plainKernel))
            add("org.jetbrains.kotlinx.jupyter.IkotlinKt")
            add("{connection_file}")
            add("-cp=" + joined(classPath.cells))
            add("-home=${folder.resolve("kernel-home").createDirectories()}")
        }
        put("display_name", "Kotlin")
        put("language", "kotlin")
        put("interrupt_mode", "message")
    }
    spec.resolve("kernel.json").writeText(kernel.toString())
}
