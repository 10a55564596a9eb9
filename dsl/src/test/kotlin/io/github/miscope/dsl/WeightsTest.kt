package io.github.miscope.dsl

import io.github.miscope.estimator.discrete.Correction
import io.github.miscope.sample.Samples
import java.util.Random
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class WeightsTest {
    private val times: List<Int>
    private val survey: DataFrame<*>

    init {
        val random = Random(12)
        val n = 120
        val x = List(n) { random.nextGaussian() }
        val y = x.map { it + random.nextGaussian() }
        times = List(n) { random.nextInt(4) }
        survey =
            dataFrameOf(
                x.toColumn("x"),
                y.toColumn("y"),
                x.map { if (it > 0.3) "high" else "low" }.toColumn("a"),
                y.map { if (it > 0.5) "yes" else "no" }.toColumn("b"),
                times.map { it * 0.25 }.toColumn("w"),
            )
    }

    /** The rows, each as often as its weight says. */
    private val population: DataFrame<*>
        get() = survey[times.flatMapIndexed { row, m -> List(m) { row } }]

    @Test
    fun `a whole weight is as good as copies`() {
        val plugIn = discreteMi(Correction.PLUG_IN)
        val weighted =
            survey.mi("a", "b") {
                estimator(plugIn)
                weights("w")
            }
        assertEquals(population.mi("a", "b") { estimator(plugIn) }.nats, weighted.nats, 1e-12)
        assertEquals(times.count { it > 0 }, weighted.estimate.n())
        assertNull(weighted.scaled, "AMI counts rows")
        val effective = times.sum().let { it.toDouble() * it } / times.sumOf { it * it }
        assertEquals(effective, weighted.estimate.diagnostics()["effectiveN"]!!, 1e-9)
        assertTrue("Rows have weights: they tell as much as" in weighted.toString(), "$weighted")
        val linear = survey.mi("x", "y") { weights(survey["w"]) }
        assertEquals("Gaussian", linear.estimate.estimator())
        assertEquals(
            "Discrete(Miller-Madow)",
            survey.mi("a", "b") { weights("w") }.estimate.estimator(),
        )
        val x = survey["x"].values().map { it as Double }.toDoubleArray()
        val y = survey["y"].values().map { it as Double }.toDoubleArray()
        val w = times.map { it.toDouble() }.toDoubleArray()
        assertEquals(linear.nats, mi(x, y) { weights(w) }.nats, 1e-12)
        assertEquals(linear.nats, mi(Samples.of(x, y)) { weights(w) }.nats, 1e-12)
        linear.plot()
    }

    @Test
    fun `a missing weight is a missing value`() {
        val gaps =
            dataFrameOf(
                survey["x"],
                survey["y"],
                times.mapIndexed { row, m -> if (row < 5) null else m }.toColumn("w"),
            )
        assertTrue(
            "missing values (null or NaN) in \"w\" (5)" in
                refused { gaps.mi("x", "y") { weights("w") } }
        )
        val rest =
            gaps.mi("x", "y") {
                weights("w")
                missing(DROP)
            }
        assertEquals(5, rest.dropped)
        val below = survey[(5 until survey.rowsCount()).toList()].mi("x", "y") { weights("w") }
        assertEquals(below.nats, rest.nats, 1e-12)
    }

    @Test
    fun `says what takes weights`() {
        assertEquals(
            "KSG takes no weights: those that do are Discrete and Binned (plug-in or Miller-Madow) and " +
                "Gaussian",
            refused {
                survey.mi("x", "y") {
                    estimator(ksg)
                    weights("w")
                }
            },
        )
        assertTrue("needs an estimator" in refused { survey.mi("x", "b") { weights("w") } })
        assertTrue(
            "leave interval()" in
                refused {
                    survey.mi("x", "y") {
                        weights("w")
                        interval()
                    }
                }
        )
        assertTrue(
            "given(..)" in
                refused {
                    survey.mi("x", "y") {
                        weights("w")
                        given("a")
                    }
                }
        )
        assertTrue("weights must be numbers" in refused { survey.mi("x", "y") { weights("a") } })
        assertTrue(
            "names a column" in
                refused { mi(doubleArrayOf(1.0, 2.0), doubleArrayOf(1.0, 3.0)) { weights("w") } }
        )
        assertTrue(
            "called twice" in
                refused {
                    survey.mi("x", "y") {
                        weights("w")
                        weights("w")
                    }
                }
        )
        val binned =
            survey.mi("x", "b") {
                estimator(binnedMi(5, Correction.MILLER_MADOW))
                weights("w")
            }
        assertTrue(binned.nats > 0)
    }

    private fun refused(work: () -> Unit): String =
        assertThrows<IllegalArgumentException> { work() }.message!!
}
