package io.github.miscope.jupyter

/**
 * Runs long [work] so that the stop button of a notebook ends it in good order.
 *
 * The stop button does one of two things to the thread of the cell. Kernels from 0.12 on interrupt
 * it and, 100 ms later, call `Thread.stop`; kernel 0.11 calls `Thread.stop` at once. A stopped
 * thread dies at any instruction, also inside a `finally`, and takes what it had with it. So the
 * work gets a thread of its own, which is only ever interrupted: [work] ends soon after, by
 * returning or throwing what it has, and [onStopped] may then display it. What was displayed stays
 * in the cell's output. Front ends may drop what kernels 0.12 and later newly display after an
 * interrupt: display something under an id beforehand, and update it, as [LiveProgress] does.
 *
 * The interruption itself is thrown on afterwards, since the kernel must see it: a `ThreadDeath`,
 * for newer kernels also an `InterruptedException`, in the cause chain is what makes the cell
 * "interrupted" rather than failed. An interrupted cell never shows a result, only what it
 * displayed.
 *
 * @param graceMillis how long an interrupted [work] may take to end
 * @param onStopped what to do with the outcome of the work when it was interrupted; called on the
 *   thread of the work, and may take some seconds
 */
public fun <T> stoppable(
    graceMillis: Long = 900,
    onStopped: (Result<T>) -> Unit = {},
    work: () -> T,
): T {
    return StoppableRun(onStopped, work).run(graceMillis)
}

/**
 * Waits by `Thread.join` alone: a latch or a lock whose waiting thread is stopped keeps that thread
 * in its queue, and never wakes it again.
 */
private class StoppableRun<T>(
    private val onStopped: (Result<T>) -> Unit,
    private val work: () -> T,
) {
    @Volatile private var stopped = false

    @Volatile private var outcome: Result<T>? = null

    private val thread =
        Thread(::runWork, "miscope ${Thread.currentThread().name}").apply { isDaemon = true }

    private fun runWork() {
        val result = runCatching(work)
        outcome = result
        if (stopped) {
            Thread.interrupted()
            onStopped(result)
        }
    }

    fun run(graceMillis: Long): T {
        try {
            thread.start()
            thread.join()
        } catch (stop: Throwable) {
            stopped = true
            thread.interrupt()
            awaitEnd(graceMillis, stopFollows = stop is InterruptedException)
            throw stop
        }
        return checkNotNull(outcome).onFailure(::addCaller).getOrThrow()
    }

    /**
     * The exception comes from another thread: only the caller's trace knows the line in the cell.
     */
    private fun addCaller(error: Throwable) {
        error.stackTrace += Thread.currentThread().stackTrace.drop(1)
    }

    /**
     * Stays through the `Thread.stop` that follows an interrupt, and waits for it when the work
     * ends sooner: it is harmless here, while inside the kernel's coroutines it may leave the
     * kernel waiting for a cell that has gone.
     */
    private fun awaitEnd(graceMillis: Long, stopFollows: Boolean) {
        val start = System.nanoTime()
        var stopMillis = if (stopFollows) STOP_FOLLOWS_MILLIS else 0
        while (true) {
            try {
                val limit =
                    when {
                        !thread.isAlive -> stopMillis
                        outcome == null -> graceMillis
                        else -> graceMillis + DISPLAY_MILLIS
                    }
                val left = limit - (System.nanoTime() - start) / 1_000_000
                if (left <= 0) return
                if (thread.isAlive) thread.join(minOf(left, STEP_MILLIS)) else Thread.sleep(left)
            } catch (_: InterruptedException) {
                // Already stopping.
            } catch (_: ThreadDeath) {
                stopMillis = 0
            }
        }
    }
}

/** How long it may take to show what stopped work had: ample for a figure on a busy machine. */
private const val DISPLAY_MILLIS = 5_000L

/** Kernels stop a cell 100 ms after they have interrupted it. */
private const val STOP_FOLLOWS_MILLIS = 300L

private const val STEP_MILLIS = 50L
