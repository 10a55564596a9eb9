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

/** The estimate with more warnings. */
internal fun Estimate.withMore(more: List<Warning>): Estimate =
    if (more.isEmpty()) this else withWarnings(warnings() + more)
