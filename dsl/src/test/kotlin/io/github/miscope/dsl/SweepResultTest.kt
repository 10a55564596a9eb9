package io.github.miscope.dsl

import io.github.miscope.sweep.SweepInterruptedException
import java.nio.file.Files
import java.nio.file.Path
import javax.imageio.ImageIO
import org.jetbrains.letsPlot.Figure
import org.jetbrains.letsPlot.intern.toSpec
import org.jetbrains.letsPlot.label.ggtitle
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir

class SweepResultTest {
    private val small: SweepResult by lazy {
        mi {
            samples(60)
            trials(3)
            estimators(ksg, ksgLocal)
            scaleSweep(1e-2..1e2, points = 3)
        }
    }

    private fun sweepHost(block: (SweepJob) -> SweepResult) =
        object : MiscopeHost {
            override fun run(job: SweepJob): SweepResult = block(job)

            override fun <T> run(work: LongWork<T>): T = work.run()
        }

    @AfterEach
    fun noObserver() {
        MiscopeHooks.host = null
    }

    @Test
    fun `rows are tidy`() {
        val frame = small.toDataFrame()
        assertEquals(18, frame.rowsCount())
        assertEquals(
            "task estimator parameter value n d_x d_y trial seed true_mi_nats estimate_nats " +
                "seconds warnings failure",
            frame.columnNames().joinToString(" "),
        )
        assertEquals(small.table.rows()[4].nats(), frame["estimate_nats"][4])
        assertEquals(-Math.log(1 - 0.36), frame["true_mi_nats"][0] as Double, 1e-15)
        assertNull(frame["failure"][0])
    }

    @Test
    fun `bits change values and names`() {
        val frame = small.inUnit(BITS).toDataFrame()
        assertEquals(
            small.table.rows()[4].nats() / Math.log(2.0),
            frame["estimate_bits"][4] as Double,
            1e-15,
        )
        assertFalse("estimate_nats" in frame.columnNames())
        val summary = small.inUnit(BITS).summary()
        assertEquals(6, summary.rowsCount())
        assertTrue("rmse_bits" in summary.columnNames())
        assertEquals(
            small.table.summary()[2].rmse() / Math.log(2.0),
            summary["rmse_bits"][2] as Double,
            1e-15,
        )
    }

    @Test
    fun `text names task, axis, estimators and unit`() {
        val text = small.toString()
        for (part in
            listOf(
                "correlatedGaussians(d = 2, rho = 0.6)",
                "n = 60, 3 trials",
                "scale of X, 0.01 to 100, 3 values",
                "KSG-Local",
                " nats, RMSE ",
            )) assertTrue(part in text, "$part in $text")
        assertNull(small.choice)
    }

    @Test
    fun `a sweep of the true information shows it in the unit of the estimates`() {
        val bits = mi {
            task(correlatedGaussians(1, 0.5))
            informationSweep(0.0, 2.0)
            samples(50)
            trials(2)
            estimators(ksg, gaussianMi)
            bits()
        }
        for (svg in listOf(bits.plot().toSvg(), bits.errorPlot().toSvg())) {
            assertTrue("true mutual information [bits]" in svg && "[nats]" !in svg)
        }
        assertTrue("Estimate against the true mutual information" in bits.plot().toSvg())
        val layers = bits.plot().toSpec()["layers"] as List<*>
        val xs = layers.flatMap { ((it as Map<*, *>)["data"] as Map<*, *>)["x"] as List<*> }
        assertEquals(setOf(0.0, 2 / Math.log(2.0)), xs.toSet())
    }

    @Test
    @Suppress("UNCHECKED_CAST")
    fun `the plot has a title, labels with units, the truth dashed and a log axis`() {
        val spec = small.plot().toSpec()
        val layers = spec["layers"] as List<Map<String, Any>>
        val scales = spec["scales"] as List<Map<String, Any>>
        assertEquals(
            "Mutual information against scale of X",
            (spec["ggtitle"] as Map<String, Any>)["text"],
        )
        val text = spec.toString()
        assertTrue("mutual information [nats]" in text)
        assertTrue("scale of X" in text)
        assertTrue("band: mean ± 1 standard deviation" in text)
        assertEquals(1, layers.count { it["geom"] == "ribbon" })
        val truth = layers.single { "truth" in it["mapping"].toString() }
        assertEquals("line", truth["geom"])
        assertTrue(
            scales.any { it["aesthetic"] == "linetype" && "${it["values"]}" == "[2.0]" },
            "$scales",
        )
        assertTrue(scales.any { it["aesthetic"] == "x" && it["trans"] == "log10" }, "$scales")
    }

    @Test
    fun `the plot goes on being built`() {
        assertTrue("mine" in (small.plot() + ggtitle("mine")).toSpec().toString())
        // A new title keeps the subtitle, unless that is taken away or replaced.
        val subtitle = "correlatedGaussians"
        val svg = (small.plot() + ggtitle("mine")).toSvg()
        assertTrue("mine" in svg && subtitle in svg && "Mutual information against" !in svg)
        assertTrue(subtitle !in (small.plot() + ggtitle("mine", "")).toSvg())
        assertTrue(subtitle !in (small.plot() + ggtitle("mine", "other")).toSvg())
    }

