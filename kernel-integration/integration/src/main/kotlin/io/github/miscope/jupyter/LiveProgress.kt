package io.github.miscope.jupyter

import java.time.Duration
import java.util.UUID
import org.jetbrains.kotlinx.jupyter.api.mimeResult

/**
 * A progress bar in the output of the running cell. It appears once work has taken [delay], is
 * drawn at most every [interval], and goes when closed, or turns into a result. Thread-safe.
 *
 * @param title what is under way, in a few words
 */
public class LiveProgress(
    private val title: String,
    private val output: NotebookOutput,
    private val delay: Duration = Duration.ofMillis(400),
    private val interval: Duration = Duration.ofMillis(250),
    private val nanoTime: () -> Long = System::nanoTime,
) : AutoCloseable {
    private val id = "miscope-${UUID.randomUUID()}"
    private val start = nanoTime()
    private var drawn: Long? = null
    private var closed = false

    /**
     * Says how far the work has got; drawn only if the last drawing is old enough.
     *
     * @param remaining the estimated time left, or null if there is no estimate yet
     */
    @Synchronized
    public fun update(done: Long, total: Long, elapsed: Duration, remaining: Duration?) {
        val now = nanoTime()
        val last = drawn
        val due =
            if (last == null) now - start >= delay.toNanos() else now - last >= interval.toNanos()
        if (closed || !due) return
        drawn = now
        val text = progressText(title, done, total, elapsed, remaining)
        val bar = mimeResult("text/html" to progressHtml(text, done, total), "text/plain" to text)
        if (last == null) output.display(bar, id) else output.update(bar, id)
    }

    /** Puts [result] in the place of the bar, and closes it. */
    @Synchronized
    public fun replaceWith(result: Any) {
        if (closed) return
        closed = true
        if (drawn == null) output.display(result, id) else output.update(result, id)
    }

    /** Removes the bar. */
    @Synchronized
    override fun close() {
        if (!closed && drawn != null)
            output.update(mimeResult("text/html" to "", "text/plain" to ""), id)
        closed = true
    }
}
