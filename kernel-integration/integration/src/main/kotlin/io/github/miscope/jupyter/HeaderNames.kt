package io.github.miscope.jupyter

import org.jetbrains.kotlinx.dataframe.AnyCol
import org.jetbrains.kotlinx.dataframe.AnyFrame
import org.jetbrains.kotlinx.dataframe.DataColumn
import org.jetbrains.kotlinx.dataframe.api.rename
import org.jetbrains.kotlinx.dataframe.api.toDataFrame
import org.jetbrains.kotlinx.dataframe.columns.ColumnGroup
import org.jetbrains.kotlinx.dataframe.columns.FrameColumn

/**
 * The names of a table's columns as text of HTML. DataFrame escapes cells, but puts names into the
 * header as they are, and a name may come from anybody's file: while it renders, numbers stand in
 * for names, those of groups and of tables in cells too.
 */
internal class HeaderNames {
    private val names = mutableListOf<String>()

    fun standIns(table: AnyFrame): AnyFrame = table.columns().map(::standIn).toDataFrame()

    fun restored(html: String): String =
        STAND_IN.replace(html) { found ->
            names.getOrNull(found.groupValues[1].toInt())?.let(::escapeHtml) ?: found.value
        }

    private fun standIn(column: AnyCol): AnyCol {
        val name = "$MARK${names.size}$MARK"
        names += column.name()
        return when (column) {
            is ColumnGroup<*> -> DataColumn.createColumnGroup(name, standIns(column)) as AnyCol
            is FrameColumn<*> ->
                DataColumn.createFrameColumn(name, column.values().map { standIns(it) })
            else -> column.rename(name)
        }
    }

    private companion object {
        /** For private use, and a character reference in cells: no cell is taken for a name. */
        const val MARK = '\uE000'

        val STAND_IN = Regex("$MARK(\\d{1,9})$MARK")
    }
}
