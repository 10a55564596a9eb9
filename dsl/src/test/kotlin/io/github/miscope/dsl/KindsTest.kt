package io.github.miscope.dsl

import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.sample.ColumnKind.CONTINUOUS
import io.github.miscope.sample.ColumnKind.DISCRETE
import io.github.miscope.sample.Samples
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Columns of a frame arrive at an estimator with their kinds. */
class KindsTest {
    private enum class Size {
        SMALL,
        LARGE,
    }

    private val frame =
        dataFrameOf(
            List(6) { it * 1.5 }.toColumn("number"),
            listOf("b", "a", null, "b", "c", "a").toColumn("text"),
            listOf(true, false, false, true, true, false).toColumn("truth"),
            List(6) { if (it < 2) Size.SMALL else Size.LARGE }.toColumn("size"),
            listOf(3, 1, 1, 3, 7, 1).toColumn("code"),
            List(6) { "id $it" }.toColumn("id"),
        )

    /** Takes anything, and remembers it. */
    private class Listening : MutualInformationEstimator {
        val heard = mutableListOf<Samples>()

        override fun estimate(samples: Samples): Estimate {
            heard += samples
            return Estimate(0.0, "listening", samples.n(), 1, 1, mapOf(), listOf())
        }
    }

    private fun heard(x: List<String>, y: List<String>, vararg discrete: String): Samples {
        val listening = Listening()
        frame.mi(x, y) {
            missing(DROP)
            estimator(listening)
            discrete(*discrete)
        }
        return listening.heard.single()
    }

    @Test
    fun `text, booleans and enum constants are discrete, numbers continuous`() {
        val samples = heard(listOf("number", "text"), listOf("truth", "size", "code"))
        assertEquals(listOf(CONTINUOUS, DISCRETE), samples.x().kinds())
        assertEquals(listOf(DISCRETE, DISCRETE, CONTINUOUS), samples.y().kinds())
        // The row without a text is left out; levels are coded in alphabetic order.
        assertEquals(5, samples.n())
        assertArrayEquals(doubleArrayOf(1.0, 0.0, 1.0, 2.0, 0.0), samples.x().column(1))
        assertEquals(listOf("number", "text"), samples.x().columnNames())
    }

    @Test
    fun `numbers may be called discrete`() {
        val samples = heard(listOf("number"), listOf("code"), "code")
        assertTrue(samples.y().isDiscrete)
        assertArrayEquals(intArrayOf(1, 0, 0, 1, 2, 0), samples.y().levels())
    }

    @Test
    fun `a matrix and a ranking leave out columns that tell every row apart`() {
        val matrix =
            frame.miMatrix {
                missing(DROP)
                estimator(Listening())
            }
        assertEquals(listOf("number", "text", "truth", "size", "code"), matrix.columns)
        val rank =
            frame.miRank("text") {
                missing(DROP)
                estimator(Listening())
            }
        assertEquals(setOf("number", "truth", "size", "code"), rank.columns.toSet())
        assertTrue(rank.pairs.all { it.y == "text" })
    }

    @Test
    fun `an estimator for continuous variables refuses levels, and names the column`() {
        val message =
            assertThrows<IllegalArgumentException> { frame.mi("number", "size") { estimator(ksg) } }
                .message!!
        assertTrue(message.startsWith("size is discrete, but KSG is for continuous"), message)
    }
}
