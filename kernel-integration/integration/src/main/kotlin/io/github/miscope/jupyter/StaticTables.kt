package io.github.miscope.jupyter

import java.math.BigDecimal
import java.math.MathContext
import java.math.RoundingMode
import java.util.Locale
import org.jetbrains.kotlinx.dataframe.AnyCol
import org.jetbrains.kotlinx.dataframe.AnyFrame
import org.jetbrains.kotlinx.dataframe.api.take
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.dataframe.api.toDataFrame
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
    val shown = table.take(SHOWN_ROWS).columns().map { it.withShortNumbers() }.toDataFrame()
    val names = HeaderNames()
    val html = names.standIns(shown).toStaticHtml(limits, includeCss = false).body
    val body = names.restored(html).replace(RANDOM_ID, "")
    val rows = table.rowsCount()
    val note = if (rows > SHOWN_ROWS) "<p>$SHOWN_ROWS of $rows rows</p>" else ""
    return mimeResult("text/html" to body + note, "text/plain" to table.toString())
}

/** Decimal numbers as text: DataFrame itself shows six decimals of each, 39.1 as 39.100000. */
private fun AnyCol.withShortNumbers(): AnyCol {
    val values = values().toList()
    val decimal = values.filter { it is Double || it is Float }
    if (decimal.isEmpty() || values.any { it != null && it !is Number }) return this
    val texts =
        if (values.all { it == null || it in decimal }) {
            shortNumbers(values.map { (it as Number?)?.toDouble() })
        } else values.map { if (it in decimal) shortNumber(it as Number) else it?.toString() }
    return texts.toColumn(name())
}

private fun shortNumber(value: Number): String? = shortNumbers(listOf(value.toDouble())).single()

/**
 * As many decimals for all as the one with most of them needs for six significant digits, but no
 * more than six; a number that has fewer than three digits left by then is written with a power of
 * ten, for itself.
 */
internal fun shortNumbers(values: List<Double?>): List<String?> {
    val finite = values.filterNotNull().filter { it.isFinite() }
    val (small, plain) = finite.partition { it.isSmall() }
    val decimals = plain.maxOfOrNull { it.decimals() } ?: 0
    return values.map {
        when {
            it == null || !it.isFinite() -> it?.toString()
            it in small -> String.format(Locale.ROOT, "%.2e", it)
            else -> BigDecimal(it).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
        }
    }
}

private fun Double.decimals(): Int =
    BigDecimal(this)
        .round(MathContext(SIGNIFICANT_DIGITS))
        .stripTrailingZeros()
        .scale()
        .coerceIn(0, MAX_DECIMALS)

/** Whether six decimals leave fewer than three of its digits, and it has them. */
private fun Double.isSmall(): Boolean =
    this != 0.0 &&
        Math.abs(this) < 1e-4 &&
        BigDecimal(toString()).stripTrailingZeros().scale() > MAX_DECIMALS

private const val SIGNIFICANT_DIGITS = 6

private const val MAX_DECIMALS = 6
