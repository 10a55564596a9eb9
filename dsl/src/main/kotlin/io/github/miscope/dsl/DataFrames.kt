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
 * characters and enum constants are discrete. Dates and times that are named are seconds since
 * 1970, or a point on a circle, [cyclic][DataOptions.cyclic]. Whole numbers above 2^53 that doubles
 * cannot tell apart are taken relative to the column's first one; as levels they are exact. Numbers
 * that came as text because missing values were spelt "?", "-", "#N/A" or the like are numbers, and
 * those are missing; text that is nearly all numbers for another reason, such as "20.3%", is
 * refused.
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
 * Mutual information of the two selected columns: `df.mi { "height" and "age" }`, the first of them
 * X.
 *
 * @param pair selects two columns
 * @throws IllegalArgumentException as `df.mi({ ... }, { ... })`, and if there are not two columns
 */
public fun <T> DataFrame<T>.mi(
    pair: ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any
): MiResult {
    val columns = select("pair", pair).columns
    require(columns.size == 2) {
        "pair must select two columns: ${quoted(columns.map { it.name })}; X and Y of several columns " +
            "are df.mi({ .. }, { .. })"
    }
    val (x, y) = columns.map { Side(it.name, listOf(it)) }
    return estimate(x, y, {}) { names -> select("z") { names } }
}

/**
 * Mutual information of several columns of this frame, by name: `df.mi(listOf("a", "b"),
 * listOf("c", "d"))`.
 *
 * @param x the columns of X: names or columns
 * @param y the columns of Y: names or columns
 * @throws IllegalArgumentException as `df.mi({ ... }, { ... })`
 */
public fun <T> DataFrame<T>.mi(
    x: Iterable<*>,
    y: Iterable<*>,
    options: EstimateBuilder.() -> Unit = {},
): MiResult = mi({ x.toList() }, { y.toList() }, options)

/** Mutual information of several columns with one, by name: `df.mi(listOf("a", "b"), "y")`. */
public fun <T> DataFrame<T>.mi(
    x: Iterable<*>,
    y: String,
    options: EstimateBuilder.() -> Unit = {},
): MiResult = mi({ x.toList() }, { y }, options)

/** Mutual information of one column with several, by name: `df.mi("x", listOf("a", "b"))`. */
public fun <T> DataFrame<T>.mi(
    x: String,
    y: Iterable<*>,
    options: EstimateBuilder.() -> Unit = {},
): MiResult = mi({ x }, { y.toList() }, options)

/** Mutual information of selected columns with one by name: `df.mi({ "a" and "b" }, "y")`. */
public fun <T> DataFrame<T>.mi(
    x: ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any,
    y: String,
    options: EstimateBuilder.() -> Unit = {},
): MiResult = mi(x, { y }, options)

/** Mutual information of one column by name with selected ones: `df.mi("x") { "a" and "b" }`. */
public fun <T> DataFrame<T>.mi(
    x: String,
    y: ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any,
    options: EstimateBuilder.() -> Unit = {},
): MiResult = mi({ x }, y, options)

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
 *   text, booleans and the like in which levels repeat; the result names the others
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
        if (columns == null) usableColumns()
        else UsableColumns(select("columns", columns).columns, emptyList()),
        PairsBuilder().filled(options),
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
 * Mutual information of every pair of the given columns: `df.miMatrix(listOf("height", "weight"))`.
 *
 * @param columns names or columns
 * @throws IllegalArgumentException as `df.miMatrix { ... }`
 */
public fun <T> DataFrame<T>.miMatrix(
    columns: Iterable<*>,
    options: PairsBuilder.() -> Unit = {},
): MiMatrix = miMatrix({ columns.toList() }, options)

/**
 * Ranks columns by their mutual information with a target: `df.miRank("species")`.
 *
 * @param target the name of the target's column
 * @param features selects the columns to rank, as in `df.mi`; if not given, all others of numbers,
 *   and those of text, booleans and the like in which levels repeat; the result names the rest
 * @param given names or columns Z, for a ranking by I(X;Y|Z): what each column tells beside them,
 *   `df.miRank("yield", given = listOf("rain"))`
 * @param options the estimator, interval (95 % if not given, for up to 100 features), p-value and
 *   its adjustment, unit, missing values
 * @return one estimate per feature, the largest first
 * @throws IllegalArgumentException as `df.mi({ ... }, { ... })`, and if there is no feature
 * @throws io.github.miscope.estimator.EstimationInterruptedException if the thread is interrupted
 */
public fun <T> DataFrame<T>.miRank(
    target: String,
    features: (ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any)? = null,
    given: Iterable<*> = emptyList<String>(),
    options: PairsBuilder.() -> Unit = {},
): MiRank {
    val column = select("target") { target }.columns.single()
    val names = given.toList()
    val condition = if (names.isEmpty()) null else select("given") { names }
    condition?.let { refuseShared("target", columnSide(this[target]), "given", it) }
    val known = condition?.columns.orEmpty().map { it.name }
    val others =
        if (features == null)
            known.fold(usableColumns().without(column.name)) { all, z -> all.without(z) }
        else UsableColumns(select("features", features).columns, emptyList())
    return rank(column, others, PairsBuilder().filled(options), condition)
}

/**
 * Ranks the given columns: `df.miRank("species", listOf("height", "weight"))`.
 *
 * @param features names or columns
 * @throws IllegalArgumentException as `df.miRank("target")`
 */
public fun <T> DataFrame<T>.miRank(
    target: String,
    features: Iterable<*>,
    options: PairsBuilder.() -> Unit = {},
): MiRank = miRank(target, { features.toList() }, options = options)

/**
 * Ranks the named columns: `df.miRank("species", "height", "weight")`.
 *
 * @throws IllegalArgumentException as `df.miRank("target")`
 */
public fun <T> DataFrame<T>.miRank(
    target: String,
    first: String,
    vararg more: String,
    options: PairsBuilder.() -> Unit = {},
): MiRank = miRank(target, { listOf(first, *more) }, options = options)

/**
 * Ranks columns by their mutual information with a target, by column or accessor:
 * `df.miRank(df["species"])`.
 *
 * @throws IllegalArgumentException as `df.miRank("target")`
 */
public fun <T> DataFrame<T>.miRank(
    target: ColumnReference<*>,
    features: (ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any)? = null,
    options: PairsBuilder.() -> Unit = {},
): MiRank = miRank(target.name(), features, options = options)
