package io.github.miscope.dsl

import io.github.miscope.file.CsvText
import org.jetbrains.kotlinx.dataframe.AnyCol
import org.jetbrains.kotlinx.dataframe.DataColumn
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.asDataColumn
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.dataframe.api.toDataFrame

/**
 * The frame for a CSV file that is opened in a spreadsheet: texts and names of columns that begin
 * like a formula get an apostrophe in front, as by [CsvText.WITHOUT_FORMULAS].
 * `df.miMatrix().toDataFrame().withoutFormulas().writeCSV("pairs.csv")` is safe even where names
 * come from data of strangers. Numbers stay numbers.
 */
public fun DataFrame<*>.withoutFormulas(): DataFrame<*> =
    columns().map { it.withoutFormulas() }.toDataFrame()

private fun AnyCol.withoutFormulas(): AnyCol {
    val name = CsvText.WITHOUT_FORMULAS.of(name())
    // A group of columns is a frame as well.
    val group = this as? DataFrame<*>
    return when {
        group != null -> DataColumn.createColumnGroup(name, group.withoutFormulas()).asDataColumn()
        values().none { it is CharSequence } -> rename(name)
        else ->
            values()
                .map { if (it is CharSequence) CsvText.WITHOUT_FORMULAS.of("$it") else it }
                .toColumn(name)
    }
}
