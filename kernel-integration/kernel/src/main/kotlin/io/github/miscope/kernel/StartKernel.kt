@file:JvmName("StartKernel")

package io.github.miscope.kernel

import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.system.exitProcess
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonObject
import org.jetbrains.kotlinx.jupyter.main as runKernel

/**
 * The Kotlin kernel as Jupyter starts it. It listens only where the connection file says.
 *
 * Arguments: those of the kernel, the connection file and options.
 */
public fun main(arguments: Array<String>) {
    val connectionFile = arguments.first { !it.startsWith("-") }
    val connection = Json.parseToJsonElement(Path.of(connectionFile).readText()).jsonObject
    try {
        ListenAddress.ofThisKernel = ListenAddress.of(connection)
    } catch (e: IllegalArgumentException) {
        System.err.println("The kernel does not start: ${e.message}")
        exitProcess(1)
    }
    // When it is shut down it ends the JVM itself. It returns if it could not start, and logs why.
    runKernel(*arguments)
    exitProcess(1)
}
