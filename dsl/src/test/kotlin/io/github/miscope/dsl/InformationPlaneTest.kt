package io.github.miscope.dsl

import io.github.miscope.activation.ActivationSource
import io.github.miscope.activation.BinGrid
import io.github.miscope.activation.BinnedLayer
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.propagation.MixtureEntropy
import io.github.miscope.estimator.propagation.NoisyChannel
import io.github.miscope.estimator.propagation.SamplePropagation
import io.github.miscope.inference.Inference
import io.github.miscope.sample.Samples
import io.github.miscope.sample.Seed
import io.github.miscope.sample.Variable
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicInteger
import kotlin.io.path.readText
import kotlin.math.ln
import kotlin.math.pow
import kotlin.math.sqrt
import kotlin.math.tanh
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class InformationPlaneTest {
    private val normal = correlatedGaussians(2, 0.5).sample(N, Seed.of(3))

    private val rows = Array(N) { i -> DoubleArray(2) { normal.x().get(i, it) } }

    private val classes = IntArray(N) { if (rows[it][0] + rows[it][1] > 0) 1 else 0 }

    /** T = tanh(g x) with a gain g that grows with the epoch. */
    private fun layer(epoch: Int, d: Int) =
        Array(N) { i -> DoubleArray(d) { j -> tanh((1 + epoch) * (rows[i][0] + j * rows[i][1])) } }

    private val source =
        activations("toy") {
            inputs(rows)
            labels(classes)
            for (epoch in EPOCHS) {
                layer(epoch, 1, layer(epoch, 3))
                layer(epoch, 2, layer(epoch, 2))
                scores(epoch, trainingLoss = 1.0 / (1 + epoch), testLoss = 1.5 / (1 + epoch))
            }
        }

    @Test
    fun `rows are what estimators say`() {
        val plane = informationPlane(source) { estimators(ksg, ksgGlobalLinf) }
        assertEquals(EPOCHS.size * 2 * 2, plane.rows.size)
        for (row in plane.rows) {
            val estimator = if (row.estimator == "$ksg") ksg else ksgGlobalLinf
            val t = source.activations(row.epoch, row.layer)
            val y = Variable.of("y", *DoubleArray(N) { classes[it].toDouble() })
            val xt = estimator.estimate(Samples(source.inputs(), t))
            assertEquals(xt.nats(), row.inputs!!.nats)
            assertEquals(estimator.estimate(Samples(t, y)).nats(), row.labels!!.nats)
        }
    }

    @Test
    fun `the frame has all columns, and what is not known is null`() {
        val frame = informationPlane(source) { estimator(ksg) }.toDataFrame()
        val names =
            "trial, epoch, layer, estimator, i_xt_nats, i_xt_error_nats, i_ty_nats, " +
                "i_ty_error_nats, scale, training_loss, test_loss, training_accuracy, " +
                "test_accuracy, warnings, failure"
        assertEquals(names, frame.columnNames().joinToString())
        assertEquals(listOf("layer 1", "layer 2"), frame["layer"].toList().distinct())
        assertNull(frame["test_accuracy"][0])
        assertEquals(1.0, frame["training_loss"][0])
        val t = layer(0, 3)
        val norm = t.map { row -> sqrt(row.sumOf { it * it }) }.average()
        assertEquals(norm, frame["scale"][0] as Double, 1e-12)
        val bits =
            informationPlane(source) {
                estimator(ksg)
                bits()
            }
        val nats = frame["i_xt_nats"][0] as Double
        assertEquals(nats / ln(2.0), bits.toDataFrame()["i_xt_bits"][0] as Double, 1e-12)
    }

    @Test
    fun `another estimator for the classes gets levels`() {
        val plane =
            informationPlane(source) {
                estimator(ksg)
                labels(ross)
                epochs(0)
                layers(2)
            }
        val t = source.activations(0, 2)
        val y = Variable.discrete("y", *classes)
        assertEquals(ross.estimate(Samples(t, y)).nats(), plane.rows.single().labels!!.nats)
        val without =
            informationPlane(source) {
                estimator(ksg)
                withoutLabels()
            }
        assertTrue(without.rows.all { it.labels == null })
    }

    @Test
    fun `whoever accepts levels gets them, whatever is around it`() {
        val bases = listOf(entropySum(knnEntropy), entropySum(gaussianEntropy), ross, mesnerShalizi)
        for (base in bases) {
            for (estimator in
                listOf(base, base named "named", Inference.of(base).withChecks(true))) {
                val plane =
                    informationPlane(source) {
                        estimator(gaussianMi)
                        labels(estimator)
                        layers(2)
                        epochs(EPOCHS.last())
                    }
                val t = source.activations(EPOCHS.last(), 2)
                val y = Variable.discrete("y", *classes)
                val expected = estimator.estimate(Samples(t, y)).nats()
                assertEquals(expected, plane.rows.single().labels!!.nats, "$estimator")
            }
        }
        // The same estimator for both: levels are asked of it, not guessed from its class.
        val sum = entropySum(knnEntropy) named "sum"
        val row =
            informationPlane(source) {
                    estimator(sum)
                    layers(2)
                    epochs(EPOCHS.last())
                }
                .rows
                .single()
        val t = source.activations(EPOCHS.last(), 2)
        val levels = sum.estimate(Samples(t, Variable.discrete("y", *classes))).nats()
        val columns =
            sum.estimate(Samples(t, Variable.of("y", *DoubleArray(N) { classes[it].toDouble() })))
        assertEquals(levels, row.labels!!.nats)
        assertNotEquals(levels, columns.nats(), 1e-3)
    }

    @Test
    fun `sample propagation takes T and the added noise`() {
        val propagation =
            SamplePropagation.withDefaults()
                .withMixture(MixtureEntropy.withDefaults().withMostDraws(5_000))
        val plane =
            informationPlane(source) {
                samplePropagation(propagation)
                noise(0.0, 20.0, power = 1.0)
                epochs(2)
                layers(1)
            }
        val t = source.activations(2, 1)
        for (row in plane.rows) {
            val sigma = sqrt(10.0.pow(-row.snrDb!! / 10))
            val direct = propagation.estimate(NoisyChannel.of(t, sigma, false))
            assertEquals(direct.nats(), row.inputs!!.nats)
            // Y is a function of X, and X - T - Y: I(T;Y) <= H(Y) <= log 2, I(T;Y) <= I(X;T).
            assertTrue(row.labels!!.nats < minOf(ln(2.0), row.inputs!!.nats) + 0.05)
        }
        assertTrue(plane.rows[1].inputs!!.nats > plane.rows[0].inputs!!.nats)
        assertTrue(plane.rows[1].labels!!.nats > plane.rows[0].labels!!.nats)
    }

    @Test
    fun `added noise joins the noise of the network`() {
        val t = source.activations(2, 1)
        val own = NoisyChannel.of(t, 0.3, true)
        val noisy =
            object : ActivationSource by source {
                override fun channel(epoch: Int, layer: Int) = java.util.Optional.of(own)
            }
        val propagation =
            SamplePropagation.withDefaults()
                .withMixture(MixtureEntropy.withDefaults().withMostDraws(2_000))
        val row =
            informationPlane(noisy) {
                    samplePropagation(propagation)
                    noise(0.0, power = 0.16)
                    epochs(2)
                    layers(1)
                }
                .rows
                .single()
        // Variances add up: 0.3^2 + 0.4^2 = 0.5^2.
        val together = NoisyChannel.of(t, 0.5, true)
        assertEquals(propagation.estimate(together).nats(), row.inputs!!.nats, 1e-9)
    }

    @Test
    fun `added noise has the ratio that was asked for, and does not depend on other options`() {
        val seen = mutableListOf<Variable>()
        val spy = estimator { seen += it.y() }
        informationPlane(source) {
            estimator(spy)
            withoutLabels()
            noise(10.0)
            layers(1)
            epochs(2)
        }
        val t = source.activations(2, 1)
        val power = (0 until 3).map { variance(t.column(it)) }.average()
        val noise = (0 until 3).map { j -> DoubleArray(N) { seen[0].get(it, j) - t.get(it, j) } }
        // 600 normal values: their variance has a relative standard error of sqrt(2/600) = 0.058.
        assertEquals(0.1, noise.map { variance(it) }.average() / power, 4 * 0.0058)
        informationPlane(source) {
            estimator(spy)
            withoutLabels()
            noise(10.0, 20.0)
            layers(1)
            threads(1)
        }
        assertEquals(seen[0], seen[3])
    }

    @Test
    fun `without noise there is no sample propagation, and the message says why`() {
        val e =
            assertThrows(IllegalArgumentException::class.java) {
                informationPlane(source) { samplePropagation() }
            }
        assertTrue("vacuous" in e.message!! && "noise(snrDb)" in e.message!!, e.message)
        assertEquals(NOT_GIVEN, informationPlane(source) { epochs(0) }.choice)
    }

    @Test
    fun `a network with noise gets sample propagation by default`() {
        val t = Variable.of("t", *DoubleArray(N) { tanh(rows[it][0]) })
        val noisy =
            object : ActivationSource by source {
                override fun layers() = listOf(1)

                override fun channel(epoch: Int, layer: Int) =
                    java.util.Optional.of(NoisyChannel.of(t, 0.3, true))

                override fun activations(epoch: Int, layer: Int) = t
            }
        val plane = informationPlane(noisy)
        assertEquals("SP", plane.rows.map { it.estimator }.distinct().single())
        assertTrue("noise" in plane.choice!!)
        assertNotNull(plane.rows[0].inputs!!.standardError)
        val bins = informationPlane(noisy) { bins(0.1) }
        assertTrue(bins.rows.isEmpty() && bins.binned.all { it.informationNats == null })
    }

    @Test
    fun `estimates see the noise of the network, views do not`() {
        val draw =
            Variable.ofColumns(
                "t",
                *source
                    .activations(2, 1)
                    .columns()
                    .mapIndexed { j, c ->
                        DoubleArray(N) { c[it] + 0.1 * normal.y().get(it, j % 2) }
                    }
                    .toTypedArray(),
            )
        val noisy =
            object : ActivationSource by source {
                override fun noisyActivations(epoch: Int, layer: Int) = draw
            }
        fun plane(of: ActivationSource) =
            informationPlane(of) {
                estimator(ksg)
                bins(0.05)
                epochs(2)
                layers(1)
            }
        val row = plane(noisy).rows.single()
        assertEquals(ksg.estimate(Samples(source.inputs(), draw)).nats(), row.inputs!!.nats)
        assertEquals(plane(source).rows.single().scale, row.scale)
        assertEquals(plane(source).binned.single().nats, plane(noisy).binned.single().nats)
    }

    @Test
    fun `binned entropy of a function of X is its information`() {
        val plane =
            informationPlane(source) { bins(BinGrid.OfRange(-1.0, 1.0, 2), BinGrid.OfData(9)) }
        assertTrue(plane.rows.isEmpty())
        assertEquals(EPOCHS.size * 2 * 2, plane.binned.size)
        plane.binned.forEach { assertEquals(it.nats, it.informationNats) }
        val classes = source.labels().get()
        plane.binned
            .filter { it.bins.startsWith("2 bins") }
            .forEach {
                val t = source.activations(it.epoch, it.layer)
                val grid = BinGrid.OfRange(-1.0, 1.0, 2)
                val expected = BinnedLayer.classInformation(t, classes.levels(), grid)
                assertEquals(expected, it.labelNats)
            }
        assertEquals(
            plane.binned.map { it.labelNats },
            plane.binnedFrame()["i_bin_y_nats"].toList(),
        )
        plane.binnedPlanePlot()
        val without =
            informationPlane(source) {
                bins(0.1)
                withoutLabels()
            }
        assertTrue(without.binned.all { it.labelNats == null })
        val message =
            assertThrows(IllegalArgumentException::class.java) { without.binnedPlanePlot() }
        assertEquals(
            "a plane needs I(Bin(T);Y), which is not there: see binnedPlot()",
            message.message,
        )
        assertTrue(plane.binned.all { it.nats <= ln(N.toDouble()) })
    }

    @Test
    fun `a cell that fails is a row with its reason`() {
        val plane =
            informationPlane(source) {
                estimators(ksg, ksg(k = N) named "too many")
                epochs(0)
            }
        val (failed, good) = plane.rows.partition { it.failure != null }
        assertEquals(2, good.size)
        assertTrue(failed.all { it.inputs == null && "k must be <" in it.failure!! })
        assertTrue("2 of 4 estimates failed" in "$plane")
    }

    @Test
    fun `an interrupt ends it and keeps the finished rows`() {
        val calls = AtomicInteger()
        val stopping = estimator {
            if (calls.incrementAndGet() == 4) Thread.currentThread().interrupt()
        }
        val e =
            assertThrows(PlaneInterruptedException::class.java) {
                informationPlane(source) {
                    estimator(stopping)
                    withoutLabels()
                    threads(1)
                }
            }
        assertEquals(4, e.finished.rows.size)
        assertTrue(e.cause is InterruptedException)
        assertEquals("information plane interrupted: 4 of 6 estimates are finished", e.message)
    }

    @Test
    fun `progress counts every estimate`() {
        val seen = mutableListOf<Pair<Long, Long>>()
        MiscopeHooks.host =
            object : MiscopeHost {
                override fun run(job: SweepJob) = job.run()

                override fun <T> run(work: LongWork<T>) =
                    work.run { done, all -> seen += done to all }
            }
        try {
            informationPlane(source) { estimators(ksg, ksgLocal) }
        } finally {
            MiscopeHooks.host = null
        }
        assertTrue(seen.all { it.second == 12L })
        assertEquals(seen.map { it.first }.sorted(), seen.map { it.first })
        assertEquals(12L, seen.last().first)
    }

    /** Figures, frames and texts of a plane show what it has; none computes it again. */
    @Test
    fun `what is shown of a plane is not computed again`() {
        val calls = AtomicInteger()
        val counting = estimator { calls.incrementAndGet() }
        val plane =
            informationPlane(source) {
                estimator(counting)
                bins(0.1)
            }
        val computed = calls.get()
        plane.plot()
        plane.epochPlot()
        plane.flowPlot()
        plane.binnedPlot()
        plane.toDataFrame()
        plane.toString()
        assertEquals(computed, calls.get())
        // The README's lines share one plane.
        val readme = Path.of("../README.md").readText()
        val lines = readme.lines().filter { "samplePropagation()" in it && "run)" !in it }
        assertEquals(1, lines.size, lines.toString())
        assertTrue(lines.single().startsWith("val plane ="), lines.single())
    }

    @Test
    fun `several networks are trials`() {
        val plane =
            informationPlane(listOf(source, source)) {
                estimator(ksg)
                maxInputs(100)
            }
        val (one, two) = plane.rows.partition { it.trial == 0 }
        assertEquals(one.map { it.inputs!!.nats }, two.map { it.inputs!!.nats })
    }

    @Test
    fun `names that are not there are refused`() {
        fun message(options: InformationPlaneBuilder.() -> Unit) =
            assertThrows(IllegalArgumentException::class.java) { informationPlane(source, options) }
                .message
        assertEquals("there is no layer 3, only [1, 2]", message { layers(3) })
        assertEquals("there is no epoch 1, only [0, 2, 30]", message { epochs(1) })
        assertEquals("maxInputs must be >= 2: maxInputs=1", message { maxInputs(1) })
        assertEquals(
            "power must be positive and finite: power=0.0",
            message { noise(1.0, power = 0.0) },
        )
    }

    @Test
    fun `all figures`() {
        val plane =
            informationPlane(source) {
                estimators(ksg, ksgLocal)
                bins(0.05, 0.5)
            }
        val noisy =
            informationPlane(source) {
                estimators(ksg, ksgGlobalLinf)
                noise(-10.0..30.0, points = 3)
                maxInputs(150)
            }
        val figures =
            mapOf(
                "plane" to plane.plot(),
                "plane-epochs" to plane.epochPlot(),
                "plane-flow" to plane.flowPlot(),
                "plane-bins" to plane.binnedPlot(),
                "plane-noise" to noisy.plot(),
                "layer-scatter" to source.scatterPlot(1),
                "layer-distances" to source.distancePlot(withInputs = true),
                "layer-values" to source.valuePlot(),
                "layer-cosines" to source.cosinePlot(mapOf("itself" to source), epoch = 30),
                "layer-units" to source.unitEntropyPlot(1, BinGrid.OfWidth(0.1)),
            )
        figures.forEach { (name, figure) ->
            assertTrue(Files.size(figure.save("target/figures/$name.png")) > 5_000, name)
        }
    }

    /** Calls back, and says 1 nat. */
    private fun estimator(heard: (Samples) -> Unit) = MutualInformationEstimator {
        heard(it)
        Estimate(1.0, "spy", it.n(), it.dX(), it.dY(), emptyMap(), emptyList())
    }

    private fun variance(values: DoubleArray) =
        values.average().let { m -> values.sumOf { (it - m) * (it - m) } / values.size }

    private companion object {
        const val N = 200
        val EPOCHS = listOf(0, 2, 30)
    }
}
