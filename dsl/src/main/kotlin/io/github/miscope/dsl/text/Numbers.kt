package io.github.miscope.dsl.text

import java.util.Locale

/** A number for people: four significant digits, no trailing zeros. */
internal fun Double.short(): String =
    when {
        isNaN() -> "unknown"
        this == Math.rint(this) && Math.abs(this) < 1e7 -> String.format(Locale.ROOT, "%.0f", this)
        else -> {
            val text = String.format(Locale.ROOT, "%.4g", this)
            if ('e' in text || '.' !in text) text else text.trimEnd('0').trimEnd('.')
        }
    }

/** A value of information for people: four digits behind the point. */
internal fun Double.fixed(): String =
    if (isNaN()) "none" else String.format(Locale.ROOT, "%.4f", this)

/** A p-value behind its "p": "= 0.012"; tests without permutations have some below all doubles. */
internal fun Double.asPValue(): String = if (this < SMALLEST) "< 1e-99" else "= ${short()}"

private const val SMALLEST = 1e-99

/** "1 row", "2 rows". */
internal fun counted(n: Int, noun: String): String = if (n == 1) "1 $noun" else "$n ${noun}s"
