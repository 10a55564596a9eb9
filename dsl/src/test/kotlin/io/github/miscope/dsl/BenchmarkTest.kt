package io.github.miscope.dsl

import io.github.miscope.benchmark.Suite
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class BenchmarkTest {
    @TempDir lateinit var folder: Path

    private val small =
        Suite.of("small", 60, 2, listOf(correlatedGaussians(0.5), correlatedGaussians(2, 0.3)))

    /** Too high by a nat on the first task, and refused on the second. */
    private val high = customEstimator("high") { x, y -> x.size.toDouble() - y.size + 1.1438 }

    @Test
    fun `a suite by estimators`() {
        val result = benchmark {
            suite(small)
            estimators(ksg, high)
            seed(3)
        }
        assertTrue(result.isComplete)
        assertEquals(2, result.failures)
        val board = result.leaderboard()
        assertEquals(listOf("KSG", "high"), board["estimator"].values().toList())
        assertEquals(listOf(2, 1), board["tasks"].values().toList())
        assertEquals(0.99996, board["mean_absolute_error_nats"][1] as Double, 1e-4)
        assertEquals(
            listOf("task", "estimator", "n", "d_x", "d_y", "trial", "seed", "true_mi_nats") +
                listOf("estimate_nats", "error_nats", "seconds", "warnings", "failure"),
            result.toDataFrame().columnNames(),
        )
        assertEquals(8, result.toDataFrame().rowsCount())
        assertEquals(4, result.scores().rowsCount())
        assertEquals(null, result.scores()["bias_nats"][3])
        val bits = result.inUnit(BITS)
        assertEquals(
            result.leaderboard()["mean_absolute_error_nats"][0] as Double / Math.log(2.0),
            bits.leaderboard()["mean_absolute_error_bits"][0] as Double,
            1e-12,
        )
        assertTrue("small (2 tasks), n = 60, 2 trials\n  KSG " in "$result", "$result")
        assertTrue("2 of 8 cells failed, first: high takes one column" in "$result", "$result")
        // Seeds belong to tasks.
        assertEquals(
            result.table.rows.filter { it.estimator == "KSG" }.map { it.nats },
            benchmark {
                    suite(small)
                    estimator(ksg)
                    seed(3)
                    threads(1)
                }
                .table
                .rows
                .map { it.nats },
        )
    }

    @Test
    fun `the plan`() {
        val plan = benchmarkPlan {}
        assertEquals(40, plan.suite().tasks().size)
        assertEquals(listOf("auto"), plan.estimators().map { "$it" })
        assertEquals(120, plan.cells())
        val other = benchmarkPlan {
            suites(beyondNormal, beyondNormal2)
            tasks(correlatedGaussians(5, 0.6))
            estimators(ksg, ksg2)
            samples(200)
            trials(1)
        }
        assertEquals(54 * 2, other.cells())
        assertTrue(other.suite().tasks().all { it.samples() == 200 && it.trials() == 1 })
        assertEquals(10, benchmarkPlan { suite(images) }.suite().tasks().size)
        assertEquals(24, benchmarkPlan { suite(ambientIntrinsic) }.suite().tasks().size)
        assertEquals(41, benchmarkPlan { suite(ourHeldOut) }.suite().tasks().size)
    }

    @Test
    fun `bad options are named`() {
        fun message(options: BenchmarkBuilder.() -> Unit) =
            assertThrows(IllegalArgumentException::class.java) { benchmarkPlan(options) }.message
        assertEquals("trials must be >= 1: trials=0", message { trials(0) })
        assertEquals("samples must be >= 2: samples=1", message { samples(1) })
        assertEquals(
            "Beyond Normal (40 tasks) stands in the block, but no option takes it: write " +
                "suite(..) around it",
            message { beyondNormal },
        )
        assertEquals(
            "two estimators have the label \"KSG\": rename one with named(\"...\")",
            message { estimators(ksg, ksg) },
        )
        assertEquals(
            "seconds must be positive and finite: seconds=0.0",
            message { estimator(programEstimator("p", "python3", seconds = 0.0)) },
        )
    }

    @Test
    fun `a checkpoint is taken up`() {
        val file = folder.resolve("benchmark.checkpoint").toString()
        fun run(more: Int) = benchmark {
            suite(small)
            estimators(ksg, ksg2)
            trials(more)
            checkpoint(file)
        }
        val done = run(2).table.rows.filter { it.estimator == "KSG" }
        val kept = run(3).table.rows.filter { it.estimator == "KSG" && it.trial < 2 }
        // Not even timings are new.
        assertEquals(done, kept)
    }

    @Test
    fun `a figure`() {
        val result = benchmark {
            suite(beyondNormal)
            samples(60)
            trials(1)
            estimators(ksg, high, ksgLocal, biKsg)
        }
        result.plot().render("benchmark")
        benchmark {
                suite(small)
                estimators(List(12) { customEstimator("estimator number $it") { _ -> 0.1 * it } })
                bits()
            }
            .plot()
            .render("benchmark-of-many")
        val file = result.save(folder.resolve("benchmark.svg"))
        assertTrue("mean absolute error [nats]" in Files.readString(file))
    }

    @Test
    fun `a table of the scale paper beside the printed one`() {
        val result = benchmark {
            suite(scalePaperTable2)
            samples(60)
            trials(3)
            estimators(scalePaperEstimators)
        }
        val both = result.besidePrinted()
        assertEquals(14 * 5, both.rowsCount())
        assertEquals("table 2, row 1: ds cb sg", both["task"][0])
        assertEquals(0.351, both["normalised_rmse_printed"][0])
        assertEquals(result.scores()["normalised_rmse"][0], both["normalised_rmse"][0])
        assertEquals(null, both["bias_nats_printed"][69])
        PrintedMeasure.entries.forEach { result.printedPlot(it).render("printed-${it.name}") }
        val other = benchmark {
            suite(small)
            estimator(ksg)
        }
        assertEquals(
            "nothing is printed of the tasks and estimators of small: take scalePaperTable2 or " +
                "scalePaperTable3 with scalePaperEstimators",
            assertThrows(IllegalArgumentException::class.java) { other.besidePrinted() }.message,
        )
    }

    /** KSG in plain NumPy stands in the table with the values of ours. */
    @Test
    fun `a program is an estimator`() {
        val python = runCatching { ProcessBuilder("python3", "-c", "import numpy").start() }
        val hasNumpy =
            python
                .map { it.waitFor(60, TimeUnit.SECONDS) && it.exitValue() == 0 }
                .getOrDefault(false)
        assumeTrue(hasNumpy, "there is no python3 with NumPy")
        val script = "../core-java/core/src/test/resources/programs/ksg.py"
        val board =
            benchmark {
                    suite(small)
                    estimators(ksg, programEstimator("NumPy KSG", "python3", script))
                }
                .leaderboard()
        val errors = board["mean_absolute_error_nats"].values().map { it as Double }
        assertEquals(errors[0], errors[1], 1e-9)
        assertEquals(setOf("KSG", "NumPy KSG"), board["estimator"].values().toSet())
    }
}
