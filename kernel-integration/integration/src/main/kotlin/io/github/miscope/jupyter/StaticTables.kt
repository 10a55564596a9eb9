package io.github.miscope.jupyter

import org.jetbrains.kotlinx.dataframe.AnyFrame
import org.jetbrains.kotlinx.dataframe.io.DisplayConfiguration
import org.jetbrains.kotlinx.dataframe.io.toStaticHtml
import org.jetbrains.kotlinx.jupyter.api.MimeTypedResult
import org.jetbrains.kotlinx.jupyter.api.mimeResult

private const val SHOWN_ROWS = 20

private const val SHOWN_CHARACTERS = 60

/** It would change a saved notebook whose table has not changed. */
private val RANDOM_ID = Regex(""" id="static_df_-?\d+"""")

/**
 * The output of a cell that ends in a table: static HTML that takes its colours from the page, so
 * that it reads well in light and dark, and says how many rows it left out.
 */
internal fun tableOutput(table: AnyFrame): MimeTypedResult {
    val limits = DisplayConfiguration(rowsLimit = SHOWN_ROWS, cellContentLimit = SHOWN_CHARACTERS)
    val body = table.toStaticHtml(limits, includeCss = false).body.replace(RANDOM_ID, "")
    val rows = table.rowsCount()
    val note = if (rows > SHOWN_ROWS) "<p>$SHOWN_ROWS of $rows rows</p>" else ""
    return mimeResult("text/html" to body + note, "text/plain" to table.toString())
}
