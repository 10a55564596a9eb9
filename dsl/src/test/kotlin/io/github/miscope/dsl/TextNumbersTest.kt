package io.github.miscope.dsl

import java.nio.file.Path
import java.util.Random
import kotlin.io.path.writeText
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.ParserOptions
import org.jetbrains.kotlinx.dataframe.api.convert
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toDouble
import org.jetbrains.kotlinx.dataframe.api.with
import org.jetbrains.kotlinx.dataframe.io.readCSV
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

class TextNumbersTest {
    @TempDir lateinit var folder: Path

    private val n = 200
    private val random = Random(7)
    private val x = List(n) { Math.rint(random.nextGaussian() * 1000) / 10 }
    private val y = List(n) { x[it] + random.nextGaussian() * 50 }

    /** Missing in every 40th row. */
    private fun gap(row: Int) = row % 40 == 3

    private fun csv(missing: String): String {
        val file = folder.resolve("data.csv")
        val rows = (0 until n).joinToString("\n") { "${if (gap(it)) missing else x[it]},${y[it]}" }
        file.writeText("x,y\n$rows\n")
        return "$file"
    }

    private val right: Double by lazy {
        val kept = (0 until n).filterNot(::gap)
        mi(kept.map { x[it] }.toDoubleArray(), kept.map { y[it] }.toDoubleArray()).estimate.nats()
    }

    @ParameterizedTest
    @ValueSource(
        strings =
            [
                "?",
                "None",
                "-",
                "--",
                "#N/A",
                "NaN",
                "n/a",
                "missing",
                "NULL",
                "#DIV/0!",
                ".",
                "*",
                "NA",
                "",
            ]
    )
    fun `numbers beside a missing value in any spelling are numbers`(missing: String) {
        val df = DataFrame.readCSV(csv(missing))
        assertTrue(
            message { df.mi("x", "y") }.startsWith("missing values (null or NaN) in \"x\" (5")
        )
        val result = df.mi("x", "y") { missing(DROP) }
        assertEquals(right, result.estimate.nats())
        assertEquals(5, result.dropped)
        val matrix = df.miMatrix { missing(DROP) }
        assertEquals(listOf("x", "y"), matrix.columns)
    }

    @Test
    fun `single digits, which a reader takes for characters, are numbers as well`() {
        val df =
            dataFrameOf(
                "cylinders" to List(60) { if (it == 5) '?' else '4' + it % 3 * 2 },
                "y" to List(60) { it * 1.5 },
            )
        assertEquals(
            "missing values (null or NaN) in \"cylinders\" (1, also spelt \"?\") of 60 rows: fill " +
                "them in, or leave those rows out with missing(DROP)",
            message { df.mi("cylinders", "y") },
        )
    }

    @Test
    fun `a column of numbers and texts is read as far as it is certain`() {
        val values = List(n) { if (gap(it)) "?" else x[it] }
        val df = dataFrameOf("x" to values, "y" to y)
        assertEquals(right, df.mi("x", "y") { missing(DROP) }.estimate.nats())
    }

    @Test
    fun `percentages are refused, and the message says how to read them`() {
        val df = dataFrameOf("x" to x.map { "$it%" }, "y" to y)
        val refusal = message { df.mi("x", "y") }
        assertTrue(
            refusal.endsWith(
                "convert it, df.convert { \"x\"<String>() }.with { " +
                    "it.removeSuffix(\"%\").trim().toDouble() }, or say discrete(\"x\") if they are names of " +
                    "categories"
            ),
            refusal,
        )
        assertEquals(refusal, message { df.miMatrix() })
        assertEquals(refusal, message { df.miRank("y") })
        assertEquals(refusal, message { df.miDrift("x", "y") })
        assertEquals(refusal, message { df.entropy("x") })
        val converted = df.convert { "x"<String>() }.with { it.removeSuffix("%").trim().toDouble() }
        val all = mi(x.toDoubleArray(), y.toDoubleArray())
        assertEquals(all.estimate.nats(), converted.mi("x", "y").estimate.nats())
        val few = dataFrameOf("x" to List(n) { "${it % 4}.5%" }, "y" to y)
        assertTrue("\"x\" is text" in message { few.mi("x", "y") })
        assertEquals(4, few.mi("x", "y") { discrete("x") }.levelCount("x"))
    }

    @Test
    fun `other spellings are refused with their remedy`() {
        fun refusal(number: (Double) -> String) = message {
            dataFrameOf("x" to x.map(number), "y" to y).mi("x", "y")
        }
        assertTrue("such as" in refusal { "$it".replace('.', ',') })
        assertTrue(".replace(',', '.').toDouble()" in refusal { "$it".replace('.', ',') })
        assertTrue("removePrefix(\"\\$\")" in refusal { "$$it" })
        assertTrue("removeSuffix(\"kg\")" in refusal { "$it kg" })
        assertTrue(
            "Regex" in refusal { String.format(java.util.Locale.US, "%,d", it.toLong() * 10_000) }
        )
        assertTrue("200 of its 200 values are numbers: convert it" in refusal { "$it" })
        val df = dataFrameOf("x" to x.map { "$it" }, "y" to y).convert { "x"<String>() }.toDouble()
        assertEquals(
            mi(x.toDoubleArray(), y.toDoubleArray()).estimate.nats(),
            df.mi("x", "y").estimate.nats(),
        )
    }

    @Test
    fun `unknown texts among numbers are named, and the reader can be told`() {
        val file = csv("abgelesen")
        val refusal = message { DataFrame.readCSV(file).mi("x", "y") { missing(DROP) } }
        assertTrue(
            refusal.startsWith(
                "column \"x\" is text, but 195 of its 200 values are numbers, beside \"abgelesen\" (5): "
            ),
            refusal,
        )
        assertTrue("ParserOptions(nullStrings = setOf(\"abgelesen\"))" in refusal, refusal)
        val df =
            DataFrame.readCSV(file, parserOptions = ParserOptions(nullStrings = setOf("abgelesen")))
        assertEquals(right, df.mi("x", "y") { missing(DROP) }.estimate.nats())
    }

    @Test
    fun `names of categories stay levels`() {
        val levels =
            listOf(
                List(n) { listOf("a", "b", "?")[it % 3] },
                List(n) { "${1 + it % 4}" },
                List(n) { "${1970 + it % 13}" },
                List(n) { listOf("2nd", "3rd", "4th")[it % 3] },
                List(n) { listOf("10mg", "20mg", "40mg")[it % 3] },
                List(n) { listOf("18-25", "26-40", "41+")[it % 3] },
                List(n) { listOf("none", "1")[it % 2] },
                List(n) { listOf("A1", "B2", "C3")[it % 3] },
            )
        for (level in levels) {
            val df = dataFrameOf("level" to level, "y" to y)
            assertEquals(level.toSet().size, df.mi("level", "y").levelCount("level"), "$level")
        }
        val identifiers = dataFrameOf("id" to List(n) { "${100_000 + it}" }, "x" to x, "y" to y)
        assertEquals(listOf("x", "y"), identifiers.miMatrix().columns)
    }

    private fun MiResult.levelCount(column: String): Int =
        samples.x().takeIf { column in it.columnNames() }!!.levels().distinct().size

    private fun message(work: () -> Unit): String =
        assertThrows(IllegalArgumentException::class.java) { work() }.message!!
}
