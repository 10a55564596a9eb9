package io.github.miscope.dsl

import java.time.LocalDate
import kotlin.math.cos
import kotlin.math.sin
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.filter
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.dataframe.api.toDataFrame
import org.jetbrains.letsPlot.intern.toSpec
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** What one writes about a frame without having read much. */
class FirstFramesTest {
    private val a = List(40) { sin(it * 1.7) }
    private val b = List(40) { cos(it * 0.9) + a[it] }
    private val y = List(40) { sin(it * 0.3) + b[it] }
    private val kind = List(40) { if (it % 3 == 0) "third" else "other" }
    private val frame =
        dataFrameOf(
            a.toColumn("a"),
            b.toColumn("b"),
            y.toColumn("y"),
            kind.toColumn("kind"),
            List(40) { LocalDate.ofEpochDay(it.toLong()) }.toColumn("day"),
            List(40) { "id $it" }.toColumn("name"),
            List<Double?>(40) { null }.toColumn("empty"),
            List(40) { listOf(it) }.toColumn("lists"),
        )

    private fun message(block: () -> Unit): String =
        assertThrows<IllegalArgumentException> { block() }.message!!

    @Test
    fun `columns are named one by one, in lists or selected, on either side`() {
        val expected = frame.mi(listOf("a", "b"), listOf("y")) { estimator(ksg) }.nats
        assertEquals(expected, frame.mi(listOf("a", "b"), "y") { estimator(ksg) }.nats)
        assertEquals(expected, frame.mi({ "a" and "b" }, "y") { estimator(ksg) }.nats)
        assertEquals(
            expected,
            frame.mi(listOf(frame["a"], frame["b"]), listOf(frame["y"])) { estimator(ksg) }.nats,
        )
        val turned = frame.mi(listOf("y"), listOf("a", "b")) { estimator(ksg) }.nats
        assertEquals(turned, frame.mi("y", listOf("a", "b")) { estimator(ksg) }.nats)
        assertEquals(turned, frame.mi("y", { "a" and "b" }) { estimator(ksg) }.nats)
        val three = listOf("a", "b", "y")
        assertEquals(three, frame.miMatrix(three) { estimator(ksg) }.columns)
        assertEquals(three, frame.miMatrix("a", "b", "y").columns)
        val rank = frame.miRank("y", listOf("a", "b")) { estimator(ksg) }
        assertEquals(setOf("a", "b"), rank.columns.toSet())
        assertEquals(rank.columns, frame.miRank("y", "a", "b") { estimator(ksg) }.columns)
        assertEquals(
            rank.columns,
            frame.miRank(frame["y"], { "a" and "b" }) { estimator(ksg) }.columns,
        )
        assertEquals(rank.pairs.first().estimate, rank[rank.columns.first()])
        val joint = frame.entropy(listOf("a", "b")).nats
        assertEquals(joint, frame.entropy("a", "b").nats)
        assertEquals(entropy(a.toDoubleArray()).nats, entropy(frame["a"]).nats)
        assertEquals(entropy(a.toDoubleArray()).nats, entropy(a).nats)
        assertEquals(2, frame.miDrift(listOf("a", "b"), "y") { k(listOf(1, 3)) }.samples.dX())
    }

    @Test
    fun `lists and whole numbers are data too`() {
        val x = a.toDoubleArray()
        val expected = mi(x, y.toDoubleArray()) { estimator(ksg) }.nats
        assertEquals(expected, mi(a, y) { estimator(ksg) }.nats)
        assertEquals(expected, mi(x, y) { estimator(ksg) }.nats)
        assertEquals(expected, mi(a, y.toDoubleArray()) { estimator(ksg) }.nats)
        assertTrue(mi(x, kind).samples.y().isDiscrete)
        val codes = IntArray(40) { it % 3 }
        assertTrue(!mi(x, codes) { estimator(ksg) }.samples.y().isDiscrete)
        assertTrue(mi(x, codes) { discrete(listOf("y")) }.samples.y().isDiscrete)
        assertTrue(mi(codes, codes) { discrete("x", "y") }.samples.x().isDiscrete)
    }

    @Test
    fun `the card names what a conditional p-value comes from`() {
        val n = 60
        val z = DoubleArray(n) { (it * 37 % n) / 10.0 }
        val x = DoubleArray(n) { 3 * z[it] + (it * 17 % 23) / 11.0 }
        val y = DoubleArray(n) { 3 * z[it] + (it * 13 % 19) / 9.0 }
        val card =
            mi(x, y) {
                    given(z)
                    pValue(permutations = 19)
                }
                .toString()
        assertTrue(
            Regex("19 permutations of residuals of [xy] given z").containsMatchIn(card),
            card,
        )
        val copy =
            mi(z, y) {
                    given(z)
                    pValue(permutations = 19)
                }
                .toString()
        assertTrue("p = 1 (19 permutations of x, which z determines)" in copy, copy)
        assertTrue("x is a copy of z" in copy, copy)
    }

    @Test
    fun `an estimator given something is an estimator like any other`() {
        val by = frame.mi("a", "b") { given("y", by = conditionalKsg) }
        val own =
            frame.mi("a", "b") {
                given("y")
                estimator(conditionalKsg)
            }
        assertEquals(by.nats, own.nats)
        val two =
            frame.mi("a", "b") {
                given(listOf("y"))
                estimators(conditionalKsg, conditionalGaussian)
            }
        assertEquals(by.nats, two.estimates.first().nats())
        assertEquals(2, two.estimates.size)
        assertEquals(
            by.nats,
            mi(frame["a"], frame["b"]) {
                    given(frame["y"])
                    estimator(conditionalKsg)
                }
                .nats,
        )
        // One that estimates both kinds.
        frame.mi("a", "b") { estimator(mesnerShalizi) }
        frame.mi("a", "b") {
            given("y")
            estimator(mesnerShalizi)
        }
        assertTrue(
            "estimates I(X;Y|Z), but nothing is given: add given(\"z\")" in
                message { frame.mi("a", "b") { estimator(conditionalKsg) } }
        )
    }

