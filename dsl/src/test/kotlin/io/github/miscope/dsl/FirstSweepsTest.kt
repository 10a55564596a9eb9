package io.github.miscope.dsl

import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.sample.Samples
import io.github.miscope.sweep.Axis
import io.github.miscope.sweep.Sweep
import io.github.miscope.task.DataSource
import io.github.miscope.task.Task
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.letsPlot.intern.toSpec
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** What one writes into `mi { }` without having read much. */
class FirstSweepsTest {
    private fun message(options: SweepBuilder.() -> Unit): String? =
        assertThrows<IllegalArgumentException> { sweep(options) }.message

    private fun values(options: SweepBuilder.() -> Unit): List<Double> =
        sweep(options).values().toList()

    @Test
    fun `values are given as ranges, lists or one by one`() {
        val scales = listOf(0.1, 1.0, 10.0)
        assertEquals(scales, values { scaleSweep(0.1, 1, 10) })
        assertEquals(scales, values { scaleSweep(listOf(0.1, 1.0, 10.0)) })
        assertEquals(scales, values { scaleSweepY(0.1, 1.0, 10.0) })
        assertEquals(listOf(1.0, 10.0, 100.0), values { scaleSweep(1..100, points = 3) })
        assertEquals(listOf(1.0, 10.0, 100.0), values { scaleSweepY(1..100, 3) })
        assertEquals(listOf(100.0, 300.0), values { samplesSweep(100, 300) })
        assertEquals(listOf(100.0, 200.0, 300.0), values { samplesSweep(100..300 step 100) })
        assertEquals(listOf(100.0, 1000.0, 10_000.0), values { samplesSweep(1e2..1e4, 3) })
        assertEquals(listOf(100.0, 1000.0, 10_000.0), values { samplesSweep(100..10_000, 3) })
        assertEquals(listOf(1e2, 1e3), values { samplesSweep(listOf(1e2, 1e3)) })
        assertEquals(listOf(-20.0, 0.0, 20.0), values { snrDbSweep(-20..20, points = 3) })
        assertEquals(20, values { snrDbSweep(-20..20) }.size)
        assertEquals(listOf(-10.0, 0.0, 10.0), values { snrDbSweep(-10, 0, 10) })
        assertEquals(listOf(-10.0, 0.0, 10.0), values { snrDbSweep(-10..10 step 10) })
        assertEquals(listOf(0.1, 1.0, 10.0), values { snrSweep(0.1, 1, 10) })
        assertEquals(listOf(1.0, 10.0), values { snrSweep(1..10, points = 2) })
        assertEquals(listOf(1.0, 3.0, 9.0), values { dimensionSweep(1, 3, 9) })
        assertEquals(listOf(1.0, 3.0, 5.0), values { dimensionSweep(1..5 step 2) })
        assertEquals(listOf(0.0, 5.0, 20.0), values { noiseDimensionsSweep(0, 5, 20) })
        assertEquals(
            "noiseDimensions(sigma = 0.5)",
            sweep { noiseDimensionsSweep(0, 5, sigma = 0.5) }.axis().toString(),
        )
        assertEquals(listOf(1.0, 5.0), values { duplicatesSweep(1, 5) })
        assertEquals(listOf(0.0, 0.5, 0.9), values { correlationSweep(0, 0.5, 0.9) })
        assertEquals(listOf(-0.5, 0.5), values { correlationSweep(-0.5..0.5, points = 2) })
        assertEquals(listOf(1.0, 3.0, 10.0), values { kSweep(1, 3, 10) })
        assertEquals(listOf(1.0, 3.0, 5.0), values { kSweep(1..5 step 2) })
        assertEquals(listOf(2.0, 4.0), values { sweep(Axis.scaleY(), 2, 4) })
        assertEquals(listOf(2.0, 4.0), values { sweep(Axis.scaleY(), listOf(2, 4)) })
        assertEquals(listOf(7.0), values { dimensionSweep(7) })
    }

    @Test
    fun `signal-to-noise ratios go in decades, and evenly if asked`() {
        assertEquals(
            listOf(0.01, 0.1, 1.0, 10.0, 100.0),
            values { snrSweep(0.01..100.0, points = 5) },
        )
        assertEquals(listOf(1.0, 2.0, 3.0), values { snrSweep(evenlySpaced(1.0..3.0, points = 3)) })
        assertEquals(listOf(0.1, 1.0), values { snrSweep(logSpaced(0.1..1.0, points = 2)) })
        assertEquals(
            "snrSweep is log-spaced, so its values must be > 0: the range starts at 0.0",
            message { snrSweep(0.0..1.0) },
        )
        fun spec(options: SweepBuilder.() -> Unit) =
            mi {
                    samples(30)
                    trials(1)
                    estimator(gaussianMi)
                    options()
                }
                .plot()
                .toSpec()
                .toString()
        assertTrue("log10" in spec { snrSweep(0.01..100.0, points = 5) })
        assertFalse("log10" in spec { snrSweep(evenlySpaced(1.0..11.0, points = 3)) })
    }

