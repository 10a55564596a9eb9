package io.github.miscope.dsl

import io.github.miscope.estimator.PValue
import java.util.Random
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Permutation tests that stop early, and what is said of them. */
class StopAfterTest {
    private val random = Random(1)
    private val x = DoubleArray(60) { random.nextGaussian() }
    private val noise = DoubleArray(60) { random.nextGaussian() }
    private val near = DoubleArray(60) { x[it] + 0.1 * random.nextGaussian() }
    private val frame =
        dataFrameOf(
            x.toList().toColumn("x"),
            noise.toList().toColumn("noise"),
            near.toList().toColumn("near"),
        )

    private fun p(result: MiResult): PValue = result.estimate.pValue().get()

    @Test
    fun `a test stops where there is nothing to find, and the card says when`() {
        val result = mi(x, noise) { pValue() }
        val p = p(result)
        assertTrue(p.permutations() < 200, "$p")
        assertEquals(10.0 / p.permutations(), result.pValue)
        val text = "(stopped after ${p.permutations()} of 200 permutations of all rows)"
        assertTrue(text in "$result", "$result")
        assertTrue(text in result.toHtml(), result.toHtml())
        val found = mi(x, near) { pValue() }
        assertEquals(1 / 201.0, found.pValue)
        assertTrue("(200 permutations of all rows)" in "$found", "$found")
    }

    @Test
    fun `it takes as many as are asked for`() {
        val all = mi(x, noise) { pValue(permutations = 50, stopAfter = 0) }
        assertEquals(50, p(all).permutations())
        assertTrue("(50 permutations of all rows)" in "$all", "$all")
        val two = mi(x, noise) { pValue(stopAfter = 2) }
        assertEquals(2.0 / p(two).permutations(), two.pValue)
        val given =
            mi(x, noise) {
                given(near)
                pValue(permutations = 40, stopAfter = 0)
            }
        assertEquals(40, p(given).permutations())
    }

    @Test
    fun `tables say that there may be fewer`() {
        val matrix =
            frame.miMatrix {
                estimator(ksg)
                pValue(permutations = 99)
            }
        assertTrue("p-values by up to 99 permutations, adjusted" in "$matrix", "$matrix")
        val all =
            frame.miMatrix {
                estimator(ksg)
                pValue(permutations = 99, stopAfter = 0)
            }
        assertTrue("p-values by 99 permutations, adjusted" in "$all", "$all")
        assertFalse("up to" in "$all", "$all")
        // What is significant is the same.
        assertEquals(
            all.pairs.map { it.adjustedPValue!! <= 0.05 },
            matrix.pairs.map { it.adjustedPValue!! <= 0.05 },
        )
        assertEquals(all["x", "near"].pValue(), matrix["x", "near"].pValue())
    }
}
