package io.github.miscope.dsl

import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.preset.Presets
import io.github.miscope.internal.parallel.Threads
import java.util.concurrent.atomic.AtomicInteger
import kotlin.random.Random
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Pairs without an estimate are empty cells with a reason, never the end of the table. */
class MissingPairsTest {
    private val random = Random(3)

    private fun values(gaps: IntRange = IntRange.EMPTY): List<Double?> =
        List(20) { i -> random.nextDouble().takeUnless { i in gaps } }

    /** b and c have no row in common. */
    private val df =
        dataFrameOf(
            values().map { it!! }.toColumn("a"),
            values(0..9).toColumn("b"),
            values(10..19).toColumn("c"),
            values().map { it!! }.toColumn("d"),
        )

    private val matrix by lazy {
        df.miMatrix {
            estimator(ksg)
            missing(MissingValues.DROP)
            pValue(permutations = 19)
        }
    }

    @Test
    fun `the other pairs of a matrix have their estimates`() {
        assertEquals(6, matrix.pairs.size)
        val (failed, good) = matrix.pairs.partition { it.failure != null }
        val pair = failed.single()
        assertEquals("b" to "c", pair.x to pair.y)
        assertTrue("0 of 20 rows are left" in pair.failure!!, pair.failure)
        assertTrue(pair.nats.isNaN() && pair.adjustedPValue == null)
        val e = assertThrows(IllegalArgumentException::class.java) { matrix["c", "b"] }
        assertEquals("no estimate of I(b; c): ${pair.failure}", e.message)
        assertTrue(good.all { it.nats == it.estimate.nats() && it.adjustedPValue != null })
        val alone =
            df.mi("a", "b") {
                estimator(ksg)
                missing(MissingValues.DROP)
            }
        assertEquals(alone.estimate.nats(), matrix["a", "b"].nats())
    }

    @Test
    fun `its frame, text and figure say so`() {
        val frame = matrix.toDataFrame()
        val row = matrix.pairs.indexOfFirst { it.failure != null }
        assertNull(frame["estimate_nats"][row])
        assertNull(frame["used"][row])
        assertEquals(matrix.pairs[row].failure, frame["failure"][row])
        assertTrue("b; c  no estimate" in "$matrix", "$matrix")
        assertTrue("No estimate of 1 of 6 pairs. b and c: " in "$matrix", "$matrix")
        assertTrue("\u2013" in matrix.plot().toSvg())
        assertTrue("failure" !in df.miMatrix("a", "d").toDataFrame().columnNames())
    }

    @Test
    fun `a ranking has them last`() {
        val rank =
            df.miRank("c") {
                estimator(ksg)
                missing(MissingValues.DROP)
            }
        assertEquals("b", rank.columns.last())
        assertTrue(rank.pairs.dropLast(1).all { it.failure == null })
        assertTrue("b (no estimate)" in rank.plot().toSvg())
        assertTrue("\n  b  no estimate" in "$rank", "$rank")
    }

    @Test
    fun `without any estimate there is no table`() {
        val e =
            assertThrows(IllegalArgumentException::class.java) {
                df.miMatrix("a", "d", "a2") { estimator(ksg(k = 30)) }
            }
        assertTrue("a2" in e.message!!, e.message)
        val all =
            assertThrows(IllegalArgumentException::class.java) {
                df.miMatrix {
                    estimator(ksg(k = 30))
                    missing(MissingValues.DROP)
                }
            }
        assertEquals(
            "none of 6 pairs has an estimate; \"a\" and \"b\": k must be < number of points: " +
                "k=30, n=10",
            all.message,
        )
    }

    /** On one thread, or others could finish all the rest before they hear of the interrupt. */
    @Test
    fun `an interrupt keeps what was finished`() = Threads.within(1) { stopAtTheEighthEstimate() }

    private fun stopAtTheEighthEstimate() {
        val calls = AtomicInteger()
        val stopping = MutualInformationEstimator { samples ->
            // Checks repeat it: two pairs are finished by then, and the third is stopped.
            if (calls.incrementAndGet() == 8) Thread.currentThread().interrupt()
            Presets.ksg().estimate(samples)
        }
        val stop =
            assertThrows(MatrixInterruptedException::class.java) {
                df.miMatrix {
                    estimator(stopping)
                    missing(MissingValues.DROP)
                }
            }
        assertTrue(stop.cause is InterruptedException)
        val finished = stop.finished.pairs.filter { it.failure == null }
        val rest = stop.finished.pairs.filter { it.failure == "not computed" }
        assertEquals(2, finished.size)
        assertEquals(4, rest.size)
        assertTrue("Not computed: 4 of 6 pairs." in "${stop.finished}")
        stop.finished.plot().toSvg()
        val rank =
            assertThrows(RankInterruptedException::class.java) {
                calls.set(0)
                df.miRank("a") {
                    estimator(stopping)
                    missing(MissingValues.DROP)
                }
            }
        assertEquals(3, rank.finished.pairs.size)
    }
}
