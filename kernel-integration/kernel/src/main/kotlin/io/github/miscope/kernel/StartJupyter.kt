@file:JvmName("StartJupyter")

package io.github.miscope.kernel

import java.nio.file.Path
import kotlin.system.exitProcess

/**
 * Starts Jupyter in the current folder with the Kotlin kernel of this project.
 *
 * Arguments: the folder to install the kernel in and, optionally, options for Jupyter in one
 * string.
 */
public fun main(arguments: Array<String>) {
    val folder = Path.of(arguments[0])
    installKernel(folder)
    val jupyter = JupyterInstallation(folder)
    val command = listOf("jupyter-lab", "jupyter-notebook").firstNotNullOfOrNull(jupyter::find)
    if (command == null) {
        System.err.println(howToGetJupyter)
        System.err.println("The Kotlin kernel is ready in ${folder.toAbsolutePath().normalize()}:")
        System.err.println("name that folder in JUPYTER_PATH, or run this command again.")
        exitProcess(1)
    }
    val options = arguments.getOrElse(1) { "" }.split(' ').filter { it.isNotEmpty() }
    exitProcess(jupyter.process(listOf(command) + options).inheritIO().start().waitFor())
}
