package io.github.miscope.dsl

import io.github.miscope.sample.Seed
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

/** A label takes nothing away from an estimator. */
class LabelsTest {
    private val samples = correlatedGaussians(1, 0.6).sample(200, Seed.of(1))

    @Test
    fun `a label keeps pointwise values`() {
        assertArrayEquals(
            mi(samples) { estimator(ksg) }.pointwise(),
            mi(samples) { estimator(ksg named "x") }.pointwise(),
        )
    }

    @Test
    fun `a scaling keeps pointwise values`() {
        val local = mi(samples) { estimator(ksgLocal) }
        assertEquals(local.nats, local.pointwise().average(), 1e-12)
    }

    @Test
    fun `options go through labels and scalings, or are refused by name`() {
        assertEquals(ksgLocal.withK(5), ksgLocal(k = 5))
        val message =
            assertThrows(IllegalArgumentException::class.java) {
                    gaussianMi.scaled(io.github.miscope.scaling.Scaling.local())(k = 5)
                }
                .message
        assertEquals("$gaussianMi has no number of neighbours k to set to 5", message)
    }
}