    @Test
    fun `a range of k ends below the number of samples, and says so`() {
        val result = mi {
            samples(20)
            trials(1)
            estimator(ksg)
            kSweep(15..1000)
        }
        assertArrayEquals(doubleArrayOf(15.0, 16.0, 17.0, 18.0, 19.0), result.sweep.values())
        assertEquals(0, result.failures)
        val remark = "Left out of k: 981 values from 20 on, since k must be < n = 20."
        assertTrue(remark in result.toString(), result.toString())
        assertTrue(remark in result.inUnit(BITS).plot().toSpec().toString().replace("\\n", " "))
        assertEquals(
            listOf(1.0, 5.0, 9.0),
            values {
                samples(10)
                kSweep(1..100 step 4)
            },
        )
        assertEquals(
            "kSweep: k must be < number of samples: k=600, n=500",
            message { kSweep(600..1000) },
        )
        assertEquals(listOf(1.0, 2.0, 3.0), values { kSweep(1..3) })
    }

    @Test
    fun `titles do not state as fixed what is swept`() {
        fun title(options: SweepBuilder.() -> Unit): String {
            val result = mi {
                samples(30)
                trials(1)
                estimator(gaussianMi)
                options()
            }
            val text = result.toString().lines().first()
            val subtitle = (result.plot().toSpec()["ggtitle"] as Map<*, *>)["subtitle"].toString()
            val error = (result.errorPlot().toSpec()["ggtitle"] as Map<*, *>)["subtitle"].toString()
            assertEquals("miscope: $subtitle", text)
            assertEquals(subtitle, error)
            return subtitle
        }
        assertEquals(
            "correlatedGaussians(d = 2), n = 30, 1 trial",
            title { correlationSweep(0.0, 0.5) },
        )
        assertEquals("correlatedGaussians(d = 2), n = 30, 1 trial", title { snrSweep(1, 2) })
        assertEquals(
            "correlatedGaussians(rho = 0.6), n = 30, 1 trial",
            title { dimensionSweep(1..2) },
        )
        assertEquals(
            "additiveGaussianNoise(d = 1), x: cube, n = 30, 1 trial",
            title {
                task(additiveGaussianNoise(0.5).mapX(cube))
                snrDbSweep(0, 10)
            },
        )
        assertEquals(
            "correlatedGaussians(d = 2, rho = 0.6), n = 20 to 30, 1 trial",
            title { samplesSweep(20, 30) },
        )
    }

    @Test
    fun `a task that no option takes is an error, not the default`() {
        assertEquals(
            "correlatedGaussians(d = 2, rho = 0.9) stands in the block, but no option takes it: " +
                "write task(..) around it",
            message {
                correlatedGaussians(2, 0.9)
                estimator(ksg)
            },
        )
        for (make in
            listOf<() -> Unit>(
                { correlatedGaussians(2, 0.1..0.9) },
                { additiveGaussianNoise(2, 0.5) },
                { additiveUniformNoise(2, 0.5) },
                { randomGaussian(2) },
                { customTask("mine") { n, _ -> Samples.of(DoubleArray(n), DoubleArray(n)) } },
            )) {
            assertTrue("write task(..) around it" in message { make() }!!)
        }
        // What is made from it, or only looked at, is no mistake where a task or data are given.
        val plan = sweep { task(correlatedGaussians(2, 0.9).mapX(cube)) }
        assertTrue("cube" in plan.task().toString())
        assertTrue(
            sweep {
                    val samples = correlatedGaussians(2, 0.9).sample(30, plan.seed())
                    data(samples)
                }
                .task() is DataSource
        )
    }

    @Test
    fun `other values that no option takes are errors as well`() {
        val x = DoubleArray(30) { kotlin.math.sin(it * 1.7) }
        val frame = dataFrameOf(x.toList().toColumn("a"), x.reversed().toColumn("b"))
        fun refusal(block: () -> Unit) =
            assertThrows<IllegalArgumentException> { block() }.message!!.substringBefore(":")
        val around = "stands in the block, but no option takes it"
        assertEquals("KSG-Local $around", refusal { sweep { ksgLocal } })
        assertEquals("KSG $around", refusal { mi(x, x.reversedArray()) { ksg } })
        assertEquals("KSG(k=5) $around", refusal { frame.mi("a", "b") { ksg(k = 5) } })
        assertEquals("Gaussian $around", refusal { frame.miMatrix { gaussianMi } })
        assertEquals("bits $around", refusal { frame.mi("a", "b") { BITS } })
        assertEquals("DROP $around", refusal { frame.mi("a", "b") { DROP } })
        assertEquals("DROP $around", refusal { frame.miRank("a") { DROP } })
        assertEquals("DROP $around", refusal { frame.miDrift("a", "b") { DROP } })
        assertTrue(refusal { frame.miMatrix { BENJAMINI_HOCHBERG } }.endsWith(around))
        assertTrue(refusal { frame.entropy("a") { knnEntropy } }.endsWith(around))
        assertTrue(refusal { sweep { logSpaced(1.0..2.0, 2) } }.endsWith(around))
        assertTrue(refusal { sweep { customEstimator("mine") { _ -> 0.0 } } }.startsWith("mine"))
        // What options take, also of what is made from it, is none.
        frame.mi("a", "b") {
            estimator(ksg(k = 2) named "two")
            missing(DROP)
            unit(BITS)
        }
        sweep { estimators(ksg, entropySum(knnEntropy)) }
        // A block inside a block has its own.
        assertEquals(
            "KSG $around",
            refusal {
                sweep {
                    estimator(ksg)
                    mi(x, x) { ksg }
                }
            },
        )
    }

