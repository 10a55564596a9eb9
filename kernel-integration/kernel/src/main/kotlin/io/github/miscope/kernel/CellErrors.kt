package io.github.miscope.kernel

import io.github.miscope.dsl.MiscopeHooks
import io.github.miscope.jupyter.isOfCell
import io.github.miscope.jupyter.shortenTrace
import org.jetbrains.kotlinx.jupyter.exceptions.ReplCompilerException
import org.jetbrains.kotlinx.jupyter.exceptions.ReplEvalRuntimeException

/** What went wrong in the user's code: the kernel wraps an exception thrown by a cell. */
internal fun userError(failure: Throwable): Throwable =
    (failure as? ReplEvalRuntimeException)?.cause ?: failure

/**
 * What a reader needs: the message once, and where in the cell it came from.
 *
 * @param number of the cell that failed
 * @param code of that cell
 */
internal fun errorOutput(failure: Throwable, number: Int, code: String): ErrorOutput {
    val error = userError(failure)
    if (error is ReplCompilerException) {
        val messages = compileMessages(error.message.orEmpty(), number, code)
        return ErrorOutput(error.javaClass.name, messages.joinToString("\n"), messages)
    }
    shortenTrace(error)
    val traceback = buildList {
        addAll("${error.javaClass.name}: ${error.message.orEmpty()}".trimEnd(' ', ':').lines())
        addAll(places(error, number, code))
        generateSequence(error.cause) { it.cause }
            .take(MAX_CAUSES)
            .filter { it.message != error.message }
            .forEach { add("caused by ${it.javaClass.name}: ${it.message.orEmpty()}") }
    }
    return ErrorOutput(error.javaClass.name, error.message.orEmpty(), traceback)
}

/** The line of the cell, after those of libraries that are left of the trace. */
private fun places(error: Throwable, number: Int, code: String): List<String> {
    val (cells, others) = error.stackTrace.partition { it.isOfCell() }
    // The cell that runs is the outermost: its script is what the kernel has called.
    val running = cells.lastOrNull()?.script()
    return others.map { "    at $it" } +
        cells.map { frame ->
            if (frame.script() == running) "    at ${place(number, frame.lineNumber, code)}"
            else "    at line ${frame.lineNumber} of an earlier cell (${frame.methodName})"
        }
}

private fun StackTraceElement.script() = className.substringBefore('$')

/** "cell 3, line 2: mi(x, y)". */
private fun place(cell: Int, line: Int, code: String): String {
    val source = code.lines().getOrNull(line - 1)?.trim().orEmpty()
    return "cell $cell, line $line" + if (source.isEmpty()) "" else ": $source"
}

/** The compiler's messages, each with its line in the cell, and names that may have been meant. */
private fun compileMessages(message: String, number: Int, code: String): List<String> =
    message
        .lines()
        .filter { it.isNotBlank() }
        .flatMap { text ->
            val found = DIAGNOSTIC.matchEntire(text) ?: return@flatMap listOf(text)
            val (line, what) = found.destructured
            val name = UNRESOLVED.find(what)?.groupValues?.get(1)
            val meant = name?.let(MiscopeHooks::namesLike).orEmpty()
            val hint = if (meant.isEmpty()) "" else "; did you mean ${meant.joinToString(" or ")}?"
            listOf(what + hint, "    at ${place(number, line.toInt(), code)}")
        }

/** "Line_3.jupyter.kts (1:14 - 25) Unresolved reference: x". */
private val DIAGNOSTIC = Regex("""Line_\d+\.jupyter\.kts \((\d+):[^)]*\) (.*)""")

private val UNRESOLVED = Regex("""[Uu]nresolved reference:? '?(\w+)""")

private const val MAX_CAUSES = 5
