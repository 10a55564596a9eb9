package io.github.miscope.dsl

import io.github.miscope.activation.ActivationSource
import io.github.miscope.activation.BinGrid
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.LearningCurve
import io.github.miscope.estimator.propagation.MixtureEntropy
import io.github.miscope.estimator.propagation.NoisyChannel
import io.github.miscope.estimator.propagation.SamplePropagation
import io.github.miscope.sample.Seed
import io.github.miscope.sample.Variable
import java.util.Optional
import kotlin.math.exp
import kotlin.math.ln
import kotlin.math.tanh
import org.junit.jupiter.api.Test

/** Figures of networks and of training, rendered to target/figures, to be looked at. */
class NetworkGalleryTest {
    private val propagation =
        SamplePropagation.withDefaults()
            .withMixture(MixtureEntropy.withDefaults().withMostDraws(2_000))

    @Test
    fun planes() {
        val source = toy(layers = 2)
        val plane =
            informationPlane(source) {
                estimators(ksg, ksgGlobalLinf)
                bins(0.05, 0.5)
            }
        plane.plot().render("plane")
        plane.epochPlot().render("plane-epochs")
        plane.flowPlot().render("plane-flow")
        plane.binnedPlot().render("plane-binned")
        plane.binnedPlanePlot().render("plane-binned-plane")
        informationPlane(source) {
                estimators(ksg, ksgLocal, ksgGlobalLinf)
                noise(-10.0..30.0)
                epochs(100)
            }
            .plot()
            .render("plane-noise")
        informationPlane(List(3) { toy(layers = 1, seed = it.toLong()) }) {
                estimators(ksg)
                bins(BinGrid.OfRange(-1.0, 1.0, 20))
            }
            .run {
                plot().render("plane-one-panel")
                flowPlot().render("plane-flow-networks")
            }
    }

    /**
     * As Figure 5 of Butakov et al. 2024: paths with intervals, coloured by the drop of the loss.
     */
    @Test
    fun `planes by the drop of the loss`() {
        val plane =
            informationPlane(toy(layers = 5)) {
                estimator(gaussianMi)
                compress(pca(2))
                interval()
            }
        plane.plot(colour = PlaneColour.LOSS_DROP).render("plane-loss")
        plane.plot().render("plane-crosses")
        informationPlane(List(3) { toy(layers = 1, seed = it.toLong()) }) {
                estimators(gaussianMi)
                interval()
            }
            .plot(colour = PlaneColour.LOSS_DROP)
            .render("plane-loss-networks")
        informationPlane(toy(layers = 2)) { estimators(gaussianMi, ksg) }
            .plot(colour = PlaneColour.LOSS_DROP)
            .render("plane-loss-estimators")
    }

    @Test
    fun `sample propagation`() {
        val noisy = noisy(toy(layers = 3))
        val plane =
            informationPlane(noisy) {
                samplePropagation(propagation)
                bins(0.1)
            }
        plane.plot().render("plane-propagation")
        plane.flowPlot().render("plane-propagation-flow")
        noisy.densityPlot(3).render("density")
    }

    @Test
    fun `many layers`() {
        val source = toy(layers = 8, d = 2)
        val plane = informationPlane(source) { estimators(ksg, ksgLocal, ksgGlobalLinf) }
        plane.plot().render("layers-plane")
        plane.epochPlot().render("layers-epochs")
        source.distancePlot().render("layers-distances")
        source.distancePlot(ownAxes = true).render("layers-distances-own-axes")
        source
            .cosinePlot(mapOf("another" to toy(layers = 8, d = 2, seed = 1)))
            .render("layers-cosine")
        source.valuePlot().render("layers-values")
        source.scatterPlot(4, epochs = EPOCHS).render("layers-scatter")
        informationPlane(source) {
                estimators(ksg, ksgLocal)
                noise(-10.0..30.0, points = 3)
                epochs(100)
            }
            .plot()
            .render("layers-noise")
    }

    @Test
    fun clusters() {
        val source = toy(layers = 2)
        source.scatterPlot(1).render("scatter-three-units")
        source.scatterPlot(1, units = listOf(1)).render("scatter-one-unit")
        source
            .scatterPlot(2, epochs = listOf(100), units = listOf(1, 2))
            .render("scatter-two-units")
        source.scatterPlot(1, components = 2).render("scatter-components")
        source.clusterPlot().render("cluster-quality")
        source.distancePlot(withInputs = true).render("distances")
        source.valuePlot(range = -0.5..0.5).render("values")
        source
            .cosinePlot(mapOf("seed 1" to toy(2, seed = 1), "seed 2" to toy(2, seed = 2)))
            .render("cosine")
        source.unitEntropyPlot(1, BinGrid.OfRange(-1.0, 1.0, 20)).render("unit-entropies")
    }

    @Test
    fun `learning curves`() {
        curves(critics = 1, heldOut = true).learningCurve(0.83).plot().render("curve")
        curves(critics = 4, heldOut = true).learningCurve(0.83).plot().render("curve-ensemble")
        curves(critics = 3, heldOut = false).learningCurve().plot().render("curve-in-sample")
        curves(critics = 2, heldOut = true, steps = 50).learningCurve().plot().render("curve-point")
    }

    private fun curves(critics: Int, heldOut: Boolean, steps: Int = 1500): Estimate {
        val estimate = Estimate(0.8, "MINE-Local", 1000, 2, 2, mapOf(), emptyList())
        return (0 until critics).fold(estimate) { all, critic ->
            val points =
                (50..steps step 50).map { step ->
                    val rising = 0.9 - (0.9 + 0.1 * critic) * exp(-step / 300.0)
                    val unseen = if (heldOut) rising - 0.05 - step * 1e-4 else Double.NaN
                    LearningCurve.Point(step, rising, unseen)
                }
            all.withFinding(LearningCurve(critic, points))
        }
    }

    /** Units tanh(gain (a x1 + b x2)), whose gain grows with the epoch. */
    private fun toy(layers: Int, d: Int = 3, seed: Long = 0): ActivationSource {
        val normal = correlatedGaussians(2, 0.5).sample(N, Seed.of(seed))
        val rows = Array(N) { i -> DoubleArray(2) { normal.x().get(i, it) } }
        return activations("toy network") {
            inputs(rows)
            labels(IntArray(N) { if (rows[it][0] + rows[it][1] > 0) 1 else 0 })
            for (epoch in EPOCHS) {
                val gain = 1 + ln(1.0 + epoch)
                for (layer in 1..layers) {
                    val values =
                        Array(N) { i ->
                            DoubleArray(d) { j ->
                                tanh(gain * layer / 3 * (rows[i][0] + (j - 0.4) * rows[i][1]))
                            }
                        }
                    layer(epoch, layer, values)
                }
                scores(epoch, 0.7 / gain, 0.75 / gain, 0.9, 0.88)
            }
        }
    }

    private fun noisy(source: ActivationSource) =
        object : ActivationSource by source {
            override fun channel(epoch: Int, layer: Int): Optional<NoisyChannel> {
                val t = source.activations(epoch, layer)
                // The last layer is one unit.
                val centres = if (layer == 3) Variable.of("t", *t.column(0)) else t
                return Optional.of(NoisyChannel.of(centres, 0.05, true))
            }

            override fun layerName(layer: Int) = source.layerName(layer)

            override fun scores(epoch: Int) = source.scores(epoch)
        }

    private companion object {
        const val N = 300
        val EPOCHS = listOf(0, 1, 2, 5, 10, 20, 50, 100)
    }
}
