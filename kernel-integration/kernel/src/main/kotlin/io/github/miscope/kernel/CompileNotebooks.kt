@file:JvmName("CompileNotebooks")

package io.github.miscope.kernel

import java.io.File
import java.nio.file.Path
import kotlin.io.path.absolutePathString
import kotlin.io.path.createDirectories
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlin.system.exitProcess

/**
 * Compiles the cells of the current folder's notebooks and of its guide, and the Kotlin examples of
 * the README beside that folder, with K2, Kotlin's newer compiler, which newer kernels have. The
 * kernel that executes notebooks in this build has the older one.
 *
 * Arguments: the folder of the compiler's jars and a folder for the sources.
 */
public fun main(arguments: Array<String>) {
    val (compiler, sources) = arguments.map(Path::of)
    sources.createDirectories()
    val notebooks = notebooksIn(Path.of(""), null) + notebooksIn(Path.of("guide"), null)
    for (file in notebooks) {
        val name = "notebook_" + file.toString().removeSuffix(".ipynb").replace(Regex("\\W"), "_")
        val document = NotebookDocument.parse(file.readText())
        sources.resolve("$name.kt").writeText(kotlinSource(name, document))
    }
    val examples = kotlinExamples(Path.of("..", "README.md").readText())
    check(examples.isNotEmpty()) { "there are no Kotlin examples in README.md" }
    sources.resolve("readme.kt").writeText(kotlinSource("readme", examples))
    val exit = ProcessBuilder(k2Command(compiler, sources)).inheritIO().start().waitFor()
    if (exit != 0) System.err.println("FAILED: the notebooks or the README do not compile with K2")
    println(
        "${notebooks.size} notebooks and ${examples.size} examples of the README compiled with K2, " +
            "exit code $exit"
    )
    System.out.flush()
    exitProcess(exit)
}

private fun k2Command(compiler: Path, sources: Path): List<String> =
    listOf(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        compiler.resolve("*").absolutePathString(),
        "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
        "-no-stdlib",
        "-no-reflect",
        "-jvm-target",
        "17",
        // A warning of this compiler, an error of the one in some kernels: mixed lists as
        // arguments.
        "-Xwarning-level=TYPE_INTERSECTION_AS_REIFIED_WARNING:error",
        "-cp",
        jvmClassPath().let { it + KernelClassPath(it).spark }.joinToString(File.pathSeparator),
        "-d",
        sources.resolve("classes").absolutePathString(),
        sources.absolutePathString(),
    )
