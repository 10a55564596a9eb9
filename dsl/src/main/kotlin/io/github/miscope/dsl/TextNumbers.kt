package io.github.miscope.dsl

/** What a column of text holds. */
internal sealed interface TextColumn {
    /** Names of levels. */
    object Levels : TextColumn

    /**
     * Numbers beside texts that stand for missing values.
     *
     * @property values NaN for a missing one
     * @property spelt how missing values are spelt
     */
    class Numbers(val values: DoubleArray, val spelt: List<String>) : TextColumn

    /**
     * Nearly all numbers, as far as one can see: as levels they would give an estimate of something
     * else, without a word.
     *
     * @property why what was seen, and what to do
     */
    class Doubtful(val why: String) : TextColumn
}

/**
 * Whether texts are numbers. A reader of CSV files takes a column for text if a single cell is no
 * number, such as a "?" for a missing value.
 *
 * @param texts the cells; null for a missing one
 */
internal fun textColumn(name: String, texts: List<String?>): TextColumn {
    val counts = texts.filterNotNull().groupingBy { it }.eachCount()
    val cells = counts.map { (text, count) -> Cell(text, count) }
    val missing = cells.filter { it.isMissing }
    val present = cells - missing.toSet()
    val numbers = present.filter { it.number != null }
    if (numbers.size == present.size && missing.isNotEmpty() && numbers.size > 1) {
        val values = numbers.associate { it.text to it.number!! }
        return TextColumn.Numbers(
            DoubleArray(texts.size) { values[texts[it]] ?: Double.NaN },
            missing.map { it.text },
        )
    }
    return doubt(name, present, missing)?.let { TextColumn.Doubtful(it) } ?: TextColumn.Levels
}

private fun doubt(name: String, present: List<Cell>, missing: List<Cell>): String? {
    val form =
        present
            .mapNotNull { it.form }
            .filter { it != Form.Plain }
            .groupingBy { it }
            .eachCount()
            .maxByOrNull { it.value }
            ?.key ?: Form.Plain
    val (numbers, others) = present.partition { it.form == Form.Plain || it.form == form }
    if (numbers.size <= form.mostLevels(numbers, others)) return null
    val share = numbers.rows().toDouble() / present.rows()
    val nearlyAll = share >= NEARLY_ALL || share >= MAX && others.size <= FEW_OTHERS
    if (!nearlyAll) return null
    val rest = others + missing
    val beside =
        if (rest.isEmpty()) "" else ", beside ${rest.take(FEW_OTHERS).joinToString { it.shown() }}"
    val more = if (rest.size > FEW_OTHERS) " and ${rest.size - FEW_OTHERS} other texts" else ""
    return "column ${quoted(name)} is text, but ${numbers.rows()} of its ${(present + missing).rows()} " +
        "values are numbers${form.described(numbers)}$beside$more: ${form.remedy(name, rest)}, or " +
        "say discrete(${quoted(name)}) if they are names of categories"
}

private fun List<Cell>.rows() = sumOf { it.count }

/** A text and how many rows have it. */
private class Cell(val text: String, val count: Int) {
    private val bare = text.trim { it.isWhitespace() || it == '\u00a0' }

    val isMissing: Boolean = bare.lowercase() in MISSING

    val form: Form? = if (isMissing) null else formOf(bare)

    /** Its value, if it is written as numbers are everywhere. */
    val number: Double? =
        if (form == Form.Plain) bare.replace('\u2212', '-').toDouble().takeIf { it.isFinite() }
        else null

    val isWhole: Boolean
        get() = number?.let { it == Math.rint(it) } ?: false

    fun shown() = "${quoted(text)} ($count)"
}

/** How a number is written. */
private sealed interface Form {
    /** Up to how many different ones are taken for codes of categories. */
    fun mostLevels(numbers: List<Cell>, others: List<Cell>): Int = 2

    fun described(numbers: List<Cell>): String = " such as ${quoted(numbers.first().text)}"

    /** What to do where [others] are no numbers. */
    fun remedy(name: String, others: List<Cell>): String

