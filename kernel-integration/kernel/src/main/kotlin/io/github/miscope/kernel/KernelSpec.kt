package io.github.miscope.kernel

import io.github.miscope.file.WholeFile
import java.io.File
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.add
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.jsonObject
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
    WholeFile.write(logging, quietLoggingConfiguration())
    val java = Path.of(System.getProperty("java.home"), "bin", "java")
    val classPath = KernelClassPath(jvmClassPath().map { it.absoluteFile })
    val descriptors = folder.resolve("descriptors")
    writeDescriptor(descriptors, "miscope", classPath.library)
    if (classPath.neural.isNotEmpty()) {
        writeDescriptor(descriptors, "miscope-neural", classPath.neural)
    }
    val kernel = buildJsonObject {
        putJsonArray("argv") {
            add(java.toString())
            add("-Djava.awt.headless=true")
            add("-Dlogback.configurationFile=${logging.toAbsolutePath()}")
            add("-cp")
            add(joined(listOf(descriptors.toFile().absoluteFile) + classPath.kernel))
            add("io.github.miscope.kernel.StartKernel")
            add("{connection_file}")
            add("-cp=" + joined(classPath.cells))
            add("-home=${home.toAbsolutePath()}")
        }
        put("display_name", "Kotlin")
        put("language", "kotlin")
        put("interrupt_mode", "message")
    }
    WholeFile.write(spec.resolve("kernel.json"), kernel.toString())
}

/** What `%use` of the [library] loads: jars of this build, by their paths. */
private fun writeDescriptor(folder: Path, library: String, jars: List<File>) {
    val file = "jupyterLibraries/$library.json"
    val resource = checkNotNull(KernelClassPath::class.java.classLoader.getResource(file)) { file }
    val descriptor = buildJsonObject {
        putJsonArray("dependencies") { jars.forEach { add(it.path) } }
        Json.parseToJsonElement(resource.readText()).jsonObject.forEach { (key, value) ->
            put(key, value)
        }
    }
    val target = folder.resolve(file)
    target.parent.createDirectories()
    WholeFile.write(target, descriptor.toString())
}

/** The kernel does not start on newer versions, and says so only in a log. */
internal fun checkJavaVersion(feature: Int) {
    check(feature in 17..24) {
        "the Kotlin kernel runs on JDK 17 to 24, and this is JDK $feature; set JAVA_HOME to a JDK 17"
    }
}

internal fun joined(classPath: List<File>) = classPath.joinToString(File.pathSeparator)
