package io.github.miscope.jupyter

import java.math.BigDecimal
import java.math.MathContext
import java.math.RoundingMode

private val TAG = Regex("<[^>]*>")
private val LONG_NUMBER = Regex("""-?\d+\.\d{3,}(?:[eE][-+]?\d+)?(?![\w.])""")
private val NO_STROKE = Regex(""" stroke="[^"]*" stroke-opacity="0\.0" stroke-width="0\.0"""")
private val INDENT = Regex("\n[ \t]+")

/**
 * The same drawing in about half the bytes: coordinates rounded to hundredths of a pixel, smaller
 * numbers to three digits, no colours for strokes of no width, no indents. Lets-Plot writes all 17
 * digits. Texts stay as they are.
 */
internal fun shortened(svg: String): String {
    val tags =
        TAG.replace(svg) { tag ->
            LONG_NUMBER.replace(tag.value) { rounded(it.value) }
                .replace(NO_STROKE, """ stroke-width="0"""")
        }
    return INDENT.replace(tags, "\n")
}

private fun rounded(number: String): String {
    val value = BigDecimal(number)
    val short =
        if (value.abs() >= BigDecimal.ONE) value.setScale(2, RoundingMode.HALF_EVEN)
        else value.round(MathContext(3))
    return short.stripTrailingZeros().toPlainString()
}
