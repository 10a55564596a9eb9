package io.github.miscope.kernel

import kotlin.concurrent.thread
import org.jetbrains.kotlinx.jupyter.repl.EvalResultEx

/** A cell that is being executed. */
public class RunningCell
internal constructor(
    private val number: Int,
    private val code: String,
    private val recorder: OutputRecorder,
    classLoader: ClassLoader,
    eval: () -> EvalResultEx,
) {
    @Volatile private var outcome: Result<EvalResultEx>? = null

    private val streams = CapturedStreams(recorder)

    /** The thread that the cell runs on: what the stop button interrupts or stops. */
    public val thread: Thread =
        thread(name = "cell $number", contextClassLoader = classLoader) {
            outcome = runCatching(eval)
        }

    /** What the cell has put out so far. */
    public fun outputs(): List<CellOutput> = recorder.outputs()

    /** Waits for the end of the cell. */
    public fun await(): FinishedCell {
        try {
            thread.join()
        } finally {
            streams.close()
        }
        val outcome = checkNotNull(outcome) { "cell $number was stopped before it could start" }
        outcome.onSuccess { it.displayValue?.let { value -> recorder.result(value, number) } }
        val failure = outcome.exceptionOrNull()
        failure?.let { recorder.fail(errorOutput(it, number, code)) }
        return FinishedCell(number, failure, recorder)
    }
}

/** A cell that has been executed. */
public class FinishedCell
internal constructor(
    /** The count that Jupyter shows beside the cell. */
    public val number: Int,
    /** What ended the cell early, or null. */
    public val failure: Throwable?,
    private val recorder: OutputRecorder,
) {
    /** The outputs; a later cell may still update what this one displayed under an id. */
    public val outputs: List<CellOutput>
        get() = recorder.outputs()
}
