package io.github.miscope.dsl

import io.github.miscope.sweep.CsvText
import org.jetbrains.kotlinx.dataframe.AnyCol
import org.jetbrains.kotlinx.dataframe.DataColumn
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.dataframe.columns.BaseColumn
import org.jetbrains.kotlinx.dataframe.columns.ColumnGroup
import org.jetbrains.kotlinx.dataframe.columns.FrameColumn

/**
 * The frame with text and names that no spreadsheet takes for formulas: those that begin with `=`,
 * `+`, `-`, `@`, a tab or a line end have an apostrophe before them. For CSV files of data that
 * strangers wrote: `df.miRank("y").toDataFrame().withoutFormulas().writeCSV("rank.csv")`. Numbers
 * stay.
 */
public fun DataFrame<*>.withoutFormulas(): DataFrame<*> =
    dataFrameOf(columns().map { it.withoutFormulas() })

private fun AnyCol.withoutFormulas(): BaseColumn<*> {
    val safe = CsvText.WITHOUT_FORMULAS.of(name())
    return when {
        this is ColumnGroup<*> -> DataColumn.createColumnGroup(safe, withoutFormulasInside(this))
        this is FrameColumn<*> ->
            DataColumn.createFrameColumn(safe, values().map { it.withoutFormulas() })
        values().none { it is String } -> rename(safe)
        else -> values().map { if (it is String) CsvText.WITHOUT_FORMULAS.of(it) else it }.toColumn(safe)
    }
}

private fun withoutFormulasInside(group: DataFrame<*>) = group.withoutFormulas()