    @Test
    fun `a sweep in steps has a linear axis`() {
        val result = mi {
            samples(40)
            trials(2)
            estimator(ksg)
            dimensionSweep(1..3)
            bits()
        }
        val text = result.plot().toSpec().toString()
        assertFalse("log10" in text)
        assertTrue("mutual information [bits]" in text)
    }

    @Test
    fun `errors need a truth, and normalised ones a truth that varies`() {
        assertTrue("RMSE [nats]" in small.errorPlot().toSpec().toString())
        val text =
            assertThrows<IllegalArgumentException> { small.errorPlot(ErrorMeasure.NORMALISED_RMSE) }
                .message!!
        assertTrue(
            text.startsWith("the normalised RMSE needs a true MI that varies between trials"),
            text,
        )
        val x = DoubleArray(30) { it * 1.0 + it % 4 * 0.1 }
        val data = mi {
            data(x, x.map { it * it }.toDoubleArray())
            estimator(ksg)
            scaleSweep(0.1..10.0, points = 2)
        }
        assertEquals(
            "errors need a known true MI, which data has not",
            assertThrows<IllegalArgumentException> { data.errorPlot() }.message,
        )
        assertFalse("true MI" in data.plot().toSpec().toString())
    }

    @Test
    fun `failed cells are counted, not dropped`() {
        val result = mi {
            trials(2)
            estimator(ksg)
            samplesSweep(10, 3)
        }
        assertEquals(2, result.failures)
        val remark = "2 of 4 cells failed, first: k must be < number of points: k=3, n=3."
        assertTrue(remark in result.toString(), result.toString())
        assertTrue("2 of 4 cells failed" in result.plot().toSpec().toString())
        assertEquals("k must be < number of points: k=3, n=3", result.toDataFrame()["failure"][3])
        assertNull(result.toDataFrame()["estimate_nats"][3])
    }

    @Test
    fun `a host surrounds a run, and of progress the caller hears too`() {
        val heard = mutableListOf<String>()
        MiscopeHooks.host = sweepHost { job ->
            heard += "started ${job.sweep.cells()}"
            job.run { if (it.done == it.total) heard += "done ${it.done}" }
                .also { heard += "finished ${it.table.rows().size}" }
        }
        var own = 0
        mi {
            samples(20)
            trials(2)
            estimator(ksg)
            progress { own++ }
        }
        assertEquals(listOf("started 2", "done 2", "finished 2"), heard.distinct())
        assertTrue(own > 0)
    }

    @Test
    fun `an interrupted run shows what it had, and the plot says how much`() {
        var partial: SweepResult? = null
        MiscopeHooks.host = sweepHost { job ->
            try {
                job.run { if (it.done >= 2) Thread.currentThread().interrupt() }
            } catch (e: SweepInterruptedException) {
                partial = job.partial(e)
                throw e
            }
        }
        val thrown =
            assertThrows<SweepInterruptedException> {
                mi {
                    samples(800)
                    trials(500)
                    threads(1)
                    estimator(ksg)
                    scaleSweep(0.1..10.0, points = 2)
                }
            }
        assertTrue(thrown.cause is InterruptedException)
        val result = partial!!
        assertFalse(result.isComplete)
        assertEquals(thrown.finished().rows().size, result.table.rows().size)
        val remark = "Stopped: ${result.table.rows().size} of 1000 cells are finished."
        assertTrue(remark in result.toString())
        assertTrue(remark in result.plot().toSpec().toString())
    }

    @Test
    fun `figures are saved by their ending`(@TempDir folder: Path) {
        val figure: Figure = small.plot()
        val svg = figure.save("$folder/made/figure.svg")
        assertTrue("<svg" in Files.readString(svg))
        val html = Files.readString(figure.save("$folder/figure.html"))
        assertTrue(html.startsWith("<!DOCTYPE html>") && "<svg" in html)
        assertFalse("<script" in html)
        assertFalse("src=" in html)
        val png = ImageIO.read(small.save("$folder/figure.png").toFile())
        assertEquals(1560, png.width)
        val large = ImageIO.read(figure.savePng("$folder/large.png", scale = 3.0).toFile())
        assertEquals(2340, large.width)
        assertEquals(
            "a figure is saved as .svg, .pdf, .png or .html, by the file's ending: \"tiff\" in f.tiff",
            assertThrows<IllegalArgumentException> { figure.save("f.tiff") }.message,
        )
        val path = java.nio.file.Path.of("$folder", "path.svg")
        assertEquals(path, small.save(path))
        assertTrue(Files.readString(small.save(path.toFile())).startsWith("<svg"))
    }

    @Test
    fun `a described sweep runs in the core and comes back`() {
        val plan = sweep {
            samples(30)
            trials(2)
            estimator(ksg)
        }
        assertEquals(2, plan.run().toResult(BITS).toDataFrame().rowsCount())
    }
}
