package io.github.miscope.dsl

import io.github.miscope.activation.ActivationSource
import io.github.miscope.activation.EpochScores
import io.github.miscope.sample.Seed
import kotlin.math.tanh
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.intern.toSpec
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class PlaneColourTest {
    private fun source(training: List<Double>, test: List<Double> = training): ActivationSource {
        val x = correlatedGaussians(2, 0.5).sample(N, Seed.of(3)).x()
        val rows = Array(N) { i -> DoubleArray(2) { x.get(i, it) } }
        return activations("toy") {
            inputs(rows)
            labels(IntArray(N) { if (rows[it][0] > 0) 1 else 0 })
            for (epoch in 0..3) {
                layer(
                    epoch,
                    1,
                    Array(N) { i -> DoubleArray(2) { tanh((1 + epoch * it) * rows[i][it]) } },
                )
                scores(epoch, training[epoch], test[epoch])
            }
        }
    }

    private fun plane(
        of: ActivationSource,
        options: InformationPlaneBuilder.() -> Unit = {},
    ): InformationPlane =
        informationPlane(of) {
            estimator(gaussianMi)
            options()
        }

    /** The drops by which the steps of a plane are coloured. */
    private fun drops(plot: Plot): List<Double> {
        val layers = plot.toSpec()["layers"] as List<*>
        return layers
            .map { it as Map<*, *> }
            .filter { it["geom"] == "segment" && (it["mapping"] as Map<*, *>)["color"] == "drop" }
            .map { ((it["data"] as Map<*, *>)["drop"] as List<*>).map { d -> d as Double } }
            .first()
    }

    @Test
    fun `steps are coloured by what the loss lost in them`() {
        val losses = listOf(2.0, 1.25, 1.5, 1.0)
        val plane = plane(source(losses, test = listOf(9.0, 9.0, 9.0, 9.0)))
        assertEquals(listOf(0.75, -0.25, 0.5), drops(plane.plot(colour = PlaneColour.LOSS_DROP)))
        // Between epochs that are not shown drops add up.
        val some = plane(source(losses)) { epochs(0, 3) }
        val plot = some.plot(colour = PlaneColour.LOSS_DROP)
        assertEquals(listOf(1.0), drops(plot))
        val texts = textsOf(plot.toSvg()).joinToString(" ") { it.text }
        assertTrue("Open circle: epoch 0; arrows lead to epoch 3" in texts, texts)
        assertTrue("training loss" in texts, texts)
        // Where the training loss is not known, that of the test data is taken, and named.
        val unknown = List(4) { Double.NaN }
        val test = plane(source(unknown, test = listOf(3.0, 2.0, 1.0, 0.5)))
        val ofTest = test.plot(colour = PlaneColour.LOSS_DROP)
        assertEquals(listOf(1.0, 1.0, 0.5), drops(ofTest))
        assertTrue("test loss" in textsOf(ofTest.toSvg()).joinToString(" ") { it.text })
    }

    @Test
    fun `one of several estimators can be drawn`() {
        val plane = informationPlane(source(List(4) { 1.0 })) { estimators(gaussianMi, ksg) }
        val plot = plane.plot(colour = PlaneColour.LOSS_DROP, estimator = "KSG")
        val texts = textsOf(plot.toSvg()).joinToString(" ") { it.text }
        assertTrue("KSG" in texts && "Gaussian" !in texts, texts)
        val unknown =
            assertThrows(IllegalArgumentException::class.java) {
                plane.plot(PlaneColour.EPOCH, estimator = "KGS")
            }
        assertTrue("(did you mean \"KSG\"?)" in unknown.message!!, unknown.message)
    }

    @Test
    fun `several networks have a mean loss`() {
        val networks =
            listOf(source(listOf(2.0, 1.0, 1.0, 0.5)), source(listOf(4.0, 2.0, 1.0, 0.5)))
        val plane =
            informationPlane(networks) {
                estimator(gaussianMi)
                interval(0.9)
            }
        val plot = plane.plot(colour = PlaneColour.LOSS_DROP)
        assertEquals(listOf(1.5, 0.5, 0.5), drops(plot))
        val texts = textsOf(plot.toSvg()).joinToString(" ") { it.text }
        assertTrue("cross: 1 standard deviation" in texts, texts)
    }

    @Test
    fun `crosses are intervals in the unit of the plane`() {
        val plane =
            plane(source(List(4) { 1.0 })) {
                interval(0.9)
                bits()
            }
        val plot = plane.plot()
        val lines =
            (plot.toSpec()["layers"] as List<*>)
                .map { it as Map<*, *> }
                .first { it["geom"] == "segment" }["data"]
                as Map<*, *>
        val interval = plane.rows.first().inputs!!.interval!!
        assertEquals(BITS.fromNats(interval.start), (lines["x"] as List<*>)[0])
        assertEquals(BITS.fromNats(interval.endInclusive), (lines["xend"] as List<*>)[0])
        val texts = textsOf(plot.toSvg()).joinToString(" ") { it.text }
        assertTrue("Crosses: 90 % confidence intervals" in texts, texts)
        assertTrue("I(X;T) [bits]" in texts, texts)
    }

    @Test
    fun `what cannot be drawn is refused with its reason`() {
        fun message(plane: InformationPlane) =
            assertThrows(IllegalArgumentException::class.java) {
                    plane.plot(colour = PlaneColour.LOSS_DROP)
                }
                .message!!
        val source = source(List(4) { 1.0 })
        val none =
            object : ActivationSource by source {
                override fun scores(epoch: Int) = EpochScores.unknown()
            }
        assertTrue(message(plane(none)).startsWith("there are no losses to colour by"))
        assertTrue(message(plane(source) { epochs(1) }).startsWith("a plane needs several epochs"))
        assertTrue(message(plane(source) { withoutLabels() }).startsWith("a plane needs I(T;Y)"))
        assertTrue("see noisePlot()" in message(plane(source) { noise(0, 10) }))
    }

    private companion object {
        const val N = 60
    }
}
