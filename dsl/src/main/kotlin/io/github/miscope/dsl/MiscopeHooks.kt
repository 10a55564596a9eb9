package io.github.miscope.dsl

import io.github.miscope.estimator.TrainingProgress
import java.time.Duration
import java.util.function.Supplier

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
    private val block: (progress: Parts) -> T,
) {
    /**
     * Does the work on the calling thread.
     *
     * @param progress called with the number of parts done, and of all
     */
    public fun run(progress: (done: Long, total: Long) -> Unit = { _, _ -> }): T =
        runTimed { done, total, _ ->
            progress(done, total)
        }

    /**
     * Does the work on the calling thread.
     *
     * @param progress called with the number of parts done, that of all, and the estimated time
     *   left; null where nothing is known of it
     */
    public fun runTimed(progress: (done: Long, total: Long, left: Duration?) -> Unit): T {
        val start = System.nanoTime()
        return block(
            object : Parts {
                override fun done(done: Long, total: Long) {
                    val elapsed = System.nanoTime() - start
                    val left = if (done == 0L) null else elapsed.toDouble() / done * (total - done)
                    progress(done, total, left?.let { Duration.ofNanos(it.toLong()) })
                }

                override fun done(done: Long, total: Long, left: Duration?) =
                    progress(done, total, left)
            }
        )
    }

    /** The title. */
    override fun toString(): String = title

    /** What was finished before the work was stopped, to be shown; null if nothing. */
    public fun partial(stop: Throwable): Any? = finished(stop)
}

/** Counts finished parts of work. */
internal interface Parts {
    /** Parts that take about equally long. */
    fun done(done: Long, total: Long)

    /** Parts of work that knows its time left; null if it does not yet. */
    fun done(done: Long, total: Long, left: Duration?)
}

/** Where a host of the DSL, such as the notebook integration, hooks in. */
public object MiscopeHooks {
    /** Surrounds all long work of the DSL, and training by the core; null for nobody. */
    @Volatile
    public var host: MiscopeHost? = null
        set(value) {
            field = value
            TrainingProgress.setHost(if (value == null) null else TrainingHost)
        }

    /**
     * Names of the DSL close to one that does not exist: for hosts that show errors of the
     * compiler.
     *
     * @param name what was written, such as "ksgLocl"
     * @return at most two names, none if none is close
     */
    public fun namesLike(name: String): List<String> = closest(name, dslNames)

    internal fun <T> run(
        title: String,
        steps: Int = 1,
        partial: (Throwable) -> Any? = { null },
        block: (done: (Int) -> Unit) -> T,
    ): T =
        run(LongWork(title, partial) { parts -> block { parts.done(it.toLong(), steps.toLong()) } })

    /** Work that knows how long its parts take. */
    internal fun <T> timed(
        title: String,
        partial: (Throwable) -> Any? = { null },
        block: (Parts) -> T,
    ): T = run(LongWork(title, partial, block))

    /** Work that says by itself of how many parts it consists: [TrainingProgress]. */
    internal fun <T : Any> train(title: String, block: () -> T): T =
        run(LongWork(title) { parts -> TrainingProgress.listen(Passed(parts), block) })

    /** Estimates that repeat others, for intervals and p-values. */
    internal fun <T : Any> repeats(
        title: String,
        permutations: Int,
        partial: (Throwable) -> Any?,
        block: () -> T,
    ): T =
        run(
            LongWork(title, partial) { parts ->
                TrainingProgress.listen(Repeats(permutations.toLong(), parts), block)
            }
        )

    /** An estimate that says nothing of itself: its loops are watched, one after the other. */
    internal fun <T : Any> watch(title: String, block: () -> T): T =
        run(LongWork(title) { parts -> TrainingProgress.listenClosely(Loops(parts), block) })

    private fun <T> run(work: LongWork<T>): T = host?.run(work) ?: work.run()

    private object TrainingHost : TrainingProgress.Host {
        override fun <T : Any> run(title: String, work: Supplier<T>): T =
            MiscopeHooks.run(
                LongWork(title) { parts -> TrainingProgress.listen(Passed(parts), work) }
            )
    }
}

/** Passes reports on. */
private class Passed(private val parts: Parts) : TrainingProgress.Listener {
    override fun update(done: Long, total: Long) = parts.done(done, total)
}

/** Adds up repeats for standard errors and those for p-values, which come last. */
private class Repeats(private val permutations: Long, private val parts: Parts) :
    TrainingProgress.Listener {
    private var before = 0L
    private var done = 0L
    private var total = 0L

    override fun update(done: Long, total: Long) {
        if (total != this.total || done <= this.done) before += this.total
        this.done = done
        this.total = total
        val toCome = if (total == permutations) 0 else permutations
        parts.done(before + done, before + total + toCome)
    }
}

/** Adds up the loops of an estimate, of which each counts as 100 parts. */
private class Loops(private val parts: Parts) : TrainingProgress.Listener {
    private var before = 0L
    private var share = 0L
    private var total = 0L

    override fun update(done: Long, total: Long) {
        val now = PERCENT * done / total
        if (this.total != 0L && (total != this.total || now < share)) before += PERCENT
        share = now
        this.total = total
        parts.done(before + share, before + PERCENT)
    }

    private companion object {
        const val PERCENT = 100L
    }
}
