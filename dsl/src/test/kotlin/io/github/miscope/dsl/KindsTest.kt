package io.github.miscope.dsl

import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.Finding
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

    private val random = java.util.Random(1)
    private val mixed =
        List(90) { if (it < 3) "rare" else if (it % 2 == 0) "even" else "odd" }
            .let { levels ->
                dataFrameOf(
                    levels.toColumn("level"),
                    levels.map { if (it == "even") "yes" else "no" }.toColumn("answer"),
                    List(90) { random.nextGaussian() }.toColumn("a"),
                    List(90) { random.nextGaussian() }.toColumn("b"),
                )
            }

    @Test
    fun `rare levels are called by their names`() {
        val text = mixed.mi("a", "b") { given("level") }.toString()
        assertTrue(
            "1 level of level has fewer than 10 rows and is left out, 3 of 90 rows: " +
                "level = rare (3 rows)." in text,
            text,
        )
        val joint = mixed.mi(listOf("a", "level"), listOf("b", "answer")).toString()
        assertTrue("level = rare" in joint, joint)
    }

    @Test
    fun `tables, rankings and cards say what served`() {
        val rank = mixed.miRank("answer") { interval() }
        assertEquals(setOf("auto"), rank.toDataFrame()["estimator"].values().toSet())
        val used = rank.pairs.map { it.x }.zip(rank.toDataFrame()["used"].values()).toMap()
        assertEquals("Discrete", used["level"])
        assertEquals("Ross-Normal-Rank", used["a"])
        assertTrue("(n = 90; Ross-Normal-Rank)" in rank.toString(), rank.toString())
        assertEquals("KSG", mixed.mi("a", "b") { estimator(ksg) }.toDataFrame()["used"][0])

        val card = mixed.mi("a", "b")
        assertEquals(
            card.estimate.findings(Finding.ChosenView::class.java).single().view(),
            card.toDataFrame()["used"][0],
        )
        assertTrue("view: " in card.toString() && "used: auto" !in card.toString(), "$card")
        assertTrue("best of several views" in card.choice!!)
        // Of categories there are no views.
        assertEquals(
            "no estimator was given: miscope chose by the kinds of the columns",
            mixed.mi("level", "answer").choice,
        )
        assertTrue("views" !in rank.choice!!, rank.choice)
    }

    @Test
    fun `intervals say whether subsamples are contiguous`() {
        fun method(options: EstimateBuilder.() -> Unit) =
            mixed
                .mi("a", "b") { estimator(ksg).also { options() } }
                .estimate
                .interval()
                .get()
                .method()
        assertEquals("subsamples", method { interval() })
        assertEquals("contiguous subsamples", method { interval(contiguous = true) })
        assertEquals(
            "contiguous subsamples",
            method {
                interval()
                pValue(permutations = 1, blockLength = 10)
            },
        )
    }
}
