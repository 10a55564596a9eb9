package io.github.miscope.dsl

import io.github.miscope.estimator.entropy.PointwiseEntropySum
import io.github.miscope.sample.Seed
import io.github.miscope.scaling.Scaling
import kotlin.math.ln
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class WhitenedTest {
    private val samples = correlatedGaussians(2, 0.5).sample(300, Seed.of(1))

    @Test
    fun `a whitened entropy follows linear maps`() {
        val (a, b) = samples.x().columns()
        val x = Array(a.size) { doubleArrayOf(a[it], b[it]) }
        val y = Array(a.size) { doubleArrayOf(a[it] + 100 * b[it], 3 * b[it]) }
        val whitened: EntropyBuilder.() -> Unit = { estimator(knnEntropy.whitened()) }
        val nats = entropy(x, whitened).estimate.nats
        assertEquals(nats + ln(3.0), entropy(y, whitened).estimate.nats, 1e-9)
    }

    @Test
    fun `a sum of whitened entropies is an estimator like others`() {
        val sum: PointwiseEntropySum = entropySum(weightedKnnEntropy.whitened())
        assertEquals("3H-WKL-Whitened", sum.toString())
        val estimate = mi(samples) { estimator(sum) }
        // The standard deviation of log f(x,y)/f(x)f(y) is at most 1.1 here: 4 times 1.1 /
        // sqrt(300).
        assertEquals(-ln(0.75), estimate.nats, 0.26)
    }

    @Test
    fun `any estimator can be used under whitening`() {
        val estimate = mi(samples) { estimator(biKsg.scaled(Scaling.whitening())) }
        assertEquals("BI-KSG-Whitened", estimate.estimate.estimator())
    }

    @Test
    fun `a whitened entropy that no option takes is refused`() {
        val e =
            assertThrows<IllegalArgumentException> {
                entropy(doubleArrayOf(1.0, 2.0, 4.0)) { knnEntropy.whitened() }
            }
        assertTrue(e.message!!.startsWith("KL-Whitened stands in the block"), e.message)
    }
}
