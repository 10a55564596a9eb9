package io.github.miscope.dsl

import io.github.miscope.sample.Seed
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.letsPlot.intern.toSpec
import org.jetbrains.letsPlot.label.ggtitle
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** The examples of the documentation compile and run; smaller where they would take long. */
class DesignExamplesTest {
    @Test
    fun `one line`() {
        val result = mi {
            estimator(ksgGlobalLinf)
            samples(100)
            trials(2)
            scaleSweep(1e-2..1e3)
        }
        assertEquals(40, result.table.rows().size)
        assertTrue(result.isComplete)
        assertEquals(0, result.failures)
        assertTrue("correlatedGaussians(d = 2, rho = 0.6)" in result.toString())
        val estimates = result.table.rows().map { it.nats() }
        assertEquals(estimates.first(), estimates[2], 1e-9)
    }

    @Test
    fun `a comparison`() {
        val sweep = mi {
            task(correlatedGaussians(dim = 5, rho = 0.6))
            samples(100)
            trials(2)
            seed(42)
            estimators(ksg, ksgLocal, ksgGlobal, ksgGlobalLinf)
            scaleSweep(1e-2..1e3, points = 5)
        }
        assertEquals(40, sweep.toDataFrame().rowsCount())
        assertTrue("mine" in (sweep.plot() + ggtitle("mine")).toSpec().toString())
    }

    @Test
    fun `data frames`() {
        val samples = correlatedGaussians(2, 0.7).sample(80, Seed.of(3))
        val df =
            dataFrameOf(
                samples.x().column(0).toList().toColumn("height"),
                samples.x().column(1).toList().toColumn("weight"),
                samples.y().column(0).toList().toColumn("age"),
            )
        val result =
            df.mi({ "height" and "weight" }, { "age" }) {
                estimator(ksgGlobalLinf)
                interval(0.95)
                pValue(permutations = 200)
            }
        assertTrue("95 % interval [" in result.toString(), result.toString())
        assertTrue("200 permutations of all rows" in result.toString())
        assertTrue("95 % interval [" in result.toHtml())
        val chosen = df.mi({ "height" }, { "age" })
        assertTrue("miscope chose" in chosen.toString())
        assertEquals(3, df.miMatrix().pairs.size)
    }
}
