package io.github.miscope.dsl

import io.github.miscope.sample.Seed
import java.math.BigDecimal
import org.jetbrains.kotlinx.dataframe.api.column
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.multik.api.mk
import org.jetbrains.kotlinx.multik.api.ndarray
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class EstimateTest {
    private val samples = correlatedGaussians(2, 0.8).sample(120, Seed.of(7))
    private val a = samples.x().column(0)
    private val b = samples.x().column(1)
    private val c = samples.y().column(0)
    private val frame =
        dataFrameOf(
            a.toList().toColumn("a"),
            b.toList().toColumn("b"),
            c.toList().toColumn("c"),
            List(120) { "row $it" }.toColumn("name"),
            List(120) { it % 2 == 0 }.toColumn("even"),
            List(120) { i -> if (i % 40 == 7) null else i * i % 97 }.toColumn("gaps"),
        )

    private fun message(block: () -> Unit): String? =
        assertThrows<IllegalArgumentException> { block() }.message

    @Test
    fun `every form of data gives the same bits`() {
        val expected = mi(a, c) { estimator(ksg) }.nats
        val rows = Array(120) { doubleArrayOf(a[it]) }
        assertEquals(expected, ksg.estimate(io.github.miscope.sample.Samples.of(a, c)).nats())
        assertEquals(expected, mi(rows, c) { estimator(ksg) }.nats)
        assertEquals(expected, mi(mk.ndarray(a), mk.ndarray(c)) { estimator(ksg) }.nats)
        assertEquals(expected, frame.mi("a", "c") { estimator(ksg) }.nats)
        assertEquals(expected, frame.mi({ "a" }, { "c" }) { estimator(ksg) }.nats)
        assertEquals(expected, frame.mi(listOf("a"), listOf("c")) { estimator(ksg) }.nats)
        assertEquals(expected, mi(frame["a"], frame["c"]) { estimator(ksg) }.nats)
        val name = column<Double>("c")
        assertEquals(expected, frame.mi({ column<Double>("a") }, { name }) { estimator(ksg) }.nats)
        assertEquals(expected, frame.mi(column<Double>("a"), name) { estimator(ksg) }.nats)
    }

    @Test
    fun `several columns`() {
        val two = Array(120) { doubleArrayOf(a[it], b[it]) }
        val expected = mi(two, c) { estimator(ksg) }
        val selected = frame.mi({ "a" and "b" }, { "c" }) { estimator(ksg) }
        assertEquals(expected.nats, selected.nats)
        assertEquals(listOf("a", "b"), selected.xColumns)
        assertEquals(listOf("c"), selected.yColumns)
        assertEquals(expected.nats, frame.mi(listOf("a", "b"), listOf("c")) { estimator(ksg) }.nats)
    }

    @Test
    fun `numeric columns of any kind`() {
        val numbers = List(30) { (it * 7) % 30 + 1 }
        val kinds =
            dataFrameOf(
                numbers.toColumn("int"),
                numbers.map { it.toLong() }.toColumn("long"),
                numbers.map { it.toFloat() }.toColumn("float"),
                numbers.map { it.toDouble() }.toColumn("double"),
                numbers.map { BigDecimal(it) }.toColumn("big"),
                numbers.map { it.toShort() }.toColumn("short"),
                numbers.map { it.toByte() }.toColumn("byte"),
                List(30) { it * it % 31 }.toColumn("y"),
            )
        val values = kinds.columnNames().dropLast(1).map { kinds.mi(it, "y").nats }
        assertEquals(1, values.toSet().size, values.toString())
        assertEquals(8, kinds.miMatrix { estimator(ksg) }.columns.size)
    }

    @Test
    fun `without an estimator miscope chooses and says so`() {
        val result = mi(a, c)
        assertEquals(auto.toString(), result.estimate.estimator())
        assertTrue("No estimator was given: miscope chose" in result.toString())
        assertTrue("No estimator was given: miscope chose" in result.toHtml())
        assertNull(mi(a, c) { estimator(ksg) }.choice)
    }

    @Test
    fun `bits are nats over log 2, and say so`() {
        val nats = mi(a, c) { estimator(ksg) }
        val bits =
            mi(a, c) {
                estimator(ksg)
                bits()
            }
        assertEquals(nats.nats, bits.nats)
        assertEquals(nats.nats / Math.log(2.0), bits.value, 1e-15)
        assertEquals(bits.bits, bits.value)
        assertTrue(" bits " in bits.toString() && " nats" !in bits.toString())
        assertTrue("estimate_bits" in bits.toDataFrame().columnNames())
        assertTrue("estimate_nats" in nats.toDataFrame().columnNames())
        assertTrue("</strong> bits" in bits.toHtml())
    }

    @Test
    fun `several estimators give several estimates`() {
        val result = mi(a, c) { estimators(ksg, ksg2) }
        assertEquals(listOf("KSG", "KSG2"), result.estimates.map { it.estimator() })
        assertEquals(
            "there are 2 estimates (KSG, KSG2): use estimates",
            assertThrows<IllegalStateException> { result.nats }.message,
        )
    }

    @Test
    fun `column errors name the column`() {
        assertEquals(
            "column \"when\" holds dates or times: convert them to numbers, or leave it out",
            message {
                dataFrameOf(
                        List(3) { java.time.Year.of(2000 + it) }.toColumn("when"),
                        listOf(1.0, 3.0, 2.0).toColumn("y"),
                    )
                    .mi("when", "y")
            },
        )
        assertEquals(
            "discrete(\"b\") names no column that is used: those are \"a\", \"c\"",
            message { frame.mi("a", "c") { discrete("b") } },
        )
        val missing = message { frame.mi("a", "weight") }!!
        assertTrue("weight" in missing, missing)
        assertTrue(
            missing.endsWith("the columns are \"a\", \"b\", \"c\", \"name\", \"even\", \"gaps\""),
            missing,
        )
        assertEquals(
            "x names the column \"a\" twice: column names must be distinct",
            message { frame.mi(listOf("a", "a"), listOf("c")) },
        )
        assertEquals(
            "the column \"a\" is in both X and Y: take it out of one",
            message { frame.mi(listOf("a", "b"), listOf("a")) },
        )
        assertEquals(
            "the selector of x must return columns or names, not Int: 3",
            message { frame.mi({ 3 }, { "c" }) },
        )
        assertEquals(
            "column \"x\" is Infinity in row 1: values must be finite",
            message {
                dataFrameOf(
                        listOf(1.0, Double.POSITIVE_INFINITY, 2.0).toColumn("x"),
                        listOf(1.0, 3.0, 2.0).toColumn("y"),
                    )
                    .mi("x", "y")
            },
        )
    }

    @Test
    fun `data errors come from the core`() {
        assertEquals(
            "x has 3 rows but y has 2: observations must be paired",
            message { mi(doubleArrayOf(1.0, 2.0, 3.0), doubleArrayOf(1.0, 2.0)) },
        )
        assertEquals(
            "x has 1 row: at least 2 are needed",
            message { mi(doubleArrayOf(1.0), doubleArrayOf(1.0)) },
        )
        assertEquals(
            "k must be < number of points: k=200, n=120",
            message { mi(a, c) { estimator(ksg(k = 200)) } },
        )
        assertEquals(
            "x[1] has 1 values but x[0] has 2: rows must have equal length",
            message { mi(arrayOf(doubleArrayOf(1.0, 2.0), doubleArrayOf(1.0)), c) },
        )
    }

    @Test
    fun `missing values are refused, or dropped and counted`() {
        assertEquals(
            "missing values (null or NaN) in \"gaps\" (3) of 120 rows: fill them in, or leave " +
                "those rows out with missing(DROP)",
            message { frame.mi("gaps", "a") },
        )
        val dropped = frame.mi("gaps", "a") { missing(DROP) }
        assertEquals(3, dropped.dropped)
        assertEquals(117, dropped.estimate.n())
        assertTrue("3 of 120 rows left out" in dropped.toString())
        assertTrue("3 of 120 rows left out" in dropped.toHtml())

        val holed = a.copyOf().also { it[5] = Double.NaN }
        assertEquals(
            "missing values (null or NaN) in \"x\" (1) of 120 rows: fill them in, or leave those " +
                "rows out with missing(DROP)",
            message { mi(holed, c) },
        )
        assertEquals(119, mi(holed, c) { missing(DROP) }.estimate.n())
        assertEquals(
            "1 of 3 rows are left after dropping those with missing values in \"x\": at least 2 " +
                "are needed",
            message {
                mi(doubleArrayOf(1.0, Double.NaN, Double.NaN), doubleArrayOf(1.0, 2.0, 3.0)) {
                    missing(DROP)
                }
            },
        )
    }

    @Test
    fun `the card is escaped, complete and free of scripts`() {
        val odd = dataFrameOf(a.toList().toColumn("<b>&\"x"), c.toList().toColumn("y"))
        val html = odd.mi("<b>&\"x", "y") { estimator(ksg) }.toHtml()
        assertTrue("I(&lt;b&gt;&amp;&quot;x; y)" in html, html)
        assertFalse("<script" in html)
        for (part in listOf("KSG", "n = 120", "k = 3", "nats")) assertTrue(part in html, part)

        val rounded = DoubleArray(120) { Math.rint(a[it] * 4) / 4 }
        val tied = mi(rounded, c) { estimator(ksg) }
        assertTrue("Ties broken by jitter" in tied.toHtml())
        assertTrue("! Ties broken by jitter" in tied.toString())
        assertTrue("c = " in mi(a, c) { estimator(ksgGlobalLinf) }.toHtml())
    }

    @Test
    fun `a matrix of one pair is drawn, below zero too`() {
        val sine = List(50) { kotlin.math.sin(it * 1.0) }
        val squares = List(50) { (it * it) % 17 }
        val matrix = dataFrameOf(sine.toColumn("a"), squares.toColumn("b")).miMatrix()
        assertTrue(matrix["a", "b"].nats() < 0)
        assertTrue(matrix.plot().toSvg().startsWith("<svg"))
        assertTrue(frame.miMatrix("a", "c").plot().toSvg().startsWith("<svg"))
    }
}
