package io.github.miscope.dsl

import io.github.miscope.selection.MiSelection
import io.github.miscope.selection.SelectionInterruptedException as StoppedSelection
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.ColumnsSelectionDsl
import org.jetbrains.kotlinx.dataframe.columns.ColumnReference

/**
 * Chooses columns that tell of a target together, one by one: `df.miSelect("yield", most = 5)`.
 * Each is the one that adds most to those chosen before; a column that repeats one of them adds
 * nothing. The result says from which step on nothing significant is added.
 *
 * By default a column's worth is the smallest I(X;Y|S) over the chosen columns S, [CMIM]; [by]
 * [SelectBuilder.by] takes [JMI] or [MRMR]. 1000 columns of 500 rows take some 5 s on two cores.
 *
 * @param target the name of the target's column
 * @param most how many columns are chosen at most
 * @param features selects the columns to choose from, as in `df.mi`; if not given, all others of
 *   numbers, and those of text, booleans and the like in which levels repeat; the result names the
 *   rest
 * @param options criterion, estimators, tests, missing values, unit
 * @return the chosen columns in their order
 * @throws IllegalArgumentException as `df.mi({ ... }, { ... })`, and if there is no feature, or
 *   most < 1
 * @throws SelectionInterruptedException if the thread is interrupted; it carries what was finished
 */
public fun <T> DataFrame<T>.miSelect(
    target: String,
    most: Int = 10,
    features: (ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any)? = null,
    options: SelectBuilder.() -> Unit = {},
): SelectResult {
    val column = select("target") { target }.columns.single()
    val others =
        if (features == null) usableColumns().without(column.name)
        else UsableColumns(select("features", features).columns, emptyList())
    return selection(column, others, most, SelectBuilder().filled(options))
}

/**
 * Chooses among the given columns: `df.miSelect("yield", listOf("rain", "soil"))`.
 *
 * @param features names or columns
 * @throws IllegalArgumentException as `df.miSelect("target")`
 */
public fun <T> DataFrame<T>.miSelect(
    target: String,
    features: Iterable<*>,
    most: Int = 10,
    options: SelectBuilder.() -> Unit = {},
): SelectResult = miSelect(target, most, { features.toList() }, options)

/**
 * Chooses columns that tell of a target, by column or accessor: `df.miSelect(df["yield"])`.
 *
 * @throws IllegalArgumentException as `df.miSelect("target")`
 */
public fun <T> DataFrame<T>.miSelect(
    target: ColumnReference<*>,
    most: Int = 10,
    features: (ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any)? = null,
    options: SelectBuilder.() -> Unit = {},
): SelectResult = miSelect(target.name(), most, features, options)

private fun selection(
    target: NamedColumn,
    given: UsableColumns,
    most: Int,
    builder: SelectBuilder,
): SelectResult {
    require(most >= 1) { "most must be >= 1: most=$most" }
    val doubted = given.columns.filter { it.doubt != null }
    val leftOut = given.leftOut + doubted.map { LeftOutColumn(it.name, it.doubt!!) }
    val features = given.columns - doubted.toSet()
    require(features.isNotEmpty()) {
        "there is no column to choose beside ${quoted(target.name)}" +
            (leftOutText(leftOut)?.let { ": ${it.trimEnd('.')}" } ?: "")
    }
    require(features.none { it.name == target.name }) {
        "the column ${quoted(target.name)} is target and feature: take it out of one"
    }
    val side = builder.choices.apply(listOf(Side("columns", features + target))).single()
    val gaps = side.columns.filter { it.missing > 0 }
    require(gaps.isEmpty() || builder.choices.missing == MissingValues.DROP) {
        missingMessage(gaps.take(MANY_GAPS), side.rows)
    }
    val kept = if (gaps.isEmpty()) null else complete(listOf(side), gaps)
    val variables = side.columns.map { it.toVariable(kept) }
    val plan = builder.plan(variables.last(), variables.dropLast(1), most)
    val dropped = if (kept == null) 0 else side.rows - kept.size
    fun result(found: MiSelection) = SelectResult(found, builder.unit, leftOut, dropped)
    return MiscopeHooks.timed(
        "Selection from ${features.size} columns by ${plan.criterion()}",
        partial = { (it as? SelectionInterruptedException)?.finished },
    ) { parts ->
        try {
            result(plan.run(builder.running.options(parts)))
        } catch (e: StoppedSelection) {
            throw SelectionInterruptedException(
                result(e.finished()),
                e.cause as InterruptedException,
            )
        }
    }
}

/** More columns than these are not named. */
private const val MANY_GAPS = 10
