package io.github.miscope.dsl

import io.github.miscope.activation.ActivationSource
import io.github.miscope.encoder.Encoder
import io.github.miscope.estimator.propagation.NoisyChannel
import io.github.miscope.inference.Inference
import io.github.miscope.sample.Samples
import io.github.miscope.sample.Seed
import java.util.Optional
import kotlin.math.cos
import kotlin.math.ln
import kotlin.math.tanh
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class PlaneCompressTest {
    private val normal = correlatedGaussians(3, 0.5).sample(N, Seed.of(3))

    /** X in 10 columns that lie near three. */
    private val inputs =
        Array(N) { i ->
            DoubleArray(10) { j ->
                (0..2).sumOf { cos(1 + j + 2.0 * it * j) * normal.x().get(i, it) }
            }
        }

    private val source =
        activations("toy") {
            inputs(inputs)
            labels(IntArray(N) { if (normal.x().get(it, 0) > 0) 1 else 0 })
            for (epoch in listOf(0, 2)) {
                layer(epoch, 1, Array(N) { i -> DoubleArray(6) { value(epoch, i, it) } })
                layer(epoch, 2, Array(N) { i -> DoubleArray(2) { value(epoch, i, it) } })
                scores(epoch, trainingLoss = 2.0 - epoch, testLoss = 2.5 - epoch)
            }
        }

    private fun value(epoch: Int, i: Int, j: Int) =
        tanh((1 + epoch) * normal.x().get(i, j % 3)) + 0.1 * j * normal.y().get(i, j % 3)

    @Test
    fun `layers are encoded for themselves, X by its own encoder`() {
        val plane =
            informationPlane(source) {
                estimator(ksg)
                compress(x = pca(3), layers = pca(2))
                labels(ross)
            }
        val x = pca(3).fit(source.inputs())
        for (row in plane.rows) {
            val t = source.activations(row.epoch, row.layer)
            val codes = if (t.d() == 2) t else pca(2).fit(t).apply(t)
            val xt = Samples(x.apply(source.inputs()), codes)
            val ty = Samples(codes, source.labels().get())
            assertEquals(ksg.estimate(xt).nats(), row.inputs!!.nats)
            assertEquals(ross.estimate(ty).nats(), row.labels!!.nats)
            assertEquals(3, row.inputCodes!!.codes())
            assertEquals(2, row.layerCodes!!.codes())
        }
        assertTrue("X on at most 3, 100 % of the variance; T on at most 2, " in "$plane", "$plane")
        val frame = plane.toDataFrame()
        val first = plane.rows.first()
        assertEquals(6, frame["t_columns"][0])
        assertEquals(2, frame["t_codes"][0])
        assertEquals(first.layerCodes!!.explainedVariance(), frame["t_explained_variance"][0])
        assertTrue("x_explained_variance" in frame.columnNames())
        assertTrue("t_loss_bound_nats" !in frame.columnNames())
        assertTrue("i_xt_lower_nats" !in frame.columnNames())
        // One encoder for both, and a bound of the loss where the noise is known.
        val both =
            informationPlane(source) {
                estimator(ksg)
                compress(pca(2).withNoise(0.1))
                bits()
            }
        val row = both.rows.first()
        assertEquals(2, row.inputCodes!!.codes())
        val bound = row.layerCodes!!.lossBound().asDouble
        assertEquals(bound / ln(2.0), both.toDataFrame()["t_loss_bound_bits"][0] as Double, 1e-12)
    }

    @Test
    fun `intervals are columns in the unit of the plane`() {
        val plane =
            informationPlane(source) {
                estimator(ksg)
                compress(pca(2))
                interval()
                layers(1)
                epochs(0)
                bits()
            }
        val row = plane.rows.single()
        val frame = plane.toDataFrame()
        val x = pca(2).fit(source.inputs()).apply(source.inputs())
        val t = source.activations(0, 1)
        val direct =
            Inference.of(ksg)
                .withInterval(0.95)
                .withChecks(false)
                .withSeed(Seed.of(0).derive("intervals"))
                .estimate(Samples(x, pca(2).fit(t).apply(t)))
                .interval()
                .get()
        assertEquals(direct.lower()..direct.upper(), row.inputs!!.interval)
        val lower = frame["i_xt_lower_bits"][0] as Double
        val upper = frame["i_ty_upper_bits"][0] as Double
        assertEquals(direct.lower() / ln(2.0), lower, 1e-12)
        assertEquals(row.labels!!.interval!!.endInclusive / ln(2.0), upper, 1e-12)
    }

    @Test
    fun `X and T can be compressed together`() {
        val plane =
            informationPlane(source) {
                estimator(gaussianMi)
                compress()
                layers(1)
                epochs(0)
            }
        assertNull(plane.rows.single().layerCodes)
        assertTrue(plane.rows.single().inputs!!.nats > 0.5)
    }

    @Test
    fun `compression chooses an estimator where a noisy network has none`() {
        val noisy =
            object : ActivationSource by source {
                override fun channel(epoch: Int, layer: Int) =
                    Optional.of(NoisyChannel.of(source.activations(epoch, layer), 0.3, false))
            }
        val plane =
            informationPlane(noisy) {
                compress(pca(2))
                layers(1)
                epochs(0)
            }
        assertEquals("$auto", plane.rows.single().estimator)
        assertEquals(NOT_GIVEN, plane.choice)
    }

    @Test
    fun `what does not apply is refused by name`() {
        fun message(options: InformationPlaneBuilder.() -> Unit) =
            assertThrows(IllegalArgumentException::class.java) { informationPlane(source, options) }
                .message!!
        val bins = message {
            bins(0.1)
            compress(pca(2))
        }
        assertTrue(bins.startsWith("compress(..) is for estimators"), bins)
        val propagation = message {
            samplePropagation()
            noise(10)
            interval()
        }
        assertTrue(propagation.startsWith("interval(..) is for estimators"), propagation)
        val twice = message {
            compress(pca(2))
            compress(x = Encoder.none(), layers = pca(2))
        }
        assertEquals("compress(..) is called twice: give both encoders in one", twice)
        val both = message {
            compress()
            compress(pca(2))
        }
        assertEquals(twice, both)
        assertEquals(
            "level must be in (0, 1): level=95.0; 95 % is 0.95",
            message { interval(95.0) },
        )
    }

    private companion object {
        const val N = 150
    }
}
