package io.github.miscope.kernel.spark

import java.io.File
import java.nio.file.Path
import java.util.jar.Attributes
import java.util.jar.JarOutputStream
import java.util.jar.Manifest
import kotlin.io.path.createDirectories
import kotlin.io.path.outputStream

/**
 * What a distribution of Spark has in its folder: one jar, whose manifest names those of Spark.
 * Executors get all else, Kotlin included, from the driver.
 */
internal fun installSpark() {
    val jars = Path.of(System.getenv("SPARK_HOME"), "jars").createDirectories()
    val manifest = Manifest()
    manifest.mainAttributes[Attributes.Name.MANIFEST_VERSION] = "1.0"
    manifest.mainAttributes[Attributes.Name.CLASS_PATH] =
        System.getProperty("java.class.path")
            .split(File.pathSeparator)
            .filter { path -> path.endsWith(".jar") && OURS.none { it in path } }
            .joinToString(" ") { "${File(it).toURI()}" }
    JarOutputStream(jars.resolve("spark.jar").outputStream(), manifest).use { it.finish() }
}

private val OURS =
    listOf("miscope", "kotlin", "jetbrains", "multik", "batik", "ejml") +
        listOf("commons-rng", "commons-statistics", "commons-numbers", "commons-csv")
