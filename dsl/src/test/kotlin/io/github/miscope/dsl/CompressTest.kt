package io.github.miscope.dsl

import io.github.miscope.encoder.Encoder
import io.github.miscope.sample.Seed
import org.jetbrains.kotlinx.dataframe.api.add
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class CompressTest {
    private val samples = gaussianImages(6, nats = 1.0).sample(300, Seed.of(1))

    @Test
    fun `a card says what was kept`() {
        val result =
            mi(samples) {
                estimator(ksgLocal)
                compress(pca(4))
            }
        assertEquals(36, result.estimate.dX())
        assertTrue(
            Regex("x: 36 columns -> 4 by PCA, \\d\\d % of the variance") in result.toString()
        ) {
            result.toString()
        }
        assertTrue("36 columns" in result.heading()) { result.heading() }
        assertEquals(1.0, result.nats, 0.3)
    }

    @Test
    fun `codes keep what is shared`() {
        val hidden = informationInMinorComponent(1.0, 0.01).sample(1000, Seed.of(2))
        assertEquals(1.0, mi(hidden) { compress() }.nats, 0.15)
        assertTrue(mi(hidden) { compress(pca(1), Encoder.none()) }.nats < 0.1)
        val text = mi(samples) { compress() }.toString()
        assertTrue("codes: " in text && "canonical variates" in text) { text }
    }

    @Test
    fun `folds are compressed by encoders of the others`() {
        val result = mi(samples) { compress(pca(4), folds = 2) }
        assertTrue("cross-fitted in 2 folds" in result.toString()) { result.toString() }
        assertTrue("x: 36 columns -> 4 by PCA" in result.toString()) { result.toString() }
        assertEquals(1.0, result.nats, 0.3)
    }

    @Test
    fun `levels and single columns stay`() {
        val frame =
            dataFrameOf(
                    *Array(12) { j -> samples.x().column(j).toList().toColumn("p$j") },
                    samples.x().column(14).map { if (it > 0.5) "light" else "dark" }.toColumn("s"),
                )
                .add("y") { samples.y().column(3)[index()] }
        val columns = List(12) { "p$it" }
        val shade = frame.mi(columns, "s") { compress(pca(2)) }
        assertTrue(shade.samples.y().isDiscrete)
        assertTrue("x: 12 columns -> 2" in shade.toString() && "y: " !in shade.toString()) {
            "$shade"
        }
        assertTrue("y: " !in frame.mi(columns, "y") { compress(pca(2)) }.toString())
    }

    @Test
    fun `in a sweep over information`() {
        val sweep = mi {
            task(gaussianImages(5))
            informationSweep(0, 1)
            estimators(ksgLocal, gaussianMi)
            compress(pca(2))
            samples(200)
            trials(2)
        }
        assertEquals(listOf(0.0, 1.0), sweep.table.rows().map { it.value() }.distinct())
        assertTrue(sweep.table.rows().all { "on PCA(2)" in it.estimator() })
    }

    @Test
    fun `what cannot be compressed`() {
        val given =
            assertThrows<IllegalArgumentException> {
                mi(samples) {
                    compress()
                    given(samples.y().column(0))
                }
            }
        assertTrue("compress(..) is for I(X;Y)" in given.message!!)
        val twice =
            assertThrows<IllegalArgumentException> {
                mi(samples) {
                    compress()
                    compress(pca(2))
                }
            }
        assertTrue("called twice" in twice.message!!)
    }
}
