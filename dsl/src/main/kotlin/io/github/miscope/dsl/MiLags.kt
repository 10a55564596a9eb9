package io.github.miscope.dsl

import io.github.miscope.series.LagInterruptedException as StoppedLags
import io.github.miscope.series.LagTable
import kotlin.jvm.optionals.getOrNull
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.columns.ColumnReference

/**
 * Mutual information of two series against the lag: `df.miLag("rain", "river", 0..30)`. Rows are in
 * order of time, with equal steps; at lag 3, each x is paired with the y three rows later.
 *
 * The band shows what independent series with the same memory would give: estimates from
 * surrogates, in which x is shifted against y: 200, or as many as there are where shifts are as far
 * apart as the lags reach, of n rows n / (reach + 1) - 1. A p-value for each lag alone stands
 * beside one that accounts for all lags.
 *
 * @param x the name of a column of numbers or levels
 * @param y the name of another one
 * @param lags how many rows y is later than x; negative where x is later
 * @param options estimator, surrogates, transfer entropy, what is given, unit
 * @return an estimate for each lag
 * @throws IllegalArgumentException if a column is not there, a value is missing, lags leave no rows
 *   or repeat, or the series is too short for surrogates
 * @throws LagInterruptedException if the thread is interrupted after all lags are estimated; it
 *   carries what was finished
 */
public fun <T> DataFrame<T>.miLag(
    x: String,
    y: String,
    lags: Iterable<Int>,
    options: LagBuilder.() -> Unit = {},
): LagResult {
    val builder = LagBuilder().filled(options)
    val given = builder.given.takeIf { it.isNotEmpty() }?.let { names -> select("z") { names } }
    return lags(select("x") { x }, select("y") { y }, given, lags, builder)
}

/** Mutual information of two series against the lag, by column or accessor. */
public fun <T> DataFrame<T>.miLag(
    x: ColumnReference<*>,
    y: ColumnReference<*>,
    lags: Iterable<Int>,
    options: LagBuilder.() -> Unit = {},
): LagResult = miLag(x.name(), y.name(), lags, options)

/** Mutual information of two series against the lag: `miLag(x, y, -10..10)`. */
public fun miLag(
    x: DoubleArray,
    y: DoubleArray,
    lags: Iterable<Int>,
    options: LagBuilder.() -> Unit = {},
): LagResult {
    val builder = LagBuilder().filled(options)
    require(builder.given.isEmpty()) {
        "given(${builder.given.joinToString { quoted(it) }}) names columns, but the data are not " +
            "columns of one frame"
    }
    return lags(side("x", x), side("y", y), null, lags, builder)
}

private fun lags(x: Side, y: Side, z: Side?, lags: Iterable<Int>, builder: LagBuilder): LagResult {
    val sides = builder.choices.apply(listOfNotNull(x, y, z))
    val gaps = sides.flatMap { it.columns }.filter { it.missing > 0 }
    require(gaps.isEmpty()) {
        val names = gaps.joinToString { "${quoted(it.name)} (${it.missing})" }
        "missing values in $names of ${x.rows} rows: rows of a series cannot be left out, since " +
            "lags count them; fill the values in"
    }
    refuseShared("x", sides[0], "y", sides[1])
    val variables = sides.map { it.toVariable(null) }
    val plan =
        builder.plan(variables[0], variables[1], variables.getOrNull(2), lags.toList().toIntArray())
    fun result(table: LagTable) = LagResult(table, x.name, y.name, builder.unit)
    return MiscopeHooks.timed(
        "Scan of ${plan.lags().size} lags",
        partial = { (it as? LagInterruptedException)?.finished },
    ) { parts ->
        try {
            result(plan.run(builder.running.options(parts)))
        } catch (e: StoppedLags) {
            val finished = e.finished().getOrNull() ?: throw e
            throw LagInterruptedException(result(finished), e.cause as InterruptedException)
        }
    }
}
