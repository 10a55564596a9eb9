package io.github.miscope.dsl

import io.github.miscope.dsl.result.EstimatorSide
import io.github.miscope.dsl.result.SeenAs
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Algorithm 1 of Butakov et al. 2024 in a cell. */
class CompareWithLatentTest {
    private val result = mi {
        task(gaussianImages(8))
        samples(300)
        trials(2)
        estimators(ksgLocal, entropySum(weightedKnnEntropy.whitened()) named "WKL")
        compress(pca(2))
        uncompressed(ksgLocal)
        compareWithLatent()
        informationSweep(0, 2, 4)
    }

    @Test
    fun `each estimator sees latent variables, codes and images of the same draws`() {
        val rows = result.table.rows
        assertEquals(5 * 3 * 2, rows.size)
        val latent = rows.filter { it.estimator.endsWith("on latent variables") }
        assertEquals(setOf(2), latent.map { it.dX }.toSet())
        assertEquals(setOf(64), (rows - latent.toSet()).map { it.dX }.toSet())
        assertEquals(
            listOf(
                "KSG-Local on latent variables",
                "WKL on latent variables",
                "KSG-Local on PCA(2)",
                "WKL on PCA(2)",
                "KSG-Local",
            ),
            result.sweep.estimators().map { it.toString() },
        )
    }

    /**
     * The standard deviation of a mean of two at n = 300 is below 0.06 up to 2 nats; KSG's bias is
     * below 0.05 at 0, and some -0.35 at 2 nats in two dimensions.
     */
    @Test
    fun `estimates from latent variables are near the truth, and nearer than those from images`() {
        fun mean(estimator: String, nats: Double) =
            result.table.summary().single { it.estimator == estimator && it.value == nats }.meanNats
        assertEquals(0.0, mean("KSG-Local on latent variables", 0.0), 0.2)
        assertEquals(2.0, mean("KSG-Local on latent variables", 2.0), 0.6)
        assertTrue(mean("KSG-Local on PCA(2)", 4.0) < mean("KSG-Local on latent variables", 4.0))
    }

    @Test
    fun `what an estimator sees is known by its type`() {
        val sides = result.sweep.estimators().map { EstimatorSide.of(it) }
        assertEquals(
            listOf(SeenAs.LATENT, SeenAs.LATENT, SeenAs.COMPRESSED, SeenAs.COMPRESSED) +
                SeenAs.AS_THEY_ARE,
            sides.map { it.kind },
        )
        assertEquals(
            listOf("KSG-Local", "WKL", "KSG-Local", "WKL", "KSG-Local"),
            sides.map { it.base },
        )
        assertEquals(listOf("PCA(2)"), sides.mapNotNull { it.encoder }.distinct())
    }

    @Test
    fun `the figure has a panel for each estimator and a line for each side`() {
        val text = result.plot().toSvg()
        for (word in
            listOf(
                "latent variables",
                "compressed",
                "uncompressed",
                "true MI",
                "KSG-Local",
                "WKL",
            )) {
            assertTrue(word in text, word)
        }
        assertTrue("What compression keeps of the mutual information" in text)
        result.plot().render("compression")
        result.inUnit(BITS).plot().render("compression-bits")
        assertTrue("true mutual information [bits]" in result.inUnit(BITS).plot().toSvg())
    }

    @Test
    fun `codes chosen together, and another axis`() {
        val others = mi {
            task(gaussianImages(8, nats = 1.5))
            trials(2)
            estimator(ksgLocal)
            compress()
            compareWithLatent()
            samplesSweep(100, 300)
        }
        assertTrue(others.failures == 0)
        others.plot().render("compression-samples")
    }

    @Test
    fun `there is nothing to compare without compression`() {
        val latent = assertThrows<IllegalArgumentException> { mi { compareWithLatent() } }
        assertTrue("add compress(..)" in latent.message!!)
        val plain = assertThrows<IllegalArgumentException> { mi { uncompressed(ksg) } }
        assertTrue("use estimators(..)" in plain.message!!)
    }

    @Test
    fun `a word that is nearly right is suggested`() {
        assertEquals("canonicalProjection", closest("canonicalProjecton", dslNames).first())
        assertEquals("compareWithLatent", closest("compareWithLatents", dslNames).first())
    }
}
