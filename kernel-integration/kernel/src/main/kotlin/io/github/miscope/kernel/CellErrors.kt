package io.github.miscope.kernel

import org.jetbrains.kotlinx.jupyter.exceptions.ReplEvalRuntimeException
import org.jetbrains.kotlinx.jupyter.exceptions.ReplException

/** What went wrong in the user's code: the kernel wraps an exception thrown by a cell. */
internal fun userError(failure: Throwable): Throwable =
    (failure as? ReplEvalRuntimeException)?.cause ?: failure

internal fun errorOutput(failure: Throwable): ErrorOutput {
    val error = userError(failure)
    val rendered = (failure as? ReplException)?.render() ?: failure.stackTraceToString()
    return ErrorOutput(error.javaClass.name, error.message.orEmpty(), rendered.trimEnd().lines())
}
