package io.github.miscope.jupyter

import io.github.miscope.dsl.LongWork
import io.github.miscope.dsl.MiscopeHost
import io.github.miscope.dsl.SweepJob
import io.github.miscope.dsl.SweepResult
import io.github.miscope.sweep.SweepInterruptedException
import java.time.Duration
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit

/**
 * Runs long work in a cell: a progress bar while it runs, which goes when the result is there. When
 * the cell is stopped, the plot of what a sweep had finished takes its place, with the table below.
 */
internal class NotebookHost(private val output: NotebookOutput) : MiscopeHost {
    override fun run(job: SweepJob): SweepResult =
        withBar("Sweep of ${job.sweep.cells()} estimates") { bar ->
            stoppable(onStopped = { outcome -> show(outcome, job, bar) }) {
                job.run { now ->
                    val remaining = now.remaining().takeUnless { it.isZero }
                    bar.update(now.done().toLong(), now.total().toLong(), now.elapsed(), remaining)
                }
            }
        }

    override fun <T> run(work: LongWork<T>): T =
        withBar(work.title) { bar ->
            stoppable(onStopped = { outcome -> show(outcome, work, bar) }) {
                val start = System.nanoTime()
                work.runTimed { done, total, left ->
                    bar.update(done, total, Duration.ofNanos(System.nanoTime() - start), left)
                }
            }
        }

    /** The bar opens by itself under work that reports nothing for a while. */
    private fun <T> withBar(title: String, work: (LiveProgress) -> T): T {
        val bar = LiveProgress(title, output)
        val opening = openings.schedule(bar::open, OPENING_MILLIS, TimeUnit.MILLISECONDS)
        return bar.use {
            try {
                work(it)
            } finally {
                opening.cancel(false)
            }
        }
    }

    private fun show(outcome: Result<SweepResult>, job: SweepJob, bar: LiveProgress) {
        val stop = outcome.exceptionOrNull()
        // A sweep that was done when the stop came has its whole result.
        val partial = outcome.getOrNull() ?: (stop as? SweepInterruptedException)?.let(job::partial)
        if (partial != null) bar.replaceWith(partial, below = partial.summary())
    }

    /** What stopped work had finished takes the place of its progress. */
    private fun <T> show(outcome: Result<T>, work: LongWork<T>, bar: LiveProgress) {
        outcome.exceptionOrNull()?.let(work::partial)?.let { bar.replaceWith(it) }
    }
}

/** A little more than it takes a bar to appear by the work's own report. */
private const val OPENING_MILLIS = 500L

private val openings =
    Executors.newSingleThreadScheduledExecutor { task ->
        Thread(task, "miscope progress").apply { isDaemon = true }
    }
