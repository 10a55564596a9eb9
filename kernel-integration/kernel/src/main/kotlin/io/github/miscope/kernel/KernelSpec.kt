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
    logging.writeText(quietLoggingConfiguration())
    val java = Path.of(System.getProperty("java.home"), "bin", "java")
    val classPath = KernelClassPath(jvmClassPath().map { it.absoluteFile })
    val descriptors = folder.resolve("descriptors")
    val descriptor = descriptors.resolve("jupyterLibraries").createDirectories()
    descriptor.resolve("miscope.json").writeText(descriptor(classPath.library))
    spec
        .resolve("kernel.json")
        .writeText(
            buildJsonObject {
                    putJsonArray("argv") {
                        add(java.toString())
                        add("-Djava.awt.headless=true")
                        add("-Dlogback.configurationFile=${logging.toAbsolutePath()}")
                        add("-cp")
                        add(joined(listOf(descriptors.toFile().absoluteFile) + classPath.kernel))
                        add("org.jetbrains.kotlinx.jupyter.IkotlinKt")
                        add("{connection_file}")
                        add("-cp=" + joined(classPath.cells))
                        add("-home=${home.toAbsolutePath()}")
                    }
                    put("display_name", "Kotlin")
                    put("language", "kotlin")
                    put("interrupt_mode", "message")
                }
                .toString()
        )
}

/** What `%use miscope` loads: jars of this build, by their paths. */
private fun descriptor(library: List<File>): String =
    buildJsonObject {
            put("description", "Mutual information: estimates, sweeps and plots")
            putJsonArray("dependencies") { library.forEach { add(it.path) } }
            putJsonArray("imports") { add("io.github.miscope.jupyter.*") }
            putJsonArray("integrationTypeNameRules") {
                add("+:io.github.miscope.**")
                add("-:org.jetbrains.kotlinx.dataframe.**")
            }
        }
        .toString()

/** The kernel does not start on newer versions, and says so only in a log. */
internal fun checkJavaVersion(feature: Int) {
    check(feature in 17..24) {
        "the Kotlin kernel runs on JDK 17 to 24, and this is JDK $feature; set JAVA_HOME to a JDK 17"
    }
}

private fun joined(classPath: List<File>) = classPath.joinToString(File.pathSeparator)
