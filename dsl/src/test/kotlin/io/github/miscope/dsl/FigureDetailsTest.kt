package io.github.miscope.dsl

import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.LearningCurve
import io.github.miscope.sample.Seed
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.dataframe.api.toDataFrame
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.intern.toSpec
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What has been hard to read in figures: ticks, marks, shades, curves and lines of text. */
class FigureDetailsTest {
    private fun Plot.layerSpecs() = (toSpec()["layers"] as List<*>).map { it as Map<*, *> }

    private fun Plot.scaleSpecs() = (toSpec()["scales"] as List<*>).map { (it as Map<*, *>) }

    private val sweep by lazy {
        mi {
            estimators(ksg, ksg2, ksgLocal, gaussianMi)
            samples(40)
            trials(2)
            scaleSweep(0.1, 1, 10)
        }
    }

    @Test
    fun `marks of all series have one size`() {
        val trials = mi {
            estimators(ksg, ksg2, gaussianMi)
            samples(40)
            trials(3)
        }
        for (plot in listOf(sweep.plot(), sweep.errorPlot(), trials.plot())) {
            assertTrue(plot.scaleSpecs().none { it["aesthetic"] == "size" }, "${plot.scaleSpecs()}")
            val points = plot.layerSpecs().filter { it["geom"] == "point" && it["alpha"] != 0.0 }
            assertTrue(points.isNotEmpty())
            assertTrue(points.none { "size" in it["mapping"] as Map<*, *> }, "$points")
        }
    }

    /** Equal estimates made a range so small that it had no ticks. */
    @Test
    fun `values that hardly differ have ticks`() {
        val rows = Array(30) { doubleArrayOf(it / 30.0) }
        val source =
            activations("still") {
                inputs(rows)
                labels(IntArray(30) { it % 2 })
                for (epoch in 0..3) layer(epoch, 1, rows)
            }
        for (nats in listOf(1.234567, 0.0, -1e-9, 4.0 + 1e-12)) {
            val plane = informationPlane(source) { estimator(customEstimator("one") { _ -> nats }) }
            for (plot in listOf(plane.plot(), plane.epochPlot(), plane.flowPlot())) {
                val texts = textsOf(plot.toSvg()).filter { Regex("[-0-9.e]+").matches(it.text) }
                // Those beside the y axis stand on one another's line.
                val columns = texts.groupBy { Math.round(it.place.maxX) }.values.map { it.size }
                assertTrue(columns.max() >= 2, "$nats: ${texts.map { it.text }}")
                assertTrue(texts.none { it.text.length > 7 }, "$nats: ${texts.map { it.text }}")
            }
        }
    }

    /** The shades of a table of equal values began at that value. */
    @Test
    fun `shades of a matrix begin at zero`() {
        val x = correlatedGaussians(1, 0.9).sample(60, Seed.of(1))
        val df = dataFrameOf("a" to x.x().column(0).toList(), "b" to x.y().column(0).toList())
        for (nats in listOf(0.8, 0.0, -0.2)) {
            val plot = df.miMatrix { estimator(customEstimator("one") { _ -> nats }) }.plot()
            val shaded =
                plot
                    .layerSpecs()
                    .filter { (it["mapping"] as Map<*, *>)["fill"] == "value" }
                    .flatMap { (it["data"] as Map<*, *>)["value"] as List<*> }
                    .map { (it as Number).toDouble() }
            assertTrue(shaded.min() <= 0 && shaded.max() > 0, "$nats: $shaded")
            assertTrue(nats in shaded)
            val legend = textsOf(plot.toSvg()).map { it.text }
            assertTrue(legend.any { it.toDoubleOrNull() == 0.0 }, "$nats: $legend")
        }
    }

    @Test
    fun `both curves of a critic have its colour`() {
        val estimate =
            (0..2).fold(Estimate(0.5, "MINE", 100, 1, 1, mapOf(), listOf())) { all, critic ->
                val points =
                    listOf(50, 100).map { LearningCurve.Point(it, 0.2 * critic + it / 1e3, 0.1) }
                all.withFinding(LearningCurve(critic, points))
            }
        val lines =
            estimate
                .learningCurve()
                .plot()
                .layerSpecs()
                .filter { it["geom"] == "line" }
                .map { it["mapping"] as Map<*, *> }
        assertEquals(2, lines.size)
        for (mapping in lines) {
            assertEquals("critic", mapping["color"])
            assertEquals("data", mapping["linetype"])
        }
    }

    @Test
    fun `figures are no wider than a cell`() {
        val names = List(12) { "a_rather_long_name_of_a_column_$it" }
        val df =
            names
                .mapIndexed { j, it -> List(30) { i -> (i * (j + 3)) % 17 }.toColumn(it) }
                .toDataFrame()
        val rows = Array(30) { i -> DoubleArray(3) { (i * (it + 3) % 17) / 17.0 } }
        val deep =
            activations("deep") {
                inputs(rows)
                labels(IntArray(30) { it % 2 })
                for (epoch in 0..2) for (layer in 1..12) layer(epoch, layer, rows)
            }
        val plane = informationPlane(deep) { estimators(gaussianMi, gaussianMi named "again") }
        val plots =
            listOf(
                df.miMatrix { estimator(gaussianMi) }.plot(),
                df.miRank(names[0]) { estimator(gaussianMi) }.plot(),
                plane.plot(),
                plane.epochPlot(),
                plane.flowPlot(),
                deep.distancePlot(),
                deep.valuePlot(),
                deep.scatterPlot(1),
                deep.cosinePlot(mapOf("itself" to deep)),
                sweep.plot(),
            )
        for (plot in plots) {
            val svg = plot.toSvg()
            val width = Regex("<svg[^>]*\\bwidth=\"([0-9.]+)").find(svg)!!.groupValues[1]
            assertTrue(width.toDouble() <= 985, width)
            assertEquals(emptyList<String>(), spoiltTexts(svg))
        }
    }

    @Test
    fun `dark figures are dark, and their text is light`() {
        val light = sweep.plot()
        val dark = light + DARK
        fun brightness(plot: Plot, x: Int, y: Int): Int {
            val image = javax.imageio.ImageIO.read(plot.toPng(1.0).inputStream())
            return java.awt.Color(image.getRGB(x, y)).run { red + green + blue } / 3
        }
        assertTrue(brightness(light, 3, 3) > 240)
        assertTrue(brightness(dark, 3, 3) < 80)
    }
}
