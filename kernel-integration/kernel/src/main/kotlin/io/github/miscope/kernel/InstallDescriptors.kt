@file:JvmName("InstallDescriptors")

package io.github.miscope.kernel

import java.io.File
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.nameWithoutExtension
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonObject

/**
 * Makes `%use miscope`, `%use miscope-neural` and `%use miscope-spark` known to every Kotlin kernel
 * of the user, once the jars are installed.
 *
 * Arguments: the folder of the published descriptors, Maven's local repository, and the folder
 * where kernels look for descriptors.
 */
public fun main(arguments: Array<String>) {
    val (published, repository, target) = arguments.map(Path::of)
    val classPath = KernelClassPath(jvmClassPath().map { installed(it.absoluteFile, repository) })
    val libraries =
        mapOf(
            "miscope" to classPath.library,
            "miscope-neural" to classPath.neural,
            "miscope-spark" to classPath.spark.map { installed(it, repository) },
        )
    for (descriptor in writeLocalDescriptors(published, target, libraries)) {
        println("%use ${descriptor.nameWithoutExtension}: $descriptor")
    }
}

/** Writes the [published] descriptors of [libraries] with the jars of each into [target]. */
internal fun writeLocalDescriptors(
    published: Path,
    target: Path,
    libraries: Map<String, List<File>>,
): List<Path> {
    target.createDirectories()
    return libraries.map { (library, jars) ->
        val missing = jars.filterNot { it.exists() }
        check(missing.isEmpty()) { "not installed: ${missing.joinToString()}" }
        val descriptor = target.resolve("$library.json")
        val own = KernelClassPath::class.java.getResource("/jupyterLibraries/$library.json")
        val imports = own?.let { Json.parseToJsonElement(it.readText()).jsonObject["imports"] }
        val text = published.resolve("$library.json").readText()
        descriptor.writeText(localDescriptor(text, jars, imports))
        descriptor
    }
}

/**
 * Where Maven installs [jar] if it is of this project; other jars are in the repository already.
 */
internal fun installed(jar: File, repository: Path): File {
    val (artifact, version) = PROJECT_JAR.matchEntire(jar.name)?.destructured ?: return jar
    return repository.resolve("io/github/miscope/$artifact/$version/${jar.name}").toFile()
}

private val PROJECT_JAR = Regex("""(miscope-[a-z]+)-(\d.*)\.jar""")

/**
 * The [published] descriptor with [jars] by their paths in the place of what kernels would resolve:
 * those from 0.16 on take snapshots in the local repository for missing, and lose native code,
 * which differs from its Java part by a classifier only.
 */
internal fun localDescriptor(
    published: String,
    jars: List<File>,
    imports: JsonElement? = null,
): String {
    val descriptor = Json.parseToJsonElement(published).jsonObject
    // Code that loads and imports what is among the jars.
    val imported = if ("init" in descriptor) imports?.let { mapOf("imports" to it) } else null
    val local = descriptor - setOf("properties", "repositories", "init") + imported.orEmpty()
    val dependencies = JsonArray(jars.map { JsonPrimitive(it.path) })
    return pretty.encodeToString(
        JsonObject.serializer(),
        JsonObject(local + ("dependencies" to dependencies)),
    ) + "\n"
}

private val pretty = Json { prettyPrint = true }
