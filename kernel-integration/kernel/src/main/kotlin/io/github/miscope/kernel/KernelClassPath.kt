package io.github.miscope.kernel

import java.io.File
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** The class path of this JVM, taken apart into what belongs to the kernel and what to cells. */
internal class KernelClassPath(entries: List<File>) {
    /** What the kernel itself runs on. */
    val kernel: List<File> = entries.filter { it.isKernel() || it.isShared() }

    /** What cells see from the beginning. */
    val cells: List<File> = entries.filter { it.isShared() }

    /** What cells see after `%use miscope-neural` besides; nothing if it is not there. */
    val neural: List<File> = entries.filter { it.isNeural() }

    /** What cells see after `%use miscope-spark` besides: none of it is on this class path. */
    val spark: List<File>
        get() = descriptorJars("miscope-spark").filterNot { it.isShared() }

    /** What cells see after `%use miscope`. */
    val library: List<File> = entries.filterNot { it.isKernel() || it.isShared() || it.isNeural() }

    private fun File.isKernel() =
        kernelJars.any { name.startsWith(it) } || resolve("jupyterLibraries").exists()

    /** The module's jar and native code, or its folder of classes. */
    private fun File.isNeural() =
        neuralJars.any { name.startsWith(it) } || resolve(OPTIONAL_MODULE).exists()

    private fun File.isShared() = sharedJars.any { name.startsWith(it) }
}

/** The jars that the descriptor of a library names; none if the build has no such descriptor. */
private fun descriptorJars(library: String): List<File> {
    val resource = KernelClassPath::class.java.getResource("/jupyterLibraries/$library.json")
    val jars = resource?.readText()?.let { Json.parseToJsonElement(it).jsonObject["dependencies"] }
    return jars?.jsonArray.orEmpty().map { File(it.jsonPrimitive.content) }
}

/** The beginnings of the names of jars that cells must not see. */
private val kernelJars =
    listOf(
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
        "miscope-kernel",
        "trove4j",
    )

/** The beginnings of the names of jars that kernel and cells share. */
private val sharedJars =
    listOf(
        "annotations-",
        "kotlin-jupyter-api",
        "kotlin-jupyter-lib",
        "kotlin-reflect",
        "kotlin-script-runtime",
        "kotlin-stdlib",
        "kotlinx-coroutines-core",
        "kotlinx-serialization",
        "slf4j-api",
    )

/** The beginnings of the names of jars that only neural estimators need. */
private val neuralJars = listOf("miscope-neural", "javacpp", "openblas", "pytorch")

private const val OPTIONAL_MODULE =
    "META-INF/services/io.github.miscope.estimator.preset.OptionalPresets"
