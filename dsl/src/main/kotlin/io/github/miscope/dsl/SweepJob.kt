package io.github.miscope.dsl

import io.github.miscope.dsl.result.SweepData
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.plan.Progress
import io.github.miscope.plan.RunOptions
import io.github.miscope.sweep.Sweep
import io.github.miscope.sweep.SweepInterruptedException
import io.github.miscope.sweep.SweepTable

/**
 * A sweep and how it is to be run and shown.
 *
 * @property sweep the plan
 */
public class SweepJob
internal constructor(
    public val sweep: Sweep,
    private val options: RunOptions,
    private val unit: InformationUnit,
    private val choice: String?,
    private val dropped: Int,
    private val notes: List<String>,
) {
    /**
     * Runs the sweep on the calling thread.
     *
     * @param progress receives the progress several times a second; so does the user's own listener
     * @throws SweepInterruptedException if the thread is interrupted; [partial] shows what it holds
     */
    public fun run(progress: Progress = Progress.none()): SweepResult {
        val own = options.progress()
        val both =
            options.withProgress { snapshot ->
                own.update(snapshot)
                progress.update(snapshot)
            }
        return result(sweep.run(both))
    }

    /** What was finished before an interruption. */
    public fun partial(stop: SweepInterruptedException): SweepResult = result(stop.finished())

    /** What is to be swept, and in how many cells. */
    override fun toString(): String = "${sweep.taskLabel()}, ${sweep.cells()} cells"

    private fun result(table: SweepTable) =
        SweepResult(SweepData(table, unit, choice, dropped, notes))
}
