package io.github.miscope.dsl

import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.inference.Drift
import io.github.miscope.sample.Samples
import io.github.miscope.sample.Seed
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.ColumnsSelectionDsl

/** Options of a study of drift: `df.miDrift("x", "y") { estimator(ksg); k(1, 3, 10) }`. */
@MiscopeDsl
public class DriftBuilder internal constructor() : MiscopeBuilder() {
    private var estimator: MutualInformationEstimator = ksgLocal
    private var ks: IntArray? = null
    private var parts: Int? = null
    private var seed: Long? = null
    internal val choices = DataChoices()

    /** The estimator, one with a k: [ksgLocal] if none is given. */
    public fun estimator(estimator: MutualInformationEstimator) {
        Use.ESTIMATOR.take()
        this.estimator = estimator
    }

    /** The numbers of neighbours to compare, each at least 1. */
    public fun k(vararg ks: Int) {
        require(ks.isNotEmpty()) { "k() names no number of neighbours" }
        this.ks = ks
    }

    /** The numbers of neighbours to compare: `k(1..10)`, `k(listOf(1, 3, 10))`. */
    public fun k(ks: Iterable<Int>): Unit = k(*ks.toList().toIntArray())

    /** Into how many parts the data are cut at most, at least 2. */
    public fun parts(most: Int) {
        this.parts = most
    }

    /** What to do with rows that have a missing value: [REFUSE] (the default) or [DROP]. */
    public fun missing(missing: MissingValues): Unit = choices.missing(missing)

    /** What the parts are drawn from: equal seeds give equal results. */
    public fun seed(seed: Long) {
        this.seed = seed
    }

    /** What the parts are drawn from: equal seeds give equal results. */
    public fun seed(seed: Int): Unit = seed(seed.toLong())

    internal fun filled(options: DriftBuilder.() -> Unit): DriftBuilder =
        filledBy(options, Use.ESTIMATOR, Use.UNIT, Use.MISSING)

    internal fun study(paired: Paired): DriftResult {
        var drift = Drift.standard()
        ks?.let { drift = drift.withKs(*it.sorted().distinct().toTypedArray()) }
        parts?.let { drift = drift.withMostParts(it) }
        seed?.let { drift = drift.withSeed(Seed.of(it)) }
        val table =
            MiscopeHooks.run("Study of drift") { done ->
                drift.table(estimator, paired.samples).also { done(1) }
            }
        return DriftResult(table, paired.samples, unit, paired.dropped)
    }
}

/**
 * How the estimate of I(X;Y) drifts with the number of observations, for several numbers of
 * neighbours: from the whole, from halves, thirds, ... (Holmes and Nemenman 2019). An estimate that
 * still drifts at its full n is biased; the k with the smallest error among those that do not drift
 * is the one to take.
 *
 * @param x selects the columns of X, as in `df.mi`
 * @param y selects the columns of Y
 * @param options the estimator and its numbers of neighbours, parts, seed, unit, missing values
 * @throws IllegalArgumentException as `df.mi({ ... }, { ... })`, and if there are too few rows to
 *   cut, or the estimator has no k
 * @throws io.github.miscope.estimator.EstimationInterruptedException if the thread is interrupted
 */
public fun <T> DataFrame<T>.miDrift(
    x: ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any,
    y: ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any,
    options: DriftBuilder.() -> Unit = {},
): DriftResult = drift(select("x", x), select("y", y), options)

/** How the estimate drifts with the number of observations, for two columns by name. */
public fun <T> DataFrame<T>.miDrift(
    x: String,
    y: String,
    options: DriftBuilder.() -> Unit = {},
): DriftResult = miDrift({ x }, { y }, options)

/** How the estimate drifts with the number of observations, for several columns. */
public fun <T> DataFrame<T>.miDrift(
    x: Iterable<*>,
    y: Iterable<*>,
    options: DriftBuilder.() -> Unit = {},
): DriftResult = miDrift({ x.toList() }, { y.toList() }, options)

/** How the estimate drifts with the number of observations, for several columns and one. */
public fun <T> DataFrame<T>.miDrift(
    x: Iterable<*>,
    y: String,
    options: DriftBuilder.() -> Unit = {},
): DriftResult = miDrift({ x.toList() }, { y }, options)

/** How the estimate drifts with the number of observations, for two one-dimensional variables. */
public fun miDrift(
    x: DoubleArray,
    y: DoubleArray,
    options: DriftBuilder.() -> Unit = {},
): DriftResult = drift(side("x", x), side("y", y), options)

/** How the estimate drifts with the number of observations, for samples of the core. */
public fun miDrift(samples: Samples, options: DriftBuilder.() -> Unit = {}): DriftResult =
    DriftBuilder().filled(options).study(Paired(samples, null, 0))

private fun drift(x: Side, y: Side, options: DriftBuilder.() -> Unit): DriftResult {
    val builder = DriftBuilder().filled(options)
    return builder.study(pair(x, y, builder.choices.missing))
}
