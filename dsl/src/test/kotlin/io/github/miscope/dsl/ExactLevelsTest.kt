package io.github.miscope.dsl

import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.sample.Samples
import java.math.BigDecimal
import java.math.BigInteger
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.multik.api.mk
import org.jetbrains.kotlinx.multik.api.ndarray
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/** Which values of a column are equal, and which are not. */
class ExactLevelsTest {
    /** Takes anything, and remembers it. */
    private class Listening : MutualInformationEstimator {
        val heard = mutableListOf<Samples>()

        override fun estimate(samples: Samples): Estimate {
            heard += samples
            return Estimate(0.0, "listening", samples.n(), 1, 1, mapOf(), listOf())
        }
    }

    private fun heard(values: List<Any?>, vararg discrete: String): Samples {
        val listening = Listening()
        dataFrameOf(values.toColumn("x"), List(values.size) { it * 1.5 }.toColumn("y")).mi(
            "x",
            "y",
        ) {
            missing(DROP)
            estimator(listening)
            discrete(*discrete)
        }
        return listening.heard.first()
    }

    private fun levels(values: List<Any?>) = heard(values, "x").x().levels()

    private val id = 123_456_789_012_345_678L

    @Test
    fun `identifiers of 18 digits are told apart`() {
        val expected = intArrayOf(0, 1, 2, 3, 0)
        assertArrayEquals(expected, levels(listOf(id, id + 1, id + 2, id + 3, id)))
        assertArrayEquals(
            expected,
            levels(listOf(id, id + 1, id + 2, id + 3, id).map { BigInteger.valueOf(it) }),
        )
        assertArrayEquals(
            intArrayOf(0, 1, 0),
            levels(listOf("1e-30", "2e-30", "1.0e-30").map { BigDecimal.ONE + BigDecimal(it) }),
        )
        // The row without one is left out.
        assertArrayEquals(intArrayOf(1, 0, 1), levels(listOf(id + 1, null, id, id + 1)))
        val array = mk.ndarray(listOf(id, id + 1, id + 2, id + 3))
        val listening = Listening()
        mi(array, mk.ndarray(listOf(1.0, 2.0, 3.0, 4.0))) {
            estimator(listening)
            discrete("x")
        }
        assertArrayEquals(intArrayOf(0, 1, 2, 3), listening.heard.first().x().levels())
    }

    @Test
    fun `large whole numbers keep their differences`() {
        val times = listOf(id, id + 1, id + 5, id - 2)
        assertArrayEquals(doubleArrayOf(0.0, 1.0, 5.0, -2.0), heard(times).x().column(0))
        val listening = Listening()
        mi(mk.ndarray(times), mk.ndarray(listOf(1.0, 2.0, 3.0, 4.0))) { estimator(listening) }
        assertArrayEquals(doubleArrayOf(0.0, 1.0, 5.0, -2.0), listening.heard.first().x().column(0))
        // What doubles tell apart is as it is.
        val even = listOf(id, 2 * id, 3 * id)
        assertArrayEquals(even.map { it.toDouble() }.toDoubleArray(), heard(even).x().column(0))
    }

    @Test
    fun `text, booleans and numbers that print alike are different levels`() {
        assertArrayEquals(
            intArrayOf(0, 1, 0, 1),
            heard(listOf(true, "true", true, "true")).x().levels(),
        )
        assertEquals(
            listOf("true (Boolean)", "true (String)"),
            discreteColumn("x", listOf(true, "true", null)).levels,
        )
    }

    @Test
    fun `zero has no sign`() {
        val values = listOf(-0.0, 0.0, 1.0, -0.0)
        assertArrayEquals(intArrayOf(0, 0, 1, 0), levels(values))
        assertArrayEquals(intArrayOf(0, 0, 1, 0), heard(values).x().levels())
    }

    @Test
    fun `names of levels tell them apart`() {
        fun names(vararg values: Double) = NamedColumn("x", values).toDiscrete().levels
        assertEquals(listOf("2007", "2008.5"), names(2008.5, 2007.0, 2008.5))
        assertEquals(listOf("1.00001", "1.00002"), names(1.00001, 1.00002))
        assertEquals(listOf("0.3333", "0.5"), names(1 / 3.0, 0.5))
    }
}
