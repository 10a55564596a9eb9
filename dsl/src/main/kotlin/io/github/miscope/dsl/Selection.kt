package io.github.miscope.dsl

import kotlin.reflect.KProperty
import org.jetbrains.kotlinx.dataframe.DataColumn
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.ColumnsSelectionDsl
import org.jetbrains.kotlinx.dataframe.api.getColumnsWithPaths
import org.jetbrains.kotlinx.dataframe.api.toColumnAccessor
import org.jetbrains.kotlinx.dataframe.columns.ColumnsResolver

/** Resolves a selector of columns or names to numeric columns, each once. */
internal fun <T> DataFrame<T>.select(
    variable: String,
    selector: ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any,
): Side {
    val found =
        try {
            getColumnsWithPaths { resolver(variable, selector(this, it)) }
        } catch (e: IllegalStateException) {
            // DataFrame's message names the missing column.
            throw IllegalArgumentException(
                "${e.message?.trimEnd('.')}; the columns are ${columnNames().quoted()}",
                e,
            )
        }
    require(found.isNotEmpty()) { "$variable selects no column of ${columnNames().quoted()}" }
    val columns = found.map { it.data.toNamed(it.path.joinToString("/")) }
    columns
        .groupingBy { it.name }
        .eachCount()
        .forEach { (name, count) ->
            require(count == 1) {
                "$variable names the column \"$name\" twice: column names must be distinct"
            }
        }
    return Side(columns.singleOrNull()?.name ?: variable, columns)
}

private fun <T> ColumnsSelectionDsl<T>.resolver(
    variable: String,
    selected: Any,
): ColumnsResolver<*> =
    when (selected) {
        is ColumnsResolver<*> -> selected
        is String -> selected.toColumnAccessor()
        is KProperty<*> -> selected.toColumnAccessor()
        is Iterable<*> -> {
            val parts = selected.filterNotNull().map { resolver(variable, it) }
            require(parts.isNotEmpty()) { "$variable selects no column: its list is empty" }
            parts.reduce { left, right -> left and right }
        }
        is Array<*> -> resolver(variable, selected.toList())
        else ->
            throw IllegalArgumentException(
                "the selector of $variable must return columns or names, not " +
                    "${selected::class.simpleName}: $selected"
            )
    }

/** All columns of numbers at the top level, in their order. */
internal fun DataFrame<*>.numericColumns(): List<NamedColumn> =
    columns().filter { it.isNumeric() }.map { it.toNamed(it.name()) }

internal fun columnSide(column: DataColumn<*>): Side =
    Side(column.name(), listOf(column.toNamed(column.name())))

private fun DataColumn<*>.isNumeric(): Boolean =
    values().all { it == null || it is Number } && values().any { it != null }

private fun DataColumn<*>.toNamed(name: String): NamedColumn {
    require(isNumeric()) {
        "column \"$name\" is not numeric (its type is ${type().toString().removePrefix("kotlin.")}" +
            "): convert it to numbers or leave it out"
    }
    val numbers =
        DoubleArray(size()) { row ->
            val value = (this[row] as Number?)?.toDouble() ?: Double.NaN
            require(!value.isInfinite()) {
                "column \"$name\" is $value in row $row: values must be finite"
            }
            value
        }
    return NamedColumn(name, numbers)
}

private fun List<String>.quoted(): String = joinToString { "\"$it\"" }
