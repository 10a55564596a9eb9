package io.github.miscope.dsl

import io.github.miscope.sample.Seed
import io.github.miscope.task.DataSource
import org.jetbrains.kotlinx.multik.api.mk
import org.jetbrains.kotlinx.multik.api.ndarray
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class SweepBuilderTest {
    private fun message(options: SweepBuilder.() -> Unit): String? =
        assertThrows<IllegalArgumentException> { sweep(options) }.message

    @Test
    fun `everything has a default`() {
        val plan = sweep {}
        assertEquals("correlatedGaussians(d = 2, rho = 0.6)", plan.task().toString())
        assertEquals(listOf(auto), plan.estimators())
        assertEquals(500, plan.samples())
        assertEquals(10, plan.trials())
        assertEquals(Seed.of(0), plan.seed())
        assertEquals("none", plan.axis().toString())
    }

    @Test
    fun `options reach the plan`() {
        val plan = sweep {
            task(correlatedGaussians(dim = 5, rho = 0.6).mapX(cube then sigmoid then scale(0.1)))
            samples(123)
            trials(4)
            seed(42)
            estimators(ksg, ksgLocal(k = 5))
            estimator(ksgGlobalLinf(grid = scaleGrid(0.5..1.5, points = 3)) named "few")
            kSweep(1..3)
        }
        assertEquals(
            "correlatedGaussians(d = 5, rho = 0.6), x: cube then sigmoid then scale(0.1)",
            plan.task().toString(),
        )
        // The axis sets k: no label states another one.
        assertEquals(listOf("KSG", "KSG-Local", "few"), plan.estimators().map { it.toString() })
        assertEquals(123, plan.samples())
        assertEquals(4, plan.trials())
        assertEquals(Seed.of(42), plan.seed())
        assertArrayEquals(doubleArrayOf(1.0, 2.0, 3.0), plan.values())
    }

    @Test
    fun `each axis by its name`() {
        fun axis(options: SweepBuilder.() -> Unit) = sweep(options).axis().toString()
        assertEquals("scaleX", axis { scaleSweep(1e-2..1e3) })
        assertEquals("scaleX", axis { scaleSweep(listOf(0.1, 1.0)) })
        assertEquals("scaleY", axis { scaleSweepY(1e-2..1e3) })
        assertEquals("snr", axis { snrSweep(0.5..5.0, points = 4) })
        assertEquals("snrDb", axis { snrDbSweep(-10.0..20.0) })
        assertEquals("dimension", axis { dimensionSweep(1..9) })
        assertEquals("dimension", axis { dimensionSweep(listOf(2, 4, 8)) })
        assertEquals("samples", axis { samplesSweep(100..10_000) })
        assertEquals("samples", axis { samplesSweep(listOf(100, 200)) })
        assertEquals("noiseDimensions(sigma = 0.2)", axis { noiseDimensionsSweep(0..20) })
        assertEquals("duplicates", axis { duplicatesSweep(1..10) })
        assertEquals("correlation", axis { correlationSweep(0.0..0.9) })
        assertEquals("k", axis { kSweep(1..20) })
    }

    @Test
    fun `two axes are an error that names both`() {
        assertEquals(
            "a sweep has one axis: scaleSweep and kSweep are both given",
            message {
                scaleSweep(1e-2..1e3)
                kSweep(1..3)
            },
        )
    }

    @Test
    fun `a task and data are an error that names both`() {
        val x = doubleArrayOf(1.0, 2.0, 4.0)
        assertEquals(
            "a sweep has one task or data: correlatedGaussians(d = 2, rho = 0.5) and " +
                "data(n = 3, dX = 1, dY = 1) are both given",
            message {
                task(correlatedGaussians(2, 0.5))
                data(x, x)
            },
        )
    }

    @Test
    fun `errors name the option, the value and the rule`() {
        assertEquals("samples must be >= 2: samples=1", message { samples(1) })
        assertEquals("trials must be >= 1: trials=0", message { trials(0) })
        assertEquals("threads must be >= 1: threads=0", message { threads(0) })
        assertEquals(
            "scaleSweep is log-spaced, so its values must be > 0: the range starts at 0.0",
            message { scaleSweep(0.0..1.0) },
        )
        assertEquals(
            "scaleSweep needs an ascending range: 2.0..1.0",
            message { scaleSweep(2.0..1.0) },
        )
        assertEquals(
            "snrSweep from 1.0 to 2.0 needs at least 2 points: points=1",
            message { snrSweep(1.0..2.0, points = 1) },
        )
        assertEquals("kSweep needs at least 1 value", message { kSweep(listOf()) })
        assertEquals(
            "two estimators have the label \"KSG\": rename one with named(\"...\")",
            message { estimators(ksg, ksg) },
        )
        assertEquals("k must be >= 1: k=0", message { estimator(ksg(k = 0)) })
    }

    @Test
    fun `an option that does not apply says so`() {
        val text = message {
            task(gaussian(arrayOf(doubleArrayOf(1.0, 0.5), doubleArrayOf(0.5, 1.0))))
            dimensionSweep(1..3)
        }
        assertTrue("dimension" in text!!, text)
    }

    @Test
    fun `data default to all rows and one trial`() {
        val x = DoubleArray(20) { it * 0.5 }
        val y = DoubleArray(20) { it * 0.3 + it % 3 }
        val plan = sweep { data(x, y) }
        assertEquals(20, plan.samples())
        assertEquals(1, plan.trials())
        assertEquals(
            10,
            sweep {
                    data(x, y)
                    samplesSweep(listOf(10, 15))
                }
                .trials(),
        )
        assertEquals(
            10,
            sweep {
                    data(x, y)
                    samples(10)
                }
                .trials(),
        )
    }

    @Test
    fun `data in every form are the same samples`() {
        val x = Array(6) { i -> doubleArrayOf(i * 1.5, (i * i) % 5 + 0.25) }
        val y = DoubleArray(6) { it * 0.7 }
        fun samples(options: SweepBuilder.() -> Unit) =
            (sweep(options).task() as DataSource).samples()
        val rows = samples { data(x, Array(6) { doubleArrayOf(y[it]) }) }
        val multik = samples { data(mk.ndarray(x.map { it.toList() }), mk.ndarray(y.toList())) }
        assertEquals(rows, multik)
        assertEquals(2, rows.dX())
        assertEquals(x[3][1], rows.x().get(3, 1))
    }

    @Test
    fun `spacing has exact ends`() {
        assertArrayEquals(
            doubleArrayOf(0.01, 0.1, 1.0, 10.0, 100.0, 1000.0),
            logSpaced("a", 1e-2..1e3, 6),
        )
        val odd = logSpaced("a", 0.3..7.7, 13)
        assertEquals(0.3, odd.first())
        assertEquals(7.7, odd.last())
        assertEquals(13, odd.toSet().size)
        assertArrayEquals(doubleArrayOf(0.5, 2.75, 5.0), evenlySpaced("a", 0.5..5.0, 3))
        assertArrayEquals(
            doubleArrayOf(100.0, 1000.0, 10_000.0),
            logSpacedWhole("a", 100..10_000, 3),
        )
        assertArrayEquals(doubleArrayOf(1.0, 2.0, 3.0), logSpacedWhole("a", 1..3, 20))
        assertArrayEquals(doubleArrayOf(5.0), logSpaced("a", 5.0..5.0, 1))
    }
}
