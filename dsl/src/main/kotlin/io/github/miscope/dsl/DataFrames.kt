package io.github.miscope.dsl

import org.jetbrains.kotlinx.dataframe.DataColumn
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.ColumnsSelectionDsl
import org.jetbrains.kotlinx.dataframe.columns.ColumnReference

/**
 * Mutual information of columns of this frame, chosen by DataFrame's own selection language or by
 * name: `df.mi({ "height" and "weight" }, { "age" })`.
 *
 * A selector returns columns, a column's name, a property, or a list of those. Numeric columns of
 * any kind serve: `Double`, `Float`, `Int`, `Long`, `Short`, `Byte`, `BigDecimal`, `BigInteger`.
 *
 * @param x selects the columns of X
 * @param y selects the columns of Y
 * @param options estimators, unit and what to do with missing values
 * @return one estimate per estimator
 * @throws IllegalArgumentException if a column is not there, not numeric, infinite somewhere,
 *   chosen twice or in both X and Y; if a value is missing (without `missing(DROP)`); if there are
 *   fewer than 2 rows; or if the data do not suit an estimator (for instance k >= n)
 * @throws io.github.miscope.estimator.EstimationInterruptedException if the thread is interrupted
 */
public fun <T> DataFrame<T>.mi(
    x: ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any,
    y: ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any,
    options: EstimateBuilder.() -> Unit = {},
): MiResult = estimate(select("x", x), select("y", y), options)

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
 * @param columns selects the columns, as in `df.mi`; all numeric ones if not given
 * @param options the estimator, the unit and what to do with missing values
 * @return one estimate per pair
 * @throws IllegalArgumentException as `df.mi({ ... }, { ... })`, and if there are fewer than 2
 *   columns
 * @throws io.github.miscope.estimator.EstimationInterruptedException if the thread is interrupted
 */
public fun <T> DataFrame<T>.miMatrix(
    columns: (ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any)? = null,
    options: MatrixBuilder.() -> Unit = {},
): MiMatrix =
    matrix(
        if (columns == null) numericColumns() else select("columns", columns).columns,
        MatrixBuilder().apply(options),
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
    options: MatrixBuilder.() -> Unit = {},
): MiMatrix = miMatrix({ listOf(first, second, *more) }, options)

private fun matrix(columns: List<NamedColumn>, builder: MatrixBuilder): MiMatrix {
    require(columns.size >= 2) {
        "a matrix needs at least 2 numeric columns: there " +
            if (columns.isEmpty()) "is none" else "is only \"${columns.single().name}\""
    }
    val gaps = columns.filter { it.missing > 0 }
    require(gaps.isEmpty() || builder.missing == MissingValues.DROP) {
        missingMessage(gaps, columns.first().values.size)
    }
    val choice = builder.choice()
    val pairs =
        columns.indices.flatMap { i ->
            (i + 1 until columns.size).map { j ->
                val paired =
                    pair(
                        Side(columns[i].name, listOf(columns[i])),
                        Side(columns[j].name, listOf(columns[j])),
                        builder.missing,
                    )
                MiPair(
                    columns[i].name,
                    columns[j].name,
                    choice.estimators.single().estimate(paired.samples),
                    paired.dropped,
                )
            }
        }
    return MiMatrix(columns.map { it.name }, pairs, builder.unit, choice.reason)
}
