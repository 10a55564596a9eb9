package io.github.miscope.dsl.text

/**
 * The text with U+FFFD in place of what XML and HTML do not allow: control characters, unpaired
 * surrogates, U+FFFE and U+FFFF. Names of columns may hold anything. Tabs and line breaks stay.
 */
internal fun String.printable(): String =
    if (codePoints().allMatch(::isPrintable)) this
    else
        buildString(length) {
            this@printable.codePoints().forEach {
                appendCodePoint(if (isPrintable(it)) it else REPLACEMENT)
            }
        }

/** The same on one line, for names in the lines of a table. */
internal fun String.onOneLine(): String = LINE_BREAKS.replace(printable(), " ")

private fun isPrintable(codePoint: Int): Boolean =
    when (Character.getType(codePoint).toByte()) {
        Character.CONTROL -> codePoint.toChar() in "\t\n\r"
        Character.SURROGATE -> false
        else -> codePoint and LAST_TWO != LAST_TWO
    }

/** U+FFFE, U+FFFF and the last two of every other plane are no characters. */
private const val LAST_TWO = 0xFFFE

private const val REPLACEMENT = 0xFFFD

private val LINE_BREAKS = Regex("[\\t\\n\\r\\u2028\\u2029]+")

/** The text within HTML. */
internal fun String.escaped(): String =
    printable()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