    object Plain : Form {
        /** Whole numbers that somebody made text are codes or, all different, identifiers. */
        override fun mostLevels(numbers: List<Cell>, others: List<Cell>): Int {
            val whole = others.isEmpty() && numbers.all { it.isWhole }
            val repeated = numbers.any { it.count > 1 }
            return if (!whole) 2 else if (repeated) MAX_CODES else Int.MAX_VALUE
        }

        override fun described(numbers: List<Cell>) = ""

        override fun remedy(name: String, others: List<Cell>): String =
            if (others.isEmpty()) "convert it, df.convert { ${quoted(name)}<String>() }.toDouble()"
            else
                "if they stand for missing values, say so to the reader, readCSV(file, " +
                    "parserOptions = ParserOptions(nullStrings = setOf(" +
                    "${others.take(FEW_OTHERS).joinToString { quoted(it.text) }})))"
    }

    /** With a comma before the decimals. */
    object Comma : Form {
        override fun remedy(name: String, others: List<Cell>): String =
            convert(name, ".replace(',', '.').toDouble()")
    }

    /** In groups of three digits. */
    object Grouped : Form {
        override fun remedy(name: String, others: List<Cell>): String =
            convert(name, ".replace(Regex(\"[^0-9.-]\"), \"\").toDouble()")
    }

    /** With a sign or unit before or after it. */
    data class With(val before: String, val after: String) : Form {
        /** "2nd" and "3rd", "10mg" and "20mg" may be names; "2.5%" and "$10" hardly are. */
        override fun mostLevels(numbers: List<Cell>, others: List<Cell>): Int =
            if (after.any { it.isLetter() }) MAX_CODES else 2

        override fun remedy(name: String, others: List<Cell>): String {
            val calls =
                (if (before.isEmpty()) "" else ".removePrefix(\"${before.replace("$", "\\$")}\")") +
                    (if (after.isEmpty()) "" else ".removeSuffix(${quoted(after)})")
            return convert(name, "$calls.trim().toDouble()")
        }
    }
}

private fun convert(name: String, call: String) =
    "convert it, df.convert { ${quoted(name)}<String>() }.with { it$call }"

private fun formOf(text: String): Form? {
    if (PLAIN.matches(text)) return Form.Plain
    if (GROUPED.matches(text)) return Form.Grouped
    if (COMMA.matches(text)) return Form.Comma
    return WITH.matchEntire(text)?.let { Form.With(it.groupValues[1], it.groupValues[2]) }
}

private const val NUMBER = """[+\-\u2212]?(?:\d+\.?\d*|\.\d+)(?:[eE][+\-]?\d+)?"""

private val PLAIN = Regex(NUMBER)

private val COMMA = Regex("""[+\-\u2212]?\d+,\d+""")

private val GROUPED = Regex("""[+\-\u2212]?\d{1,3}(?:[,'\u2019\u00a0\u202f ]\d{3})+(?:\.\d+)?""")

/** A sign of a currency or of comparison before the number; a percent sign or a unit after it. */
private val WITH =
    Regex(
        """([<>\u2264\u2265~\p{Sc}]?)\s*$NUMBER\s*((?:[%\u2030\u00b0\p{Sc}]|[\p{L}/\u00b2\u00b3]{1,6})?)"""
    )

/** How missing values are spelt, in lower case. */
private val MISSING =
    setOf("", "?", "??", "-", "--", "---", "\u2013", "\u2014", ".", "..", "...", "*", "na", "n/a") +
        setOf(
            "#n/a",
            "#na",
            "<na>",
            "n.a.",
            "n.a",
            "nan",
            "-nan",
            "null",
            "(null)",
            "nil",
            "none",
        ) +
        setOf("missing", "unknown", "undefined", "not available", "not recorded") +
        setOf("#value!", "#ref!", "#div/0!", "#num!", "#name?", "#null!", "1.#qnan", "-1.#ind")

private const val NEARLY_ALL = 0.9

/** With one or two other texts, half of the rows are enough: those stand for something. */
private const val MAX = 0.5

private const val FEW_OTHERS = 3

/** Grades, years and numbers of groups that were made text on purpose. */
private const val MAX_CODES = 20
