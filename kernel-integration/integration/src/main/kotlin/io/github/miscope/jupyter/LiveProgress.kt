package io.github.miscope.jupyter

import java.time.Duration
import java.util.UUID
import org.jetbrains.kotlinx.jupyter.api.mimeResult

/**
 * A progress bar in the output of the running cell. It appears once work has taken [delay], is
 * drawn at most every [interval], and goes when closed, or turns into a result. Thread-safe.
 *
 * After an interrupt, front ends drop new displays from kernels 0.12 and later, since these name
 * the interrupt's request as their parent; updates of a known display still arrive. So the bar
 * comes with a second, empty display below it, and a result takes these two places.
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
    private val belowId = "$id-below"
    private val start = nanoTime()
    private var opened = false
    private var drawn: Long? = null
    private var closed = false

    /** Shows the bar without numbers, unless it is there already. */
    @Synchronized
    public fun open() {
        if (closed || opened) return
        draw(mimeResult("text/html" to indeterminateProgressHtml(title), "text/plain" to title))
    }

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
        draw(mimeResult("text/html" to progressHtml(text, done, total), "text/plain" to text))
    }

    /** Puts [result] in the place of the bar, and [below] in that under it, and closes the bar. */
    @Synchronized
    public fun replaceWith(result: Any, below: Any? = null) {
        if (closed) return
        closed = true
        if (opened) {
            output.update(result, id)
            if (below != null) output.update(below, belowId)
        } else {
            output.display(result, id)
            if (below != null) output.display(below, belowId)
        }
    }

    /** Removes the bar. */
    @Synchronized
    override fun close() {
        if (!closed && opened) output.update(nothing, id)
        closed = true
    }

    private fun draw(bar: Any) {
        if (opened) {
            output.update(bar, id)
        } else {
            opened = true
            output.display(bar, id)
            output.display(nothing, belowId)
        }
    }
}

private val nothing = mimeResult("text/html" to "", "text/plain" to "")
