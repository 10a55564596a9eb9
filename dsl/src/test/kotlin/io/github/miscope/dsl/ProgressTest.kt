package io.github.miscope.dsl

import io.github.miscope.estimator.EstimationInterruptedException
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.TrainingProgress
import io.github.miscope.inference.InferenceInterruptedException
import io.github.miscope.sample.Seed
import java.time.Duration
import java.util.Random
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What a host hears of long work. */
class ProgressTest {
    private class Recorder : MiscopeHost {
        val titles = mutableListOf<String>()
        val heard = mutableListOf<Triple<Long, Long, Duration?>>()

        override fun run(job: SweepJob): SweepResult = job.run()

        override fun <T> run(work: LongWork<T>): T {
            titles += work.title
            return work.runTimed { done, total, left -> heard += Triple(done, total, left) }
        }
    }

    private val recorder = Recorder().also { MiscopeHooks.host = it }

    @AfterEach
    fun `nobody listens`() {
        MiscopeHooks.host = null
    }

    private fun shownAfter(parts: Long, work: () -> Unit): Any? =
        stopped(EstimationInterruptedException::class.java, parts, work = work).shown

    @Test
    fun `work that is stopped between two estimators shows the first one's`() {
        val samples = correlatedGaussians(1, 0.5).sample(60, Seed.of(1))
        val estimates = shownAfter(1) { mi(samples) { estimators(ksg, ksgLocal) } } as MiResult
        assertEquals(listOf(ksg.estimate(samples)), estimates.estimates)
        val entropies =
            shownAfter(1) { entropy(samples.x()) { estimators(knnEntropy, gaussianEntropy) } }
                as EntropyResult
        assertEquals(listOf(knnEntropy.estimate(samples.x())), entropies.estimates)
        val random = Random(3)
        val codes = List(3) { Array(60) { doubleArrayOf(random.nextGaussian()) } }
        fun scores(vararg by: MutualInformationEstimator) =
            miScore(codes[0], codes[1], codes[2]) {
                estimators(*by)
                groups(2)
            }
        // Of three encoders, whole and in two groups.
        val kept = shownAfter(9) { scores(ksg, ksgLocal) } as MiScores
        assertEquals(scores(ksg).tables, kept.tables)
    }

    @Test
    fun `a stopped p-value keeps the estimate and its permutations so far`() {
        val samples = correlatedGaussians(1, 0.5).sample(60, Seed.of(1))
        val work =
            stopped(InferenceInterruptedException::class.java, 20) {
                mi(samples) {
                    estimator(ksg)
                    pValue(permutations = 100_000)
                }
            }
        val estimate = (work.shown as MiResult).estimate
        assertEquals(ksg.estimate(samples).nats(), estimate.nats())
        assertTrue(estimate.pValue().get().permutations() in 1 until 100_000, "$estimate")
    }

    @Test
    fun `permutations are counted`() {
        val samples = correlatedGaussians(1, 0.5).sample(60, Seed.of(1))
        mi(samples) {
            estimator(ksg)
            pValue(permutations = 50)
            interval()
        }
        val (done, total, _) = recorder.heard.last()
        assertTrue(recorder.heard.size > 10, "${recorder.heard}")
        assertTrue(total > 50 && done <= total, "${recorder.heard}")
        assertTrue(recorder.heard.all { it.second >= 50 }, "${recorder.heard}")
    }

    @Test
    fun `a long estimate tells how far it has come`() {
        // All pairs of rows: seconds.
        val samples = correlatedGaussians(20, 0.1).sample(15_000, Seed.of(2))
        mi(samples) { estimator(ksg) }
        assertTrue(recorder.heard.size > 2, "${recorder.heard}")
        assertTrue(recorder.heard.all { it.first <= it.second })
        assertTrue("KSG" in recorder.titles.single())
    }

    @Test
    fun `training by the core is shown, but not twice`() {
        val nats =
            TrainingProgress.show("Training of a network") {
                TrainingProgress.report(1, 2)
                TrainingProgress.show("within") { TrainingProgress.report(2, 2) }
                0.5
            }
        assertEquals(0.5, nats)
        assertEquals(listOf("Training of a network"), recorder.titles)
        assertEquals(listOf(1L to 2L, 2L to 2L), recorder.heard.map { it.first to it.second })
    }

    @Test
    fun `steps of a plane are as many as were planned`() {
        val rows = Array(40) { doubleArrayOf(it / 40.0, (it * 7 % 40) / 40.0) }
        val source =
            activations("toy") {
                inputs(rows)
                for (epoch in 1..3) layer(epoch, 1, rows)
            }
        informationPlane(source) {
            bins(0.1)
            noise(0.0, 10.0)
        }
        // Binned entropies alone: one step for each layer and epoch, whatever noise is added.
        assertEquals(recorder.heard.last().second, recorder.heard.last().first)
    }
}
