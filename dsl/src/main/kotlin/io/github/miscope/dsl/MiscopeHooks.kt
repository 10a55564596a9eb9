package io.github.miscope.dsl

import io.github.miscope.estimator.TrainingProgress

/**
 * Surrounds all long work of the DSL in this process: for notebooks and other hosts that show
 * progress, and that stop work in their own way.
 */
public interface MiscopeHost {
    /**
     * Runs a sweep, by [SweepJob.run].
     *
     * @return what [SweepJob.run] returned
     */
    public fun run(job: SweepJob): SweepResult

    /**
     * Runs other work, by [LongWork.run].
     *
     * @return what [LongWork.run] returned
     */
    public fun <T> run(work: LongWork<T>): T
}

/**
 * Work that may take long: estimates with intervals and p-values, matrices, rankings, training.
 *
 * @property title what is under way, in a few words
 */
public class LongWork<T>
internal constructor(
    public val title: String,
    private val finished: (Throwable) -> Any? = { null },
    private val block: (progress: (done: Long, total: Long) -> Unit) -> T,
) {
    /**
     * Does the work on the calling thread.
     *
     * @param progress hears how many parts are done, and of how many
     */
    public fun run(progress: (done: Long, total: Long) -> Unit = { _, _ -> }): T = block(progress)

    /** What was finished before the work was stopped, to be shown; null if nothing. */
    public fun partial(stop: Throwable): Any? = finished(stop)
}

/** Where a host of the DSL, such as the notebook integration, hooks in. */
public object MiscopeHooks {
    /** Surrounds all long work of the DSL; null for nobody. */
    @Volatile public var host: MiscopeHost? = null

    internal fun <T> run(
        title: String,
        steps: Int = 1,
        partial: (Throwable) -> Any? = { null },
        block: (done: (Int) -> Unit) -> T,
    ): T =
        run(
            LongWork(title, partial) { progress -> block { progress(it.toLong(), steps.toLong()) } }
        )

    /** Work that says by itself of how many parts it consists: [TrainingProgress]. */
    internal fun <T : Any> train(title: String, block: () -> T): T =
        run(LongWork(title) { progress -> TrainingProgress.listen(progress, block) })

    private fun <T> run(work: LongWork<T>): T = host?.run(work) ?: work.run()
}
