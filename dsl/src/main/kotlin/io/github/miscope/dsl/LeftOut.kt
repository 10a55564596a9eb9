package io.github.miscope.dsl

import org.jetbrains.kotlinx.dataframe.DataColumn
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.DataRow

/**
 * A column that a matrix or a ranking of all columns has left out.
 *
 * @property name the column's name
 * @property reason why, in a few words
 */
public class LeftOutColumn
internal constructor(public val name: String, public val reason: String) {
    /** The name and the reason. */
    override fun toString(): String = "${quoted(name)} ($reason)"
}

/** The columns of a frame that estimates can take as they are, and the others. */
internal class UsableColumns(val columns: List<NamedColumn>, val leftOut: List<LeftOutColumn>) {
    /** What is left beside the target of a ranking. */
    fun without(target: String): UsableColumns =
        UsableColumns(columns.filter { it.name != target }, leftOut.filter { it.name != target })
}

/**
 * All columns at the top level of numbers, or of levels of which at least one repeats: names and
 * identifiers tell every row apart, and would share all information with every column.
 */
internal fun DataFrame<*>.usableColumns(): UsableColumns {
    requireRows()
    val reasons = columns().map { it to it.whyLeftOut() }
    return UsableColumns(
        reasons.filter { it.second == null }.map { (column, _) -> column.toNamed(column.name()) },
        reasons.mapNotNull { (column, reason) -> reason?.let { LeftOutColumn(column.name(), it) } },
    )
}

internal fun DataColumn<*>.whyLeftOut(): String? {
    val values = values().filterNotNull()
    return when {
        values.isEmpty() -> "without a value"
        isNumeric() -> null
        toTextNumbers(name()) != null -> null
        isDiscrete() ->
            if (values.toSet().size < values.size) null
            else "no value repeats, as in names and identifiers"
        else -> unusable()
    }
}

/** What a column holds, if neither numbers nor levels. */
internal fun DataColumn<*>.unusable(): String {
    val values = values().filterNotNull()
    return when {
        toTimes(name()) != null -> "dates or times: name them, and they count as numbers"
        values.all { it.isTime() } -> "dates or times: convert them to numbers"
        values.all { it is DataRow<*> } -> "a group of columns: select those inside"
        values.all { it is DataFrame<*> } -> "tables"
        values.all { it is Iterable<*> || it is Array<*> || it is DoubleArray } -> "lists"
        values.any { it is Number } && values.any { it is String } -> "numbers and text mixed"
        else -> "neither numbers nor levels, but " + type().toString().removePrefix("kotlin.")
    }
}

/** "Left out: "day" (dates or times: ...); "id", "name" (no value repeats ...)." */
internal fun leftOutText(columns: List<LeftOutColumn>): String? {
    if (columns.isEmpty()) return null
    val byReason = columns.groupBy({ it.reason }, { it.name })
    return byReason.entries.joinToString("; ", "Left out: ", ".") { (reason, names) ->
        "${quoted(names)} ($reason)"
    }
}

internal fun DataFrame<*>.requireRows() {
    require(rowsCount() > 0) {
        "the frame has no rows: its columns are ${quoted(columnNames())}"
            .takeIf { columnNames().isNotEmpty() } ?: "the frame is empty: it has no columns"
    }
    require(rowsCount() > 1) { "the frame has 1 row: at least 2 are needed" }
}
