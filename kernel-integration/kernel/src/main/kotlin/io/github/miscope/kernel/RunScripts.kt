@file:JvmName("RunScripts")

package io.github.miscope.kernel

import java.io.File
import java.nio.file.Files
import java.nio.file.Path
import java.util.Locale
import kotlin.io.path.absolutePathString
import kotlin.io.path.name
import kotlin.io.path.writeText
import kotlin.system.exitProcess

/**
 * Runs the `.main.kts` scripts of the current folder, or one of them. `@file:DependsOn` finds what
 * the build has made in a repository of the build's own, so nothing needs to be installed.
 *
 * Arguments: the folder of the compiler's jars, the folder of the repository, that of Maven's local
 * repository and, optionally, the name of one script.
 */
public fun main(arguments: Array<String>) {
    val compiler = Path.of(arguments[0])
    val repository = Path.of(arguments[1])
    val settings = compiler.resolveSibling("script-settings.xml")
    settings.writeText(settingsFor(repository))
    addParentPoms(repository, Path.of(arguments[2]))
    val failures =
        scriptsIn(Path.of(""), arguments.getOrNull(3)).filterNot { script ->
            println("running ${script.name} ...")
            val start = System.nanoTime()
            val exit =
                ProcessBuilder(scriptCommand(compiler, settings, script))
                    .inheritIO()
                    .start()
                    .waitFor()
            val seconds = (System.nanoTime() - start) / 1e9
            println(
                String.format(Locale.ROOT, "%s: exit code %d (%.1f s)", script.name, exit, seconds)
            )
            exit == 0
        }
    failures.forEach { System.err.println("FAILED: ${it.name}") }
    exitProcess(if (failures.isEmpty()) 0 else 1)
}

private fun scriptsIn(folder: Path, only: String?): List<Path> {
    val scripts =
        Files.list(folder).use { files ->
            files.filter { it.name.endsWith(EXTENSION) }.sorted().toList()
        }
    if (only.isNullOrBlank() || only == ALL) return scripts
    val found = scripts.filter { it.name == only.removeSuffix(EXTENSION) + EXTENSION }
    require(found.isNotEmpty()) {
        "there is no script named $only; there are: " + scripts.joinToString { it.name }
    }
    return found
}

private const val EXTENSION = ".main.kts"

/** Only the place of the local repository differs from Maven's own settings. */
private fun settingsFor(repository: Path): String =
    "<settings><localRepository>${escapeHtml(repository.absolutePathString())}</localRepository></settings>\n"

private fun scriptCommand(compiler: Path, settings: Path, script: Path): List<String> {
    val scriptClassPath =
        Files.list(compiler).use { jars ->
            jars.filter { jar -> scriptJars.any { jar.name.startsWith(it) } }.toList()
        }
    return listOf(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djava.awt.headless=true",
        "-D$SETTINGS_PROPERTY=${settings.absolutePathString()}",
        "-cp",
        compiler.resolve("*").absolutePathString(),
        "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
        "-no-stdlib",
        "-no-reflect",
        "-jvm-target",
        "17",
        "-cp",
        scriptClassPath.joinToString(File.pathSeparator),
        "-script",
        script.absolutePathString(),
    )
}

/** Maven's property for another settings.xml, as the copy of Maven in kotlin-main-kts reads it. */
private const val SETTINGS_PROPERTY = "org.jetbrains.kotlin.org.apache.maven.user-settings"

private val scriptJars = listOf("kotlin-stdlib", "kotlin-main-kts", "kotlin-script-runtime")
