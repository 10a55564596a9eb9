package io.github.miscope.dsl

import io.github.miscope.sample.Samples
import java.io.StringReader
import java.util.Random
import javax.xml.parsers.DocumentBuilderFactory
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.letsPlot.intern.Plot
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import org.xml.sax.InputSource

/** Figures of data that hardly vary, and of names that hold anything: all are well-formed SVG. */
class OddFiguresTest {
    private val random = Random(3)

    private fun normal(n: Int = 60) = List(n) { random.nextGaussian() }

    private fun figure(name: String, plot: () -> Plot): DynamicTest =
        DynamicTest.dynamicTest(name) { assertWellFormed(plot().toSvg()) }

    private fun assertWellFormed(svg: String) {
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .apply { setErrorHandler(null) }
            .parse(InputSource(StringReader(svg)))
    }

    private fun levels(vararg of: String, n: Int = 16) = List(n) { of[it % of.size] }

    @TestFactory
    fun `data that hardly vary`(): List<DynamicTest> {
        val constant = List(60) { 1.0 }
        val x = normal()
        fun pair(x: List<Any>, y: List<Any>) = dataFrameOf("a" to x, "b" to y)
        fun trials(n: Int, nats: Double, options: SweepBuilder.() -> Unit = {}) = mi {
            estimator(customEstimator("always $nats") { _ -> nats })
            trials(n)
            samples(20)
            options()
        }
        return listOf(
            figure("all counts equal") {
                pair(levels("p", "q"), levels("u", "u", "v", "v")).mi("a", "b").plot()
            },
            figure("one cell") { pair(levels("p"), levels("u")).mi("a", "b").plot() },
            figure("one level") { pair(levels("p", n = 60), x).mi("a", "b").plot() },
            figure("constant boxes") {
                pair(levels("p", "q", n = 60), constant).mi("a", "b").plot()
            },
            figure("constant") { pair(constant, x).mi("a", "b").plot() },
            figure("constant both") { pair(constant, constant.map { 2 * it }).mi("a", "b").plot() },
            figure("matrix of zeros") { pair(constant, constant).miMatrix().plot() },
            figure("one bar, of 0") { pair(constant, x).miRank("b").plot() },
            figure("one trial") { trials(1, 0.0).plot() },
            figure("one value") { trials(1, 0.0) { scaleSweep(1.0) }.plot() },
            figure("equal values") { trials(3, 0.25) { scaleSweep(1.0, 10.0) }.plot() },
            figure("errors of one trial") { trials(1, 0.0) { scaleSweep(1.0, 2.0) }.errorPlot() },
            figure("large values") { trials(2, 1e300) { scaleSweep(1.0, 2.0) }.plot() },
            figure("small values") { trials(2, 5e-324) { scaleSweep(1.0, 2.0) }.plot() },
            figure("wide scales") { trials(1, 0.1) { scaleSweep(1e-300..1e300) }.plot() },
            figure("scales of both signs") { trials(1, 0.1) { scaleSweep(-1.0, 2.0) }.plot() },
            figure("drift of a constant") { pair(constant, x).miDrift("a", "b").plot() },
        )
    }

