package io.github.miscope.dsl

import io.github.miscope.benchmark.Benchmark
import io.github.miscope.benchmark.Suite
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.plan.RunOptions
import io.github.miscope.task.Task

/**
 * Options of a benchmark. Everything has a default: the suite [beyondNormal], the estimator [auto],
 * each suite's own numbers of samples and trials, seed 0, all processors.
 */
@MiscopeDsl
public class BenchmarkBuilder internal constructor() : TrialsBuilder(RunningChoices()) {
    private val suites = mutableListOf<Suite>()
    private val tasks = mutableListOf<Task>()

    /**
     * Adds the tasks of a suite: [beyondNormal], [images], ... or one of your own. A task that is
     * in several suites is run once.
     */
    public fun suite(suite: Suite) {
        Use.SUITE.take()
        suites += suite
    }

    /** Adds the tasks of several suites, as [suite]. */
    public fun suites(vararg suites: Suite): Unit = suites.forEach { suite(it) }

    /**
     * Adds tasks that need not be in a suite: `tasks(correlatedGaussians(5, 0.6),
     * customTask(...))`. They have 1000 samples and 3 trials unless [samples] and [trials] say
     * otherwise.
     */
    public fun tasks(vararg tasks: Task) {
        Use.TASK.take()
        this.tasks += tasks
    }

    internal fun filled(options: BenchmarkBuilder.() -> Unit): BenchmarkBuilder =
        filledBy(options, Use.ESTIMATOR, Use.UNIT, Use.SUITE, Use.TASK)

    internal fun job(): BenchmarkJob {
        val choice = choice()
        val all = suites + listOfNotNull(ownSuite())
        var suite = if (all.isEmpty()) beyondNormal else all.reduce { one, other -> one.and(other) }
        samples?.let { suite = suite.withSamples(it) }
        trials?.let { suite = suite.withTrials(it) }
        val plan = Benchmark.of(suite, choice.estimators).withSeed(seed)
        return BenchmarkJob(plan, run, unit, choice.reason?.plus(BY_VIEWS))
    }

    private fun ownSuite(): Suite? =
        if (tasks.isEmpty()) null else Suite.of("tasks", DEFAULT_SAMPLES, DEFAULT_TRIALS, tasks)

    private companion object {
        const val DEFAULT_SAMPLES = 1000
        const val DEFAULT_TRIALS = 3
    }
}

/** A benchmark and how it is to be run and shown. */
internal class BenchmarkJob(
    val plan: Benchmark,
    val options: RunOptions,
    val unit: InformationUnit,
    val choice: String?,
)
