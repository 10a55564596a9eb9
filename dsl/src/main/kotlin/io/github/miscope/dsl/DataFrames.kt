package io.github.miscope.dsl

import org.jetbrains.kotlinx.dataframe.DataColumn
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.ColumnsSelectionDsl
import org.jetbrains.kotlinx.dataframe.columns.ColumnReference

/**
 * Mutual information of columns of this frame, chosen by DataFrame's own selection language or by
 * name: `df.mi({ "height" and "weight" }, { "age" })`.
 *
 * A selector returns columns, a column's name, a property, or a list of those. Columns of numbers
 * (`Double`, `Float`, `Int`, `Long`, `Short`, `Byte`, `BigDecimal`, `BigInteger`) are continuous
 * unless the options call them [discrete][DataOptions.discrete]; columns of text, booleans,
 * characters and enum constants are discrete.
 *
 * @param x selects the columns of X
 * @param y selects the columns of Y
 * @param options estimators, what is given, interval, p-value, unit, missing values
 * @return one estimate per estimator
 * @throws IllegalArgumentException if a column is not there, of another type, infinite somewhere,
 *   chosen twice or in both X and Y; if a value is missing (without `missing(DROP)`); if there are
 *   fewer than 2 rows; or if the data do not suit an estimator (for instance k >= n)
 * @throws io.github.miscope.estimator.EstimationInterruptedException if the thread is interrupted
 */
public fun <T> DataFrame<T>.mi(
    x: ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any,
    y: ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any,
    options: EstimateBuilder.() -> Unit = {},
): MiResult = estimate(select("x", x), select("y", y), options) { names -> select("z") { names } }

/**
 * Mutual information of two columns of this frame, by name: `df.mi("height", "age")`.
 *
 * @throws IllegalArgumentException as `df.mi({ ... }, { ... })`
 */
public fun <T> DataFrame<T>.mi(
    x: String,
    y: String,
    options: EstimateBuilder.() -> Unit = {},
): MiResult = mi({ x }, { y }, options)

/**
 * Mutual information of several columns of this frame, by name.
 *
 * @param x the names of the columns of X
 * @param y the names of the columns of Y
 * @throws IllegalArgumentException as `df.mi({ ... }, { ... })`
 */
public fun <T> DataFrame<T>.mi(
    x: Iterable<String>,
    y: Iterable<String>,
    options: EstimateBuilder.() -> Unit = {},
): MiResult = mi({ x.toList() }, { y.toList() }, options)

/**
 * Mutual information of two columns of this frame, by column or accessor.
 *
 * @throws IllegalArgumentException as `df.mi({ ... }, { ... })`
 */
public fun <T> DataFrame<T>.mi(
    x: ColumnReference<*>,
    y: ColumnReference<*>,
    options: EstimateBuilder.() -> Unit = {},
): MiResult = mi({ x }, { y }, options)

/**
 * Mutual information of two columns: `mi(df["height"], df["age"])`.
 *
 * @throws IllegalArgumentException as `df.mi({ ... }, { ... })`, and if lengths differ
 */
public fun mi(
    x: DataColumn<*>,
    y: DataColumn<*>,
    options: EstimateBuilder.() -> Unit = {},
): MiResult = estimate(columnSide(x), columnSide(y), options)

/**
 * Mutual information of every pair of columns of this frame.
 *
 * @param columns selects the columns, as in `df.mi`; if not given, all of numbers, and those of
 *   text, booleans and the like in which levels repeat
 * @param options the estimator, interval, p-value and its adjustment, unit, missing values
 * @return one estimate per pair
 * @throws IllegalArgumentException as `df.mi({ ... }, { ... })`, and if there are fewer than 2
 *   columns
 * @throws io.github.miscope.estimator.EstimationInterruptedException if the thread is interrupted
 */
public fun <T> DataFrame<T>.miMatrix(
    columns: (ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any)? = null,
    options: PairsBuilder.() -> Unit = {},
): MiMatrix =
    matrix(
        if (columns == null) usableColumns() else select("columns", columns).columns,
        PairsBuilder().apply(options),
    )

/**
 * Mutual information of every pair of the named columns: `df.miMatrix("height", "weight", "age")`.
 *
 * @throws IllegalArgumentException as `df.miMatrix { ... }`
 */
public fun <T> DataFrame<T>.miMatrix(
    first: String,
    second: String,
    vararg more: String,
    options: PairsBuilder.() -> Unit = {},
): MiMatrix = miMatrix({ listOf(first, second, *more) }, options)

/**
 * Ranks columns by their mutual information with a target: `df.miRank("species")`.
 *
 * @param target the name of the target's column
 * @param features selects the columns to rank, as in `df.mi`; if not given, all others of numbers,
 *   and those of text, booleans and the like in which levels repeat
 * @param options the estimator, interval (95 % if not given), p-value and its adjustment, unit,
 *   missing values
 * @return one estimate per feature, the largest first
 * @throws IllegalArgumentException as `df.mi({ ... }, { ... })`, and if there is no feature
 * @throws io.github.miscope.estimator.EstimationInterruptedException if the thread is interrupted
 */
public fun <T> DataFrame<T>.miRank(
    target: String,
    features: (ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any)? = null,
    options: PairsBuilder.() -> Unit = {},
): MiRank {
    val column = select("target") { target }.columns.single()
    val others =
        if (features == null) usableColumns().filter { it.name != column.name }
        else select("features", features).columns
    return rank(column, others, PairsBuilder().apply(options))
}