    @Test
    fun `estimators and tasks of one's own have names`() {
        val result = mi {
            task("line", nats = 0.5) { n, random ->
                val x = DoubleArray(n) { random.nextGaussian() }
                Samples.of(x, DoubleArray(n) { x[it] + random.nextGaussian() })
            }
            samples(50)
            trials(2)
            estimator("linear") { x, y ->
                val r = x.indices.sumOf { x[it] * y[it] } / x.size / 2
                r * r
            }
            estimator("half") { samples -> samples.n() / 100.0 }
            estimator(customEstimator("again") { _, _ -> 0.25 })
        }
        assertEquals(listOf("linear", "half", "again"), result.sweep.estimators().map { "$it" })
        assertEquals("line", result.table.rows().first().task())
        assertEquals(0.5, result.table.rows().first().trueNats())
        assertEquals(0.5, result.table.rows()[2].nats())
        assertEquals(
            result.table.rows().map { it.nats() },
            mi(result.sweep.run().sweep()).table.rows().map { it.nats() },
        )
        val two = Samples.ofColumns(Array(2) { DoubleArray(9) }, Array(3) { DoubleArray(9) })
        assertEquals(
            "linear takes one column against one, not 2 against 3: take { samples -> ... } " +
                "instead of { x, y -> ... }",
            assertThrows<IllegalArgumentException> {
                    mi(two) { estimator("linear") { _, _ -> 0.0 } }
                }
                .message,
        )
    }

    private fun mi(sweep: Sweep): SweepResult = sweep.run().toResult()

    @Test
    fun `lambdas without a name are called so`() {
        val lambda = MutualInformationEstimator { ksg.estimate(it) }
        val result = mi {
            task(Task { correlatedGaussians(1, 0.5) })
            samples(30)
            trials(1)
            estimators(lambda, ksg)
            estimator(MutualInformationEstimator { ksg2.estimate(it) })
        }
        assertEquals(
            listOf("unnamed estimator", "KSG", "unnamed estimator 2"),
            result.sweep.estimators().map { "$it" },
        )
        assertFalse("Lambda" in result.toString() || "\$" in result.toString(), "$result")
        assertTrue("unnamed task" in result.toString())
        assertFalse("Lambda" in result.plot().toSpec().toString())
        val x = DoubleArray(30) { kotlin.math.sin(it * 1.7) }
        val card = mi(x, x.reversedArray()) { estimator(lambda) }.toString()
        assertTrue("unnamed estimator" in card, card)
        val named = sweep { task(Task { correlatedGaussians(1, 0.5) } named "half") }
        assertEquals("half", named.task().toString())
    }

    @Test
    fun `tasks of one dimension need only their parameter`() {
        assertEquals(correlatedGaussians(1, 0.9), correlatedGaussians(0.9))
        assertEquals(additiveGaussianNoise(1, 0.5), additiveGaussianNoise(sigma = 0.5))
        assertEquals(additiveUniformNoise(1, 0.5), additiveUniformNoise(width = 0.5))
    }

    @Test
    fun `data come as lists, columns by name, and rows beside values`() {
        val x = List(20) { kotlin.math.sin(it * 1.7) }
        val y = List(20) { kotlin.math.cos(it * 0.7) }
        val frame = dataFrameOf(x.toColumn("a"), y.toColumn("b"))
        fun samples(options: SweepBuilder.() -> Unit) =
            (sweep(options).task() as DataSource).samples()
        val expected = samples { data(x.toDoubleArray(), y.toDoubleArray()) }
        assertEquals(expected, samples { data(x, y) })
        assertArrayEquals(expected.x().column(0), samples { data(frame, "a", "b") }.x().column(0))
        val three = dataFrameOf(x.toColumn("a"), y.toColumn("b"), y.reversed().toColumn("c"))
        assertEquals(2, samples { data(three, listOf("a", "b"), listOf("c")) }.dX())
        val rows = Array(20) { doubleArrayOf(x[it], y[it]) }
        assertEquals(2, samples { data(rows, y.toDoubleArray()) }.dX())
    }
}
