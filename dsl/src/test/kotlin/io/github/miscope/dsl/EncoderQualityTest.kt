package io.github.miscope.dsl

import io.github.miscope.sample.Seed
import io.github.miscope.sample.Variable
import io.github.miscope.score.EncoderRow
import io.github.miscope.score.EncoderTable
import io.github.miscope.score.Origin
import io.github.miscope.score.Representations
import java.util.OptionalDouble
import org.apache.commons.rng.sampling.distribution.ZigguratSampler
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Tables of encoders, and scores of representations with roles. */
class EncoderQualityTest {
    private val table =
        EncoderTable(
            "dataset inference",
            10,
            listOf(
                EncoderRow("victim", Origin.VICTIM, OptionalDouble.of(0.2), 0.847, 1.0),
                EncoderRow("stolen, no heads", Origin.STOLEN, OptionalDouble.of(0.1), 0.392, 0.25),
                EncoderRow("random 1", Origin.RANDOM, OptionalDouble.empty(), 0.3, 0.01),
            ),
        )

    @Test
    fun `encoders as a frame, a figure and a text`() {
        val quality = encoderQuality(table)
        val frame = quality.toDataFrame()
        assertEquals(
            listOf("name", "origin", "temperature", "accuracy", "overlap"),
            frame.columnNames(),
        )
        assertEquals(listOf(0.2, 0.1, null), frame["temperature"].values().toList())
        assertEquals(listOf("victim", "stolen", "random"), frame["origin"].values().toList())
        assertEquals(0.392, frame["accuracy"][1])
        assertEquals(0.25, quality["stolen, no heads"].overlap())
        assertTrue(
            "stolen, no heads  accuracy 0.3920, neighbours in common with the victim 0.2500" in
                "$quality",
            "$quality",
        )
        quality.plot().render("encoders")
    }

    @Test
    fun `representations bring their roles`() {
        val normal = ZigguratSampler.NormalizedGaussian.of(Seed.of(1).generator())
        val seen = DoubleArray(400) { normal.sample() }
        fun encoder(name: String, noise: Double) =
            Variable.of(name, *DoubleArray(400) { seen[it] + noise * normal.sample() })
        val all =
            Representations(
                encoder("mine", 0.1),
                listOf(encoder("stolen", 0.2)),
                listOf(encoder("independent", 1.0), encoder("random", 3.0)),
            )
        val scores = miScore(all) { estimator(ksgLocal) }
        val byHand = miScore {
            victim(representation(all.victim()), "mine")
            suspect("stolen", representation(all.suspects()[0]))
            all.baselines().forEach { baseline(it.name(), representation(it)) }
            estimator(ksgLocal)
        }
        assertEquals(byHand.toString(), scores.toString())
        assertEquals(
            "victim(..) is called twice: there is one victim",
            assertThrows(IllegalArgumentException::class.java) {
                    miScore(all) { representations(all) }
                }
                .message,
        )
    }
}
