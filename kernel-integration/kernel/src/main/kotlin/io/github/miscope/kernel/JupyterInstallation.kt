package io.github.miscope.kernel

import java.io.File
import java.nio.file.Path

/** The Jupyter of this machine, with the kernel of this project in the folder [kernels]. */
internal class JupyterInstallation(private val kernels: Path) {
    /** The path of a command such as `jupyter-lab`, or null if it is not installed. */
    fun find(command: String): String? =
        searchPath().map { File(it, command) }.firstOrNull { it.canExecute() }?.path

    /** A process of [command] that finds the kernel. */
    fun process(command: List<String>): ProcessBuilder {
        val process = ProcessBuilder(command)
        val environment = process.environment()
        environment["PATH"] = searchPath().joinToString(File.pathSeparator)
        environment["JUPYTER_PATH"] =
            listOfNotNull(kernels.toAbsolutePath().toString(), environment["JUPYTER_PATH"])
                .joinToString(File.pathSeparator)
        return process
    }

    /** The system's Python first: the scripts of a Linux distribution are made for that one. */
    private fun searchPath(): List<String> =
        (listOf("/usr/bin") + System.getenv("PATH").orEmpty().split(File.pathSeparator)).distinct()
}

/** How to get Jupyter, for people who lack it. */
internal val howToGetJupyter: String =
    """
    |Jupyter is not on this machine. To get it, one of:
    |  apt-get install jupyter-notebook     (Debian, Ubuntu)
    |  pip install jupyterlab
    |  conda install -c conda-forge jupyterlab
    """
        .trimMargin()
