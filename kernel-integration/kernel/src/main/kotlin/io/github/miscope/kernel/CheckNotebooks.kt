@file:JvmName("CheckNotebooks")

package io.github.miscope.kernel

import java.nio.file.Path
import java.util.Locale
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import kotlin.io.path.createDirectories
import kotlin.io.path.nameWithoutExtension
import kotlin.io.path.readText
import kotlin.system.exitProcess

/**
 * Executes the notebooks of the current folder under real Jupyter, with the kernel that this
 * project installs, and checks what they put out. Where Jupyter is missing it says so, and executes
 * them in this JVM instead.
 *
 * Arguments: a folder for kernel and results and, optionally, the name of one notebook.
 */
public fun main(arguments: Array<String>) {
    val target = Path.of(arguments[0])
    val notebooks = notebooksIn(Path.of(""), arguments.getOrNull(1))
    val folder = target.resolve("jupyter")
    installKernel(folder)
    val jupyter = JupyterInstallation(folder)
    val nbconvert = jupyter.find("jupyter-nbconvert")
    val complaints =
        if (nbconvert != null) {
            sideBySide(notebooks) { checkUnderJupyter(jupyter, nbconvert, it, folder) }
        } else {
            println("SKIPPED: the notebooks under Jupyter (jupyter-nbconvert). $howToGetJupyter")
            notebooks.mapNotNull { executeInto(target, it).failure }
        }
    complaints.forEach { System.err.println("FAILED: $it") }
    println("${notebooks.size} notebooks, ${complaints.size} complaints")
    System.out.flush()
    exitProcess(if (complaints.isEmpty()) 0 else 1)
}

/**
 * Two at a time: much of a notebook is compiling and drawing, on one core. The last ones train
 * networks and take longest: they begin, so that no core waits for one at the end.
 */
private fun sideBySide(notebooks: List<Path>, check: (Path) -> List<String>): List<String> {
    val threads = Executors.newFixedThreadPool(2)
    try {
        return notebooks
            .reversed()
            .map { threads.submit<List<String>> { check(it) } }
            .flatMap { it.get() }
    } finally {
        threads.shutdownNow()
    }
}

/** Executes [file] under Jupyter into [folder] and says what is wrong with it. */
internal fun checkUnderJupyter(
    jupyter: JupyterInstallation,
    nbconvert: String,
    file: Path,
    folder: Path,
): List<String> {
    val start = System.nanoTime()
    val results = folder.resolve("executed").createDirectories().toAbsolutePath()
    val log = folder.resolve("${file.nameWithoutExtension}.log").toFile()
    val command =
        listOf(nbconvert, "--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=600") +
            listOf("--output-dir", results.toString(), file.toString())
    val builder = jupyter.process(command).redirectErrorStream(true).redirectOutput(log)
    builder.environment().merge("JDK_JAVA_OPTIONS", SHORT_LIVED) { given, own -> "$given $own" }
    val process = builder.start()
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor()
        return listOf("${file.fileName} under Jupyter: not finished after $MINUTES minutes")
    }
    val exit = process.exitValue()
    val seconds = (System.nanoTime() - start) / 1e9
    println(String.format(Locale.ROOT, "%s under Jupyter: %.1f s", file.fileName, seconds))
    if (exit != 0) {
        return listOf(
            "${file.fileName} under Jupyter, exit code $exit:\n" + log.readText().takeLast(4000)
        )
    }
    val executed = NotebookDocument.parse(results.resolve(file.fileName).readText())
    val name = "${file.fileName} under Jupyter"
    val saved = NotebookDocument.parse(file.readText())
    return complaints(name, executed) + differences(name, saved, executed)
}

/**
 * Most of a small notebook's time goes into the first calls of the Kotlin compiler, and half of
 * that into optimising it: only what is called ten times as often as usual is optimised.
 */
private const val SHORT_LIVED =
    "-XX:+UseSerialGC -XX:Tier4InvocationThreshold=50000" +
        " -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000" +
        " -XX:Tier4BackEdgeThreshold=400000"

/** How long one notebook may take. */
private const val MINUTES = 15L