    @Test
    fun `columns that are left out are named with their reasons`() {
        val matrix = frame.miMatrix { estimator(ksg) }
        assertEquals(listOf("a", "b", "y", "kind"), matrix.columns)
        val expected =
            "Left out: \"day\" (dates or times: name them, and they count as numbers); \"name\" (no " +
                "value repeats, as in names and identifiers); \"empty\" (without a value); " +
                "\"lists\" (lists)."
        assertTrue(expected in matrix.toString(), matrix.toString())
        assertEquals(listOf("day", "name", "empty", "lists"), matrix.leftOut.map { it.name })
        assertEquals(matrix.leftOut, matrix.inUnit(BITS).leftOut)
        assertTrue("Left out: \"day\"" in matrix.plot().toSpec().toString())
        val rank = frame.miRank("y") { estimator(ksg) }
        assertTrue(expected in rank.toString(), rank.toString())
        assertTrue(frame.miMatrix("a", "b").leftOut.isEmpty())
        val dates = frame.toDataFrameOf("day", "a")
        assertEquals(
            "a matrix needs at least 2 columns: there is only \"a\"; Left out: \"day\" (dates or " +
                "times: name them, and they count as numbers)",
            message { dates.miMatrix() },
        )
    }

    private fun org.jetbrains.kotlinx.dataframe.DataFrame<*>.toDataFrameOf(vararg names: String) =
        names.map { this[it] }.toDataFrame()

    @Test
    fun `names that are nearly right are suggested`() {
        val columns = "\"a\", \"b\", \"y\", \"kind\", \"day\", \"name\", \"empty\", \"lists\""
        assertEquals(
            "y: there is no column \"knid\" (did you mean \"kind\"?); the columns are $columns",
            message { frame.mi("a", "knid") },
        )
        assertTrue("(did you mean \"kind\"?)" in message { frame.miRank("Kind ") })
        assertTrue("(did you mean \"empty\"?)" in message { frame.miMatrix(listOf("a", "emty")) })
        assertTrue("(did you mean \"kind\"?)" in message { frame.mi("a", "b") { given("kinds") } })
        assertTrue("(did you mean" !in message { frame.mi("a", "weight") })
        assertTrue(
            "discrete(\"kid\") names no column that is used (did you mean \"kind\"?)" in
                message { frame.mi("a", "kind") { discrete("kid") } }
        )
        assertEquals(listOf("ksgLocal"), MiscopeHooks.namesLike("ksgLocl"))
        assertEquals(listOf("samples"), MiscopeHooks.namesLike("sampels"))
        assertTrue("miMatrix" in MiscopeHooks.namesLike("mi_matrix"))
        assertEquals(listOf<String>(), MiscopeHooks.namesLike("unrelated"))
    }

    @Test
    fun `empty frames and columns say so`() {
        val none = frame.filter { false }
        assertTrue(message { none.mi("a", "b") }.startsWith("the frame has no rows: its columns"))
        assertTrue(message { none.miMatrix() }.startsWith("the frame has no rows"))
        assertTrue(message { none.miRank("a") }.startsWith("the frame has no rows"))
        assertEquals(
            "column \"empty\" has no value in any of its 40 rows: leave it out",
            message { frame.mi("a", "empty") },
        )
        assertEquals(
            "level must be in (0, 1): level=95.0; 95 % is 0.95",
            message { frame.mi("a", "b") { interval(95.0) } },
        )
    }

    @Test
    fun `as many permutations as the pairs need`() {
        fun columns(n: Int) =
            List(n) { c -> List(12) { sin(it * (c + 1.3)) }.toColumn("c$c") }.toDataFrame()
        val titles = mutableListOf<String>()
        fun permutations(n: Int, options: PairsBuilder.() -> Unit): Int {
            val matrix =
                columns(n).miMatrix {
                    estimator(gaussianMi)
                    options()
                }
            titles += matrix.toString()
            return matrix.pairs.first().estimate.pValue().get().planned()
        }
        assertEquals(200, permutations(3) { pValue() })
        // Six columns have 15 pairs, and 15 / (1 + 299) is 0.05.
        assertEquals(299, permutations(6) { pValue() })
        assertTrue("Too few" !in titles.last(), titles.last())
        assertEquals(
            200,
            permutations(6) {
                pValue()
                adjust(BENJAMINI_HOCHBERG)
            },
        )
        assertEquals(20, permutations(6) { pValue(20) })
        assertTrue("needs at least 299" in titles.last(), titles.last())
        assertTrue(
            "561 pairs need at least 11219 permutations each" in
                message { columns(34).miMatrix { pValue() } }
        )
    }

    @Test
    fun `too few permutations are said before they are made`() {
        val titles = mutableListOf<String>()
        val before = MiscopeHooks.host
        MiscopeHooks.host =
            object : MiscopeHost {
                override fun run(job: SweepJob) = job.run()

                override fun <T> run(work: LongWork<T>): T {
                    titles += work.title
                    return work.run()
                }
            }
        try {
            frame.miMatrix("a", "b", "y") {
                estimator(gaussianMi)
                pValue(20)
            }
        } finally {
            MiscopeHooks.host = before
        }
        assertEquals(
            listOf(
                "Matrix of 3 pairs, up to 20 permutations each (too few: no adjusted p-value can " +
                    "be below 0.05 with less than 59)"
            ),
            titles,
        )
    }
}
