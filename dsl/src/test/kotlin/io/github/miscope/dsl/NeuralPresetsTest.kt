package io.github.miscope.dsl

import io.github.miscope.estimator.BoundDirection
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.Finding
import io.github.miscope.estimator.LearningCurve
import io.github.miscope.estimator.LearningCurve.Point
import io.github.miscope.estimator.TrainedEstimator
import io.github.miscope.estimator.TrainingProgress
import io.github.miscope.sample.Samples
import io.github.miscope.sample.Seed
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Neural presets where their module is not there, and what the DSL does with what trains. */
class NeuralPresetsTest {
    /** Trains nothing, and tells its options. */
    private data class Stub(
        val steps: Int = 100,
        val batch: Int = 10,
        val members: Int = 1,
        val seed: Seed = Seed.of(0),
    ) : TrainedEstimator {
        override fun withSteps(steps: Int) = copy(steps = steps)

        override fun withBatch(observations: Int) = copy(batch = observations)

        override fun withMembers(models: Int) = copy(members = models)

        override fun withSeed(seed: Seed) = copy(seed = seed)

        override fun estimate(samples: Samples): Estimate {
            TrainingProgress.report(40, 100)
            return Estimate(0.5, "Stub", samples.n(), 1, 1, mapOf("steps" to 50.0), listOf())
                .withFinding(Finding.Bound(BoundDirection.LOWER))
                .withFinding(
                    LearningCurve(0, listOf(Point(50, 0.25, 0.125), Point(100, 0.75, 0.5)))
                )
                .withFinding(LearningCurve(1, listOf(Point(50, 0.3, 0.2), Point(100, 0.8, 0.4))))
        }
    }

    private val samples = correlatedGaussians(1, 0.5).sample(30, Seed.of(1))

    @Test
    fun `without the module a preset says what line adds it`() {
        val missing = assertThrows(MissingModuleException::class.java) { mineGlobalCorrected }
        assertEquals("miscope-neural", missing.module)
        val message = missing.message!!
        val version = Regex("miscope-neural:([0-9][^\"]+)\"").find(message)!!.groupValues[1]
        assertEquals(
            """
            mineGlobalCorrected is in miscope-neural, which is not there. Add it by one line:
              in a notebook, in a cell of its own:  %use miscope-neural
              in a script:  @file:DependsOn("io.github.miscope:miscope-neural:$version")
              with Gradle:  implementation("io.github.miscope:miscope-neural:$version")
              with Maven:   <dependency><groupId>io.github.miscope</groupId><artifactId>miscope-neural</artifactId><version>$version</version></dependency>
            """
                .trimIndent(),
            message,
        )
    }

    @Test
    fun `without the module an autoencoder says what line adds it`() {
        for (call in listOf({ autoencoder(2) }, { imageAutoencoder(16, 16, 2) })) {
            val missing = assertThrows(MissingModuleException::class.java) { call() }
            assertEquals("miscope-neural", missing.module)
            assertTrue("utoencoder is in miscope-neural" in missing.message!!, missing.message)
        }
    }

    @Test
    fun `options are set by name`() {
        assertEquals(Stub(), Stub()())
        val changed = Stub()(steps = 7, batch = 8, members = 9, seed = 10)
        assertEquals(Stub(7, 8, 9, Seed.of(10)), changed)
    }

    @Test
    fun `a host hears of the steps of one estimate`() {
        val heard = mutableListOf<String>()
        val before = MiscopeHooks.host
        MiscopeHooks.host =
            object : MiscopeHost {
                override fun run(job: SweepJob) = job.run()

                override fun <T> run(work: LongWork<T>): T =
                    work.run { done, total -> heard += "${work.title}: $done of $total" }
            }
        try {
            mi(samples) { estimator(Stub() named "mine") }
            mi(samples) { estimators(Stub() named "a", ksg) }
        } finally {
            MiscopeHooks.host = before
        }
        assertEquals(
            listOf("Steps of mine: 40 of 100", "Estimate: 1 of 2", "Estimate: 2 of 2"),
            heard,
        )
    }

    @Test
    fun `the learning curve has labelled axes, two lines and the truth`() {
        val result = mi(samples) { estimator(Stub()) }
        assertFalse("training" in result.toString(), result.toString())
        assertTrue("bound: lower" in result.toString())
        val curve = result.learningCurve(trueNats = 0.6)
        assertEquals(listOf(0, 0, 1, 1), curve.points.map { it.critic })
        assertEquals(listOf(0.125, 0.5, 0.2, 0.4), curve.points.map { it.heldOut })
        assertEquals(
            listOf("critic", "step", "in_sample_nats", "held_out_nats"),
            curve.toDataFrame().columnNames(),
        )
        val svg = curve.plot().toSvg()
        for (text in listOf("bound [nats]", "in-sample", "held-out", "true MI")) {
            assertTrue(text in svg, text)
        }
        assertTrue(Regex(">\\s*step\\s*<").containsMatchIn(svg))
        assertFalse("true MI" in result.learningCurve().plot().toSvg())
        curve.save("target/figures/learning-curve.png")
        val inBits = curve.inUnit(BITS)
        assertTrue("bits" in inBits.plot().toSvg())
        assertTrue("0.7213 bits" in inBits.toString(), inBits.toString())
    }

    @Test
    fun `where all data train, there is no held-out line`() {
        val estimate =
            Estimate(0.5, "Stub", samples.n(), 1, 1, mapOf(), listOf())
                .withFinding(LearningCurve(0, listOf(Point(50, 0.25, Double.NaN))))
        val curve = estimate.learningCurve()
        assertNull(curve.points.single().heldOut)
        assertFalse("held-out" in curve.plot().toSvg())
    }

    @Test
    fun `what does not train has no learning curve`() {
        val refused =
            assertThrows(IllegalStateException::class.java) {
                mi(samples) { estimator(ksg) }.learningCurve()
            }
        assertEquals("KSG does not train, and so has no learning curve", refused.message)
    }
}
