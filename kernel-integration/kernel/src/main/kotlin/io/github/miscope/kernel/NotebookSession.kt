package io.github.miscope.kernel

import java.io.File
import org.jetbrains.kotlinx.jupyter.EvalRequestData
import org.jetbrains.kotlinx.jupyter.ReplForJupyter
import org.jetbrains.kotlinx.jupyter.repl.EvalResultEx
import org.jetbrains.kotlinx.jupyter.util.NameAcceptanceRule

/**
 * The Kotlin kernel in this JVM: the REPL that Jupyter talks to, without Jupyter. Cells run one at
 * a time, each on a thread of its own as in the kernel. A session replaces `System.out` and
 * `System.err` while a cell runs, so a JVM runs one cell at a time.
 *
 * @param classPath what cells see; by default what this JVM sees
 */
public class NotebookSession(classPath: List<File> = jvmClassPath()) {
    init {
        quietLogging()
    }

    private val displays = DisplayedOutputs()
    private val repl: ReplForJupyter = SessionReplFactory(classPath, displays).createRepl()
    private var cells = 0

    init {
        waitForUse()
    }

    /** Runs [code] as the next cell and waits for its end. */
    public fun run(code: String): FinishedCell = start(code).await()

    /** Starts [code] as the next cell. */
    public fun start(code: String): RunningCell {
        val number = ++cells
        val recorder = displays.startCell()
        return RunningCell(number, code, recorder, repl.currentClassLoader) { eval(code, number) }
    }

    /** A library on the class path is loaded when a cell says `%use`, as it is in a real kernel. */
    private fun waitForUse() =
        repl.eval {
            val none = NameAcceptanceRule(false) { true }
            val loader = repl.currentClassLoader
            repl.librariesScanner.addLibrariesFromClassLoader(
                loader,
                this,
                repl.notebook,
                integrationTypeNameRules = listOf(none),
            )
        }

    private fun eval(code: String, number: Int): EvalResultEx =
        repl.evalEx(EvalRequestData(code, number, storeHistory = true, isSilent = false))
}

/** What there is of it: Maven also names the folder of classes that a module without code lacks. */
internal fun jvmClassPath(): List<File> =
    System.getProperty("java.class.path").split(File.pathSeparator).map(::File).filter {
        it.exists()
    }
