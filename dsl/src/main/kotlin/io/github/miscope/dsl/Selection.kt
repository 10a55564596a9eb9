package io.github.miscope.dsl

import kotlin.reflect.KProperty
import org.jetbrains.kotlinx.dataframe.DataColumn
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.ColumnsSelectionDsl
import org.jetbrains.kotlinx.dataframe.api.getColumnsWithPaths
import org.jetbrains.kotlinx.dataframe.api.toColumnAccessor
import org.jetbrains.kotlinx.dataframe.columns.ColumnsResolver

/** Resolves a selector of columns or names to columns of numbers or levels, each once. */
internal fun <T> DataFrame<T>.select(
    variable: String,
    selector: ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any,
): Side {
    requireRows()
    val names = columnNames()
    val found =
        try {
            getColumnsWithPaths { resolver(variable, selector(this, it), names) }
        } catch (e: IllegalStateException) {
            // DataFrame's message names the missing column, in quotes or brackets.
            val missing = Regex("""['\["]([^'\]"]+)['\]"]""").find(e.message ?: "")
            val hint = missing?.let { didYouMean(it.groupValues[1], names) } ?: ""
            throw IllegalArgumentException(
                "${e.message?.trimEnd('.')}$hint; the columns are ${quoted(names)}",
                e,
            )
        }
    require(found.isNotEmpty()) { "$variable selects no column of ${quoted(names)}" }
    val columns = found.map { it.data.toNamed(it.path.joinToString("/")) }
    columns
        .groupingBy { it.name }
        .eachCount()
        .forEach { (name, count) ->
            require(count == 1) {
                "$variable names the column ${quoted(name)} twice: column names must be distinct"
            }
        }
    return Side(columns.singleOrNull()?.name ?: variable, columns)
}

private fun <T> ColumnsSelectionDsl<T>.resolver(
    variable: String,
    selected: Any,
    names: List<String>,
): ColumnsResolver<*> =
    when (selected) {
        is ColumnsResolver<*> -> selected
        is String -> {
            require(selected in names) {
                "$variable: there is no column ${quoted(selected)}${didYouMean(selected, names)}; the " +
                    "columns are ${quoted(names)}"
            }
            selected.toColumnAccessor()
        }
        is KProperty<*> -> selected.toColumnAccessor()
        is Iterable<*> -> {
            val parts = selected.filterNotNull().map { resolver(variable, it, names) }
            require(parts.isNotEmpty()) { "$variable selects no column: its list is empty" }
            parts.reduce { left, right -> left and right }
        }
        is Array<*> -> resolver(variable, selected.toList(), names)
        else ->
            throw IllegalArgumentException(
                "the selector of $variable must return columns or names, not " +
                    "${selected::class.simpleName}: $selected"
            )
    }

internal fun columnSide(column: DataColumn<*>): Side =
    Side(column.name(), listOf(column.toNamed(column.name())))

internal fun DataColumn<*>.isNumeric(): Boolean = holdsOnly { it is Number }

internal fun DataColumn<*>.isDiscrete(): Boolean = holdsOnly {
    it is String || it is Boolean || it is Char || it is Enum<*>
}

private fun DataColumn<*>.holdsOnly(predicate: (Any) -> Boolean): Boolean =
    values().all { it == null || predicate(it) } && values().any { it != null }

internal fun DataColumn<*>.toNamed(name: String): NamedColumn {
    toTextNumbers(name)?.let {
        return it
    }
    toTimes(name)?.let {
        return it
    }
    if (isDiscrete()) return discreteColumn(name, values().toList())
    require(values().any { it != null }) {
        "column ${quoted(name)} has no value in any of its ${size()} rows: leave it out"
    }
    require(isNumeric()) {
        val what = unusable()
        val remedy = if (':' in what) "" else ": convert it to numbers, text or booleans"
        "column ${quoted(name)} holds $what$remedy, or leave it out"
    }
    return numberColumn(name, values().map { (it as Number?).takeUnless { n -> n.isNotANumber() } })
}

private fun Number?.isNotANumber(): Boolean = this != null && toDouble().isNaN()

/** Numbers in a column of text, alone or with numbers; null if there are none, or names. */
internal fun DataColumn<*>.toTextNumbers(name: String): NamedColumn? {
    if (isNumeric() || !holdsOnly { it is Number || it is String || it is Char }) return null
    return when (val text = textColumn(name, values().map { it?.toString() })) {
        is TextColumn.Numbers -> NamedColumn(name, text.values, spelt = text.spelt)
        is TextColumn.Doubtful -> discreteColumn(name, values().toList()).doubted(text.why)
        is TextColumn.Levels -> null
    }
}
