package io.github.miscope.dsl

import io.github.miscope.estimator.EntropyEstimate
import io.github.miscope.estimator.EntropyEstimator
import io.github.miscope.sample.Variable
import org.jetbrains.kotlinx.dataframe.DataColumn
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.ColumnsSelectionDsl
import org.jetbrains.kotlinx.multik.ndarray.data.Dimension
import org.jetbrains.kotlinx.multik.ndarray.data.MultiArray

/** Options of an entropy: `entropy(x) { estimator(knnEntropy(k = 5)); bits() }`. */
@MiscopeDsl
public class EntropyBuilder internal constructor() : MiscopeBuilder() {
    internal val estimators = mutableListOf<EntropyEstimator>()
    internal val choices = DataChoices()

    /**
     * Adds an estimator. With none, [knnEntropy] serves for continuous columns, and
     * [discreteEntropy] for discrete ones.
     */
    public fun estimator(estimator: EntropyEstimator): Unit = estimators(listOf(estimator))

    /** Adds estimators, to be compared. */
    public fun estimators(vararg estimators: EntropyEstimator): Unit =
        estimators(estimators.toList())

    /** Adds estimators, to be compared. */
    public fun estimators(estimators: Iterable<EntropyEstimator>) {
        Use.ENTROPY.take()
        this.estimators += estimators
    }

    /** What to do with rows that have a missing value: [REFUSE] (the default) or [DROP]. */
    public fun missing(missing: MissingValues): Unit = choices.missing(missing)

    /** Takes columns of numbers as levels, of which only equality counts. */
    public fun discrete(vararg columns: String): Unit = choices.discrete(*columns)

    /** Takes columns of numbers as levels, of which only equality counts. */
    public fun discrete(columns: Iterable<String>): Unit = choices.discrete(columns)

    internal fun filled(options: EntropyBuilder.() -> Unit): EntropyBuilder =
        filledBy(options, Use.ENTROPY, Use.UNIT, Use.MISSING)
}

/**
 * The differential entropy h(X) of n numbers.
 *
 * @param x n observations
 * @param options estimators and unit
 * @return one estimate per estimator
 * @throws IllegalArgumentException if n < 2, a value is NaN (without `missing(DROP)`) or infinite,
 *   or the data do not suit an estimator
 */
public fun entropy(x: DoubleArray, options: EntropyBuilder.() -> Unit = {}): EntropyResult =
    entropy(side("x", x), options)

/**
 * The joint differential entropy h(X) of vectors, given by rows.
 *
 * @param x n rows of d values
 * @throws IllegalArgumentException as `entropy(DoubleArray)`, and if rows differ in length
 */
public fun entropy(x: Array<DoubleArray>, options: EntropyBuilder.() -> Unit = {}): EntropyResult =
    entropy(side("x", x), options)

/**
 * The joint entropy of columns of this frame, selected as in `df.mi`: differential, h(X), of
 * numbers; Shannon's, H(X), of levels.
 *
 * @throws IllegalArgumentException as `df.mi({ ... }, { ... })`, and if there are columns of both
 *   kinds
 */
public fun <T> DataFrame<T>.entropy(
    x: ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any,
    options: EntropyBuilder.() -> Unit = {},
): EntropyResult = entropy(select("x", x), options)

/** The entropy of a column of this frame, by name. */
public fun <T> DataFrame<T>.entropy(
    x: String,
    options: EntropyBuilder.() -> Unit = {},
): EntropyResult = entropy({ x }, options)

/** The joint entropy of columns of this frame, by name: `df.entropy("height", "weight")`. */
public fun <T> DataFrame<T>.entropy(
    x: String,
    vararg more: String,
    options: EntropyBuilder.() -> Unit = {},
): EntropyResult = entropy({ listOf(x, *more) }, options)

/** The joint entropy of columns of this frame: `df.entropy(listOf("height", "weight"))`. */
public fun <T> DataFrame<T>.entropy(
    x: Iterable<*>,
    options: EntropyBuilder.() -> Unit = {},
): EntropyResult = entropy({ x.toList() }, options)

/** The entropy of a column: `entropy(df["height"])`. */
public fun entropy(x: DataColumn<*>, options: EntropyBuilder.() -> Unit = {}): EntropyResult =
    entropy(columnSide(x), options)

/** The entropy of a list of numbers, or of levels such as text and booleans. */
public fun entropy(x: Iterable<*>, options: EntropyBuilder.() -> Unit = {}): EntropyResult =
    entropy(side("x", x), options)

/** The joint entropy of a Multik array: n values, or n rows of d values. */
public fun entropy(
    x: MultiArray<out Number, out Dimension>,
    options: EntropyBuilder.() -> Unit = {},
): EntropyResult = entropy(side("x", x), options)

/** The entropy of a variable of the core. */
public fun entropy(x: Variable, options: EntropyBuilder.() -> Unit = {}): EntropyResult =
    entropy(x, 0, EntropyBuilder().filled(options))

private fun entropy(given: Side, options: EntropyBuilder.() -> Unit): EntropyResult {
    val builder = EntropyBuilder().filled(options)
    val side = builder.choices.apply(listOf(given)).single()
    val gaps = side.columns.filter { it.missing > 0 }
    if (gaps.isEmpty()) return entropy(side.toVariable(null), 0, builder)
    require(builder.choices.missing.leavesOut) { missingMessage(gaps, side.rows) }
    val kept = complete(listOf(side), gaps)
    return entropy(side.toVariable(kept), side.rows - kept.size, builder)
}

private fun entropy(x: Variable, dropped: Int, builder: EntropyBuilder): EntropyResult {
    val estimators =
        builder.estimators.ifEmpty { listOf(if (x.isDiscrete) discreteEntropy else knnEntropy) }
    val finished = mutableListOf<EntropyEstimate>()
    fun result() = EntropyResult(finished.toList(), x, builder.unit, dropped)
    return MiscopeHooks.run(
        "Entropy",
        estimators.size,
        partial = { if (finished.isEmpty()) null else result() },
    ) { done ->
        for (estimator in estimators) {
            finished += estimator.estimate(x)
            done(finished.size)
        }
        result()
    }
}