    @TestFactory
    fun `names with control characters`(): List<DynamicTest> {
        val x = normal()
        val df =
            dataFrameOf(
                ODD to x,
                "y\u0008" to x.map { it + random.nextGaussian() },
                "z\uD800" to levels("u\u0002", "v\u0003<b>", n = 60),
            )
        fun sweep() = mi {
            task("t$ODD") { n, random ->
                Samples.of(
                    DoubleArray(n) { random.nextGaussian() },
                    DoubleArray(n) { random.nextGaussian() },
                )
            }
            estimators(ksg named "k$ODD", ksg2)
            trials(2)
            samples(30)
            scaleSweep(1.0, 2.0)
        }
        val run =
            activations(ODD) {
                inputs(Array(30) { doubleArrayOf(it / 30.0, random.nextDouble()) })
                labels(IntArray(30) { it % 2 })
                for (epoch in 1..2) {
                    layer(epoch, 1, Array(30) { doubleArrayOf(random.nextDouble()) })
                }
            }
        return listOf(
            figure("points") { df.mi(ODD, "y\u0008").plot() },
            figure("boxes") { df.mi(ODD, "z\uD800").plot() },
            figure("matrix") { df.miMatrix().plot() },
            figure("ranking") { df.miRank(ODD).plot() },
            figure("drift") { df.miDrift(ODD, "y\u0008").plot() },
            figure("sweep") { sweep().plot() },
            figure("errors") { sweep().inUnit(BITS).plot() },
            figure("layers") { run.scatterPlot(1) },
            figure("distances") { run.distancePlot() },
            figure("values") { run.valuePlot() },
            figure("cosines") { run.cosinePlot(mapOf(ODD to run)) },
            figure("plane") {
                informationPlane(run) {
                        estimator(ksg named ODD)
                        noise(10.0)
                    }
                    .plot()
            },
        )
    }

    /** Also in images, cards, pages and text. */
    @Test
    fun `control characters elsewhere`() {
        val x = normal()
        val df = dataFrameOf(ODD to x, "y\n  ! z" to x.map { it + random.nextGaussian() })
        val result = df.mi(ODD, "y\n  ! z")
        assertTrue(result.plot().toPng().isNotEmpty())
        val page = result.plot().toHtmlPage(ODD)
        for (html in listOf(page, result.toHtml(), df.entropy(ODD).toHtml())) {
            assertFalse(html.any { it < ' ' && it !in "\t\n\r" }, html)
            assertFalse("<b>" in html, html)
        }
        val lines = df.miMatrix().toString().lines()
        assertEquals(2, lines.count { ";" in it || it.startsWith("miscope") }, lines.toString())
        assertFalse(lines.any { line -> line.any { it < ' ' } })
        // The frame has the names as they are.
        assertEquals(ODD, df.miMatrix().toDataFrame()["x"][0])
    }

    @Test
    fun `no epochs, no layers`() {
        val run =
            activations("run") {
                inputs(arrayOf(doubleArrayOf(1.0), doubleArrayOf(2.0), doubleArrayOf(4.0)))
                labels(intArrayOf(0, 1, 0))
                layer(1, 1, arrayOf(doubleArrayOf(1.0), doubleArrayOf(2.0), doubleArrayOf(3.0)))
            }
        fun message(plot: () -> Plot) =
            assertThrows(IllegalArgumentException::class.java) { plot() }.message!!
        val epochs = "epochs must name at least 1 of [1]: epochs=[]"
        assertEquals(epochs, message { run.distancePlot(epochs = emptyList()) })
        assertEquals(epochs, message { run.scatterPlot(1, epochs = emptyList()) })
        assertEquals(epochs, message { run.densityPlot(1, epochs = emptyList()) })
        assertEquals(epochs, message { run.valuePlot(epochs = emptyList()) })
        val range = "the range must be finite and not empty: low=1.0, high=1.0"
        assertEquals(range, message { run.valuePlot(range = 1.0..1.0) })
        val layers = "layers must name at least 1 of [1]: layers=[]"
        assertEquals(layers, message { run.distancePlot(layers = emptyList()) })
        assertEquals(layers, message { run.cosinePlot(mapOf("b" to run), layers = emptyList()) })
        assertEquals("most must be >= 1: most=0", message { run.scatterPlot(1, most = 0) })
        assertEquals(
            "name units or components, not both: units=[1]",
            message { run.scatterPlot(1, units = listOf(1), components = 1) },
        )
        assertEquals(epochs, message { run.clusterPlot(epochs = emptyList()) })
    }

    private companion object {
        const val ODD = "a\u0001\u0000<b>\u001B[31m&\"\uFFFF\uDC00"
    }
}
