@file:JvmName("CheckRelease")

package io.github.miscope.kernel.release

import java.nio.file.Path
import kotlin.system.exitProcess

/**
 * Compares what a build with `-Prelease` has made with what Maven Central asks of a release
 * (https://central.sonatype.org/publish/requirements/): complete POMs, jars of sources and of
 * Javadoc, no snapshots, signatures of all files or of none.
 *
 * Arguments: the root folder of the build.
 */
public fun main(arguments: Array<String>) {
    val modules = releaseModules(Path.of(arguments[0])).filter { it.isPublished }
    check(modules.isNotEmpty()) { "nothing is published of ${arguments[0]}" }
    val complaints = modules.flatMap { complaints(it) } + signatureComplaints(modules)
    for (module in modules) println(
        "${module.artifact}: ${module.files().joinToString { "${it.fileName}" }}"
    )
    complaints.forEach { System.err.println("FAILED: $it") }
    println("${modules.size} artifacts for Maven Central, ${complaints.size} complaints")
    System.out.flush()
    exitProcess(if (complaints.isEmpty()) 0 else 1)
}
