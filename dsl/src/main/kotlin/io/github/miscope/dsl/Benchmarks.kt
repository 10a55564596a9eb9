package io.github.miscope.dsl

import io.github.miscope.benchmark.Benchmark
import io.github.miscope.benchmark.BenchmarkInterruptedException
import io.github.miscope.benchmark.BenchmarkTable
import io.github.miscope.benchmark.Suite
import io.github.miscope.benchmark.Suites
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.estimator.MutualInformationEstimator

/**
 * Runs estimators on tasks of known mutual information: `benchmark { suite(beyondNormal);
 * estimators(auto, ksg, ksgGlobalLinf) }`.
 *
 * @param options suites and estimators; everything has a default, see [BenchmarkBuilder]
 * @return the leaderboard, errors by task and estimator, and the rows
 * @throws IllegalArgumentException if an option is out of range or does not apply; the message
 *   names it
 * @throws BenchmarkInterruptedException if the thread is interrupted; it carries the finished rows
 */
public fun benchmark(options: BenchmarkBuilder.() -> Unit): BenchmarkResult {
    val job = BenchmarkBuilder().filled(options).job()
    fun result(table: BenchmarkTable) = BenchmarkResult(table, job.unit, job.choice)
    return MiscopeHooks.timed(
        "Benchmark of ${job.plan.cells()} estimates",
        partial = {
            (it as? BenchmarkInterruptedException)?.let { stop -> result(stop.finished()) }
        },
    ) { parts ->
        val own = job.options.progress()
        val run =
            job.options.withProgress { now ->
                own.update(now)
                val left = now.remaining().takeUnless { it.isZero }
                parts.done(now.done().toLong(), now.total().toLong(), left)
            }
        result(job.plan.run(run))
    }
}

/**
 * Describes a benchmark without running it. What is about running and showing (threads, progress,
 * checkpoint, unit) is not part of the plan.
 *
 * @param options suites and estimators; everything has a default
 * @return the plan; `run()` gives its table, which [toResult] makes into figures
 */
public fun benchmarkPlan(options: BenchmarkBuilder.() -> Unit): Benchmark =
    BenchmarkBuilder().filled(options).job().plan

/** The figures and frames of a table that the core has made. */
public fun BenchmarkTable.toResult(unit: InformationUnit = NATS): BenchmarkResult =
    BenchmarkResult(this, unit, null)

/**
 * The forty tasks of "Beyond Normal" (Czyż et al. 2023, arXiv:2306.11078), n = 1000, three trials.
 */
public val beyondNormal: Suite
    get() = Use.SUITE.of(Suites.beyondNormal())

/** The twenty-six tasks of the second version of that benchmark, n = 1000, three trials. */
public val beyondNormal2: Suite
    get() = Use.SUITE.of(Suites.beyondNormal2())

/**
 * Pairs of images of spots and of rectangles, 16 x 16 pixels, whose places share 0 to 4 nats
 * (Butakov et al. 2024, arXiv:2305.08013), n = 1000, three trials.
 */
public val images: Suite
    get() = Use.SUITE.of(Suites.images())

/**
 * Few intrinsic dimensions (1, 5, 9) in many ambient ones (100, 1000), by smooth random networks, n
 * = 2000, three trials.
 */
public val ambientIntrinsic: Suite
    get() = Use.SUITE.of(Suites.ambientIntrinsic())

/** Tasks of other dimensions, shapes and nuisances than Beyond Normal, n = 1000, three trials. */
public val ourHeldOut: Suite
    get() = Use.SUITE.of(Suites.ourHeldOut())

/** The tasks of section 4 of Sisak's thesis (2024), n = 10 000, one trial. */
public val sisak: Suite
    get() = Use.SUITE.of(Suites.sisak())

/**
 * The rows of Table 2 of "Towards Robust Scale-Invariant Mutual Information Estimators": additive
 * Gaussian noise, 40 trials.
 */
public val scalePaperTable2: Suite
    get() = Use.SUITE.of(Suites.scalePaperTable2())

/** The rows of Table 3 of that paper: correlated Gaussians, 40 trials. */
public val scalePaperTable3: Suite
    get() = Use.SUITE.of(Suites.scalePaperTable3())

/**
 * The estimators of both tables that search neighbours, under the paper's names: KSG, BI-KSG,
 * KSG-Local, KSG-Global and KSG-Global-Linf. The relative scale of the last two multiplies X, which
 * the paper leaves open.
 */
public val scalePaperEstimators: List<MutualInformationEstimator>
    get() = Suites.scalePaperEstimators()
