package io.github.miscope.dsl

import com.sun.management.ThreadMXBean
import java.lang.management.ManagementFactory
import java.nio.file.Path
import java.util.SplittableRandom
import kotlin.io.path.writeText
import org.jetbrains.kotlinx.dataframe.AnyFrame
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.io.readCSV
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/**
 * CSV files with anything in their headers and cells give a result, or an
 * `IllegalArgumentException` that names a column or says what lacks: never an exception from
 * inside, a hang, or much memory.
 */
class CsvInputTest {
    @TempDir lateinit var folder: Path

    private val random = SplittableRandom(7)

    private fun <T> any(vararg values: T): T = values[random.nextInt(values.size)]

    /** A column's cells: usual ones, and all that files have in their place. */
    private fun cells(n: Int): List<String> {
        val numbers = List(n) { "${random.nextInt(-900, 900) / 10.0}" }
        val filler =
            any("", "NA", "?", "x", "1e999", "-Infinity", "NaN", "12%", "1,5", "TRUE", "\u0000")
        return when (random.nextInt(12)) {
            0 -> List(n) { filler }
            1 -> numbers.map { if (random.nextInt(3) == 0) filler else it }
            2 -> List(n) { any("a", "b", "c\u0007", "<b>", "d\"\"e") }
            3 -> List(n) { "id $it" }
            4 -> List(n) { "2024-01-${1 + it % 28}" }
            5 -> List(n) { any("1", "01", "1.0", "0001", "+1") }
            6 -> List(n) { "9".repeat(1 + random.nextInt(400)) }
            7 -> List(n) { any("-0.0", "0", "0.0", "4.9e-324", "1.7e308", "-1.7e308") }
            8 -> List(n) { "12345678901234567$it" }
            else -> numbers
        }
    }

    private fun name(column: Int): String =
        any(
            "c$column",
            "c$column",
            "c$column",
            "",
            " ",
            "c0",
            "height",
            "a\u0001b",
            "<script>$column",
            "=cmd()",
            "long".repeat(2000),
            "\u202Egnp",
            "\uD83D\uDE00",
            "1",
            "x y, z",
            "say \"\"$column\"\"",
        )

    /** Rows may be none, one, of other lengths than the header, or blank. */
    private fun file(case: Int): Path {
        val n = any(0, 1, 2, 3, 20, 60, 60, 60)
        val d = any(1, 2, 3, 3, 4)
        val columns = List(d) { cells(n) }
        val lines =
            (0 until n).map { row ->
                columns.joinToString(",") { "\"${it[row]}\"" } + any("", "", "", "", ",9", "\r")
            }
        val header = (0 until d).joinToString(",") { "\"${name(it)}\"" }
        val text = (listOf(header) + lines).joinToString("\n", postfix = any("\n", "", "\n\n\n"))
        val bom = any("", "", "", "\uFEFF")
        return folder.resolve("case-$case.csv").also { it.writeText(bom + text) }
    }

    private fun use(df: AnyFrame): String {
        val names = df.columnNames()
        val x = names.first()
        val y = names.last()
        val missing = any(DROP, REFUSE)
        return when (random.nextInt(6)) {
            0 -> df.mi(x, y) { missing(missing) }.run { "$this${toHtml()}${plot().toSvg()}" }
            1 -> df.miMatrix { missing(missing) }.run { "$this${plot().toSvg()}" }
            2 -> df.miRank(y) { missing(missing) }.run { "$this${plot().toSvg()}" }
            3 -> df.entropy(x) { missing(missing) }.run { "$this${toHtml()}" }
            4 ->
                "${df.mi(x, y) { missing(DROP)
 discrete(x)
 interval() }}"
            else -> df.mi(x, "none").toString()
        }
    }

    @Test
    fun `whatever a file holds is used or refused by name`() {
        val faults = mutableListOf<String>()
        var used = 0
        var read = 0
        for (case in 0 until CASES) {
            val file = file(case)
            // What the reader itself refuses does not reach us.
            val df = runCatching { DataFrame.readCSV("$file") }.getOrNull() ?: continue
            if (df.columnNames().isEmpty()) continue
            read++
            val thread = Thread.currentThread().id
            val bytes = THREADS.getThreadAllocatedBytes(thread)
            val thrown = runCatching { use(df) }.onSuccess { used++ }.exceptionOrNull()
            val allocated = THREADS.getThreadAllocatedBytes(thread) - bytes
            val message = thrown?.message.orEmpty()
            val fault =
                when {
                    allocated > MAX_BYTES -> "allocates $allocated bytes"
                    thrown == null -> null
                    thrown !is IllegalArgumentException -> thrown.stackTraceToString()
                    // The row count, or a column in quotes, or what there is none of.
                    !NAMED.containsMatchIn(message) -> "names nothing: $message"
                    message.length > MAX_MESSAGE -> "says too much: ${message.length}"
                    message.any { it < ' ' } -> "has control characters: $message"
                    else -> null
                }
            if (fault != null) faults += "case $case: ${fault.take(1500)}"
        }
        assertEquals("", faults.joinToString("\n"))
        assertTrue(read > CASES / 2 && used > CASES / 10, "$read read, $used used")
    }

    private companion object {
        const val CASES = 150

        const val MAX_BYTES = 256L shl 20

        const val MAX_MESSAGE = 2000

        val NAMED = Regex("\"|column|row|level|[kn]=[0-9]")

        val THREADS = ManagementFactory.getThreadMXBean() as ThreadMXBean
    }
}
