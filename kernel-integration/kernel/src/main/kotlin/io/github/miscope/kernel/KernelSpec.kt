package io.github.miscope.kernel

import java.io.File
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.writeText
import kotlinx.serialization.json.add
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put
import kotlinx.serialization.json.putJsonArray

/**
 * Installs the Kotlin kernel below [folder], which Jupyter finds if the environment variable
 * `JUPYTER_PATH` names it. The kernel is this JVM with this class path, so `%use miscope` has
 * nothing to download. Nothing outside [folder] is touched.
 */
public fun installKernel(folder: Path) {
    checkJavaVersion(Runtime.version().feature())
    val spec = folder.resolve("kernels/kotlin").createDirectories()
    val home = folder.resolve("home").createDirectories()
    val logging = spec.resolve("logback.xml")
    logging.writeText(quietLogging())
    val java = Path.of(System.getProperty("java.home"), "bin", "java")
    val classPath = jvmClassPath().map { it.absoluteFile }
    spec
        .resolve("kernel.json")
        .writeText(
            buildJsonObject {
                    putJsonArray("argv") {
                        add(java.toString())
                        add("-Djava.awt.headless=true")
                        add("-Dlogback.configurationFile=${logging.toAbsolutePath()}")
                        add("-cp")
                        add(joined(classPath))
                        add("org.jetbrains.kotlinx.jupyter.IkotlinKt")
                        add("{connection_file}")
                        add("-cp=" + joined(classPath.filter(::isSeenByCells)))
                        add("-home=${home.toAbsolutePath()}")
                    }
                    put("display_name", "Kotlin")
                    put("language", "kotlin")
                    put("interrupt_mode", "message")
                }
                .toString()
        )
}

/** The kernel does not start on newer versions, and says so only in a log. */
internal fun checkJavaVersion(feature: Int) {
    check(feature in 17..24) {
        "the Kotlin kernel runs on JDK 17 to 24, and this is JDK $feature; set JAVA_HOME to a JDK 17"
    }
}

private fun joined(classPath: List<File>) = classPath.joinToString(File.pathSeparator)

private fun quietLogging(): String {
    val configuration = NotebookDocument::class.java.getResource("logback-quiet.xml")
    return checkNotNull(configuration) { "logback-quiet.xml is missing from the jar" }.readText()
}

/** The kernel's own jars, by the beginning of their names: cells must not see them. */
private val kernelJars =
    listOf(
        "miscope-kernel",
        "clikt",
        "commonmark",
        "http4k",
        "httpclient5",
        "httpcore5",
        "jeromq",
        "jnacl",
        "json5k",
        "kotlin-compiler",
        "kotlin-daemon",
        "kotlin-jupyter-common-dependencies",
        "kotlin-jupyter-kernel",
        "kotlin-jupyter-shared-compiler",
        "kotlin-script-util",
        "kotlin-scripting",
        "kotlin-serialization",
        "logback",
        "trove4j",
    )

internal fun isSeenByCells(entry: File): Boolean =
    kernelJars.none { entry.name.startsWith(it) } &&
        !entry.resolve("jupyterLibraries/miscope.json").exists()
