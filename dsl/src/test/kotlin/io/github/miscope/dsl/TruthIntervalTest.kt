package io.github.miscope.dsl

import io.github.miscope.sample.Seed
import io.github.miscope.task.Tasks
import kotlin.math.ln
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Intervals for the truth, in results, texts and frames. */
class TruthIntervalTest {

    private val samples = Tasks.correlatedGaussians(1, 0.9).sample(200, Seed.of(1))

    private val result =
        mi(samples) {
            truthInterval()
            bits()
        }

    @Test
    fun `results have an interval for the truth, or say why not`() {
        val truth = result.truth!!
        assertTrue(truth.isCertified, truth.toString())
        assertTrue(truth.interval().get().contains(-ln(1 - 0.81) / 2))
        assertNull(mi(samples) { interval() }.truth)
    }

    @Test
    fun `cards and frames show them in the unit of the result`() {
        val text = result.truth!!.text(result.unit)
        assertTrue(text in result.toString(), result.toString())
        assertTrue("truth in [" in result.toHtml(), result.toHtml())
        val row = result.toDataFrame()[0]
        val interval = result.truth!!.interval().get()
        assertEquals(result.unit.fromNats(interval.lower()), row["truth_lower_bits"])
        assertEquals(result.unit.fromNats(interval.upper()), row["truth_upper_bits"])
        assertEquals(result.unit.fromNats(result.truth!!.bias()), row["bias_bits"])
        assertNull(row["doubt"])
        assertTrue("truth_lower_bits" !in mi(samples) { interval() }.toDataFrame().columnNames())
    }

    @Test
    fun `conditional estimates are refused`() {
        val z = samples.x().column(0)
        val error =
            assertThrows<IllegalArgumentException> {
                mi(samples) {
                    given(z)
                    truthInterval()
                }
            }
        assertTrue("truthInterval() is for I(X;Y)" in error.message!!, error.message)
    }
}
