package io.github.miscope.dsl

import io.github.miscope.estimator.DataWarning
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.Warning
import java.util.Optional

/** The part of a column's levels that must be numbers for a warning. */
private const val MOSTLY = 0.8

/** So many whole numbers may well be codes of categories. */
private const val MAX_CODES = 12

/**
 * A warning where a column of text holds numbers: with fractions, or more of them than codes of
 * categories have levels. A sign, a decimal comma and a percent sign make no difference.
 */
internal fun NamedColumn.numbersAsText(): Warning? {
    val texts = levels?.takeIf { isText }?.map { it.trim() } ?: return null
    val numbers = texts.mapNotNull { it.toNumber() }
    val areCodes = numbers.size <= MAX_CODES && numbers.all { it == Math.rint(it) }
    if (numbers.size < 2 || areCodes || numbers.size < MOSTLY * texts.size) return null
    val other = texts.firstOrNull { it.toNumber() == null }
    return DataWarning.NumbersAsText(name, numbers.size, texts.size, Optional.ofNullable(other))
}

private fun String.toNumber(): Double? =
    removeSuffix("%").trim().replace(',', '.').toDoubleOrNull()?.takeIf { it.isFinite() }

/** So many rows for each value, at least, make whole numbers look like codes. */
private const val ROWS_PER_CODE = 10

/** A warning where a column of numbers may be one of codes, which somebody forgot to say. */
internal fun NamedColumn.fewWholeNumbers(): Warning? {
    if (levels != null) return null
    val different = HashSet<Double>()
    var rows = 0
    for (value in values) {
        if (value.isNaN()) continue
        if (value != Math.rint(value)) return null
        rows++
        different += value
        if (different.size > MAX_CODES) return null
    }
    val areMany = different.size < 2 || rows < ROWS_PER_CODE * different.size
    return if (areMany) null else DataWarning.FewWholeNumbers(name, different.size)
}

/** What the kind of a column may have been taken for by mistake. */
internal fun NamedColumn.kindWarning(): Warning? = numbersAsText() ?: fewWholeNumbers()

/** The estimate with more warnings. */
internal fun Estimate.withMore(more: List<Warning>): Estimate =
    if (more.isEmpty()) this else withWarnings(warnings() + more)
