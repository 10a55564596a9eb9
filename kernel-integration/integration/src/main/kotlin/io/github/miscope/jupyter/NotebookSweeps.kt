package io.github.miscope.jupyter

import io.github.miscope.dsl.SweepHost
import io.github.miscope.dsl.SweepJob
import io.github.miscope.dsl.SweepResult
import io.github.miscope.sweep.SweepInterruptedException

/**
 * Runs sweeps in a cell: a progress bar while they run, which goes when the result is there. When
 * the cell is stopped, the plot of what was finished takes its place, with the table below.
 */
internal class NotebookSweeps(private val output: NotebookOutput) : SweepHost {
    override fun run(job: SweepJob): SweepResult {
        val bar = LiveProgress("Sweep of ${job.sweep.cells()} estimates", output)
        return bar.use {
            stoppable(onStopped = { outcome -> show(outcome, job, bar) }) {
                job.run { now ->
                    val remaining = now.remaining().takeUnless { it.isZero }
                    bar.update(now.done().toLong(), now.total().toLong(), now.elapsed(), remaining)
                }
            }
        }
    }

    private fun show(outcome: Result<SweepResult>, job: SweepJob, bar: LiveProgress) {
        val stop = outcome.exceptionOrNull()
        // A sweep that was done when the stop came has its whole result.
        val partial = outcome.getOrNull() ?: (stop as? SweepInterruptedException)?.let(job::partial)
        if (partial != null) {
            bar.replaceWith(partial)
            output.display(partial.summary(), null)
        }
    }
}
