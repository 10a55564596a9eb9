package io.github.miscope.dsl

import io.github.miscope.dsl.text.onOneLine
import java.util.Locale

/**
 * " (did you mean "height"?)" where a known name is close to the one that was written, else
 * nothing: a slip of the keyboard, another case, other separators, or a part of the name.
 */
internal fun didYouMean(written: String, known: Collection<String>): String {
    val close = closest(written, known)
    return if (close.isEmpty()) ""
    else " (did you mean ${close.joinToString(" or ") { quoted(it) }}?)"
}

/** The known names closest to the one that was written, at most two; none if none is close. */
internal fun closest(written: String, known: Collection<String>): List<String> {
    val plain = written.plain()
    if (plain.isEmpty()) return emptyList()
    fun distance(name: String) = distance(plain, name.plain())
    val slips = plain.length / 3
    val near = known.filter { distance(it) <= slips }
    if (near.isNotEmpty()) {
        val least = near.minOf(::distance)
        return near.filter { distance(it) == least }.take(MAX)
    }
    if (plain.length < SHORTEST_PART) return emptyList()
    return known
        .filter { it.plain().let { name -> plain in name || (name.length > 2 && name in plain) } }
        .take(MAX)
}

/** Without case and separators. */
private fun String.plain() = lowercase(Locale.ROOT).filter { it.isLetterOrDigit() }

/** How many letters to insert, remove, replace or swap with their neighbours. */
private fun distance(a: String, b: String): Int {
    var before = IntArray(0)
    var last = IntArray(b.length + 1) { it }
    for (i in 1..a.length) {
        val row = IntArray(b.length + 1)
        row[0] = i
        for (j in 1..b.length) {
            val cost = if (a[i - 1] == b[j - 1]) 0 else 1
            row[j] = minOf(row[j - 1] + 1, last[j] + 1, last[j - 1] + cost)
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = minOf(row[j], before[j - 2] + 1)
            }
        }
        before = last
        last = row
    }
    return last[b.length]
}

private const val MAX = 2

private const val SHORTEST_PART = 3

/** A name in quotes, on one line; a very long one loses its middle. */
internal fun quoted(name: String): String = "\"${name.shortened().onOneLine()}\""

internal fun String.shortened(): String =
    if (length <= LONGEST_NAME) this
    else take(LONGEST_NAME / 2) + "\u2026" + takeLast(LONGEST_NAME / 2 - 1)

/** Longer names say less than they hide. */
private const val LONGEST_NAME = 100

/** Names in quotes; the first ones where there are many. */
internal fun quoted(names: Collection<String>): String =
    names.take(FEW_NAMES).joinToString { quoted(it) } +
        if (names.size > FEW_NAMES) " and ${names.size - FEW_NAMES} more" else ""

private const val FEW_NAMES = 20
