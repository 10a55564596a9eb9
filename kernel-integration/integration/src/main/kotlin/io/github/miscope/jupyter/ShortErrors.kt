package io.github.miscope.jupyter

import java.io.IOException
import java.io.UncheckedIOException
import org.jetbrains.kotlinx.jupyter.api.ThrowableRenderer

/**
 * Cuts what the kernel is about to print of an exception. It renders nothing itself: kernels count
 * a cell whose exception was rendered as one that went well, and go on to the next cell.
 */
internal object ShortErrors : ThrowableRenderer {
    override fun accepts(throwable: Throwable): Boolean {
        shortenTrace(throwable)
        return false
    }

    override fun render(throwable: Throwable): Any = throwable
}

/**
 * Cuts the stack trace of an exception that ended a cell: below the cell's own lines there is only
 * the kernel, and above them, where miscope refuses bad input, only the checks. What looks like a
 * bug keeps some lines above, for a report.
 */
public fun shortenTrace(error: Throwable) {
    val trace = error.stackTrace
    val last = trace.indexOfLast { it.isOfCell() }
    val refused = error.isRefusal()
    val above = trace.take(if (last < 0) trace.size else trace.indexOfFirst { it.isOfCell() })
    val cells = if (last < 0) emptyList() else trace.slice(0..last).filter { it.isOfCell() }
    val shown = if (refused) emptyList() else above.take(SHOWN)
    error.stackTrace = (shown + cells.distinctBy { it.fileName to it.lineNumber }).toTypedArray()
    // What caused it is said in a line of its own.
    var cause = error.cause
    var depth = 0
    while (cause != null && depth++ < MAX_CAUSES) {
        cause.stackTrace =
            if (refused) emptyArray() else cause.stackTrace.take(SHOWN).toTypedArray()
        cause = cause.cause
    }
}

/** Whether this is a line of a cell: kernels compile cells to classes such as `Line_3_jupyter`. */
public fun StackTraceElement.isOfCell(): Boolean = CELL.containsMatchIn(className)

/** Whether miscope has refused what it was given, with a message that says all there is to say. */
private fun Throwable.isRefusal(): Boolean {
    val kind =
        this is IllegalArgumentException ||
            this is IllegalStateException ||
            this is IOException ||
            this is UncheckedIOException
    val thrower =
        stackTrace.firstOrNull { frame -> LIBRARIES.none { frame.className.startsWith(it) } }
    return kind && thrower != null && thrower.className.startsWith("io.github.miscope.")
}

private val CELL = Regex("""^Line_\d+_jupyter""")

private val LIBRARIES = listOf("java.", "jdk.", "sun.", "kotlin.")

private const val SHOWN = 8

private const val MAX_CAUSES = 10
