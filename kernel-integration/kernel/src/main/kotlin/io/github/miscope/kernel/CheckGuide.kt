@file:JvmName("CheckGuide")

package io.github.miscope.kernel

import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.system.exitProcess

/**
 * Executes the pages of the guide, the current folder, and checks what they put out. All in this
 * JVM: pages are short, and most of their time under Jupyter would go into starting a kernel for
 * each.
 *
 * Arguments: a folder for the results.
 */
public fun main(arguments: Array<String>) {
    val target = Path.of(arguments[0])
    val pages = notebooksIn(Path.of(""), null)
    val complaints =
        pages.flatMap { file ->
            val executed = executeInto(target, file)
            println(executed)
            val name = "guide/${file.fileName}"
            val saved = NotebookDocument.parse(file.readText())
            listOfNotNull(executed.failure) +
                differences(name, saved, NotebookDocument.parse(executed.notebook.readText()))
        }
    complaints.forEach { System.err.println("FAILED: $it") }
    println("${pages.size} pages of the guide, ${complaints.size} complaints")
    System.out.flush()
    exitProcess(if (complaints.isEmpty()) 0 else 1)
}
