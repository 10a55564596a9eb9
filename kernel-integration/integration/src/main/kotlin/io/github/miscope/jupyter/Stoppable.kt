package io.github.miscope.jupyter

import java.util.concurrent.CountDownLatch

/**
 * Runs long [work] so that the stop button of a notebook ends it in good order.
 *
 * The stop button does one of two things to the thread of the cell. Kernels from 0.12 on interrupt
 * it and, 100 ms later, call `Thread.stop`; kernel 0.11 calls `Thread.stop` at once. A stopped
 * thread dies at any instruction, also inside a `finally`, and takes what it had with it. So the
 * work gets a thread of its own, which is only ever interrupted: [work] ends soon after, by
 * returning or throwing what it has, and [onStopped] may then display it. What was displayed stays
 * in the cell's output.
 *
 * The interruption itself is thrown on afterwards, since the kernel must see it: a `ThreadDeath`,
 * for newer kernels also an `InterruptedException`, in the cause chain is what makes the cell
 * "interrupted" rather than failed. An interrupted cell never shows a result, only what it
 * displayed.
 *
 * @param graceMillis how long an interrupted [work] may take to end
 * @param onStopped what to do with the outcome of the work when it was interrupted; called on the
 *   thread of the work
 */
public fun <T> stoppable(
    graceMillis: Long = 900,
    onStopped: (Result<T>) -> Unit = {},
    work: () -> T,
): T {
    return StoppableRun(onStopped, work).run(graceMillis)
}

private class StoppableRun<T>(
    private val onStopped: (Result<T>) -> Unit,
    private val work: () -> T,
) {
    private val done = CountDownLatch(1)

    @Volatile private var stopped = false

    @Volatile private var outcome: Result<T>? = null

    private val thread =
        Thread(::runWork, "miscope ${Thread.currentThread().name}").apply { isDaemon = true }

    private fun runWork() {
        try {
            val result = runCatching(work)
            outcome = result
            if (stopped) {
                Thread.interrupted()
                onStopped(result)
            }
        } finally {
            done.countDown()
        }
    }

    fun run(graceMillis: Long): T {
        try {
            thread.start()
            done.await()
        } catch (stop: Throwable) {
            stopped = true
            thread.interrupt()
            awaitEnd(graceMillis)
            throw stop
        }
        return checkNotNull(outcome).getOrThrow()
    }

    /** Stays through the `Thread.stop` that follows an interrupt. */
    private fun awaitEnd(graceMillis: Long) {
        val deadline = System.nanoTime() + graceMillis * 1_000_000
        while (done.count > 0 && System.nanoTime() < deadline) {
            try {
                thread.join(maxOf(1, (deadline - System.nanoTime()) / 1_000_000))
            } catch (_: InterruptedException) {
                // Already stopping.
            } catch (_: ThreadDeath) {
                // Already stopping.
            }
        }
    }
}
