package io.github.miscope.dsl

import io.github.miscope.activation.ActivationSource
import io.github.miscope.activation.BinnedLayer
import io.github.miscope.estimator.EstimationInterruptedException
import io.github.miscope.estimator.propagation.NoisyChannel
import io.github.miscope.sample.Variable
import java.util.concurrent.CancellationException
import kotlin.jvm.optionals.getOrNull
import kotlin.math.pow
import kotlin.math.sqrt
import org.apache.commons.rng.sampling.distribution.ZigguratSampler

/** Makes the rows, network by network and epoch by epoch. */
internal class PlaneRun(private val plan: PlanePlan, private val parts: Parts) {
    private val rows = mutableListOf<PlaneRow>()
    private val binned = mutableListOf<BinnedRow>()
    private var steps = 0L
    private val timeLeft = TimeLeft(plan.kinds)

    fun result(): InformationPlane {
        try {
            plan.sources.forEachIndexed { trial, source -> Network(source, trial).run() }
        } catch (e: CancellationException) {
            val stop = e.cause as? InterruptedException ?: InterruptedException(e.message)
            throw PlaneInterruptedException(finished(), plan.steps, stop)
        }
        return finished()
    }

    private fun stepDone() = parts.done(++steps, plan.steps.toLong(), timeLeft.next())

    private fun finished() = InformationPlane(plan, rows.toList(), binned.toList())

    private inner class Network(private val source: ActivationSource, private val trial: Int) {
        private val seed = plan.seed.derive("network", trial.toLong())
        private val inputs = source.inputs()
        private val kept = kept(inputs.n())
        private val labels = if (plan.withLabels) source.labels().getOrNull() else null
        private val estimations =
            plan.estimators.map {
                PlaneEstimation(it, inputs.of(kept), labels?.of(kept), plan.labelsBy)
            }

        fun run() {
            for (epoch in plan.epochs) {
                for (layer in plan.layers) {
                    val quiet = source.activations(epoch, layer)
                    val norm = quiet.meanNorm()
                    val place = Place(trial, epoch, layer, source.layerName(layer), norm)
                    BinnedLayer.of(quiet, plan.grids).forEach { bin ->
                        val known = bin.information().takeUnless { source.isNoisy(place) }
                        binned += BinnedRow(place, bin.bins(), bin.entropy(), known)
                    }
                    val t by lazy { source.noisyActivations(epoch, layer) }
                    if (plan.labels.isNotEmpty()) plan.snrs.forEach { cells(place, t, it) }
                    else stepDone()
                }
            }
        }

        private fun cells(place: Place, t: Variable, snr: Double?) {
            val sigma = snr?.let { sqrt((plan.power ?: t.power()) * 10.0.pow(-it / 10)) }
            val seen by lazy { (if (sigma == null) t else noisy(place, t, sigma)).of(kept) }
            estimations.forEach { row(place, snr, "${it.estimator}") { it.of(seen) } }
            plan.propagation?.let { propagation ->
                row(place, snr, "$propagation") {
                    propagated(propagation, channel(place, t, sigma), labels)
                }
            }
        }

        /** T as a channel, with noise added. */
        private fun channel(place: Place, t: Variable, sigma: Double?): NoisyChannel {
            val own = source.channel(place.epoch, place.layer)
            if (sigma == null) return own.orElseThrow()
            if (!source.isNoisy(place)) return NoisyChannel.of(t, positive(place, sigma), false)
            require(own.orElseThrow().dimension() == t.d()) {
                "${place.layerName} pools values that have noise: sample propagation needs T as " +
                    "the layer hands it on, or without noise(..)"
            }
            return own.orElseThrow().withAddedNoise(positive(place, sigma))
        }

        private fun row(place: Place, snr: Double?, estimator: String, value: () -> PlanePoint) {
            EstimationInterruptedException.throwIfInterrupted("information plane")
            val scores = source.scores(place.epoch)
            rows +=
                try {
                    PlaneRow(place, snr, estimator, value(), scores, null)
                } catch (e: IllegalArgumentException) {
                    PlaneRow(place, snr, estimator, null, scores, e.message ?: "$e")
                }
            stepDone()
        }

        private fun noisy(place: Place, t: Variable, sigma: Double): Variable {
            positive(place, sigma)
            // The same draws at every ratio, so that ratios can be compared.
            val seed = seed.derive("epoch ${place.epoch}").derive("layer ${place.layer}")
            val normal = ZigguratSampler.NormalizedGaussian.of(seed.generator())
            val columns =
                t.columns().map { c -> DoubleArray(c.size) { c[it] + sigma * normal.sample() } }
            return t.withColumns(*columns.toTypedArray())
        }

        private fun positive(place: Place, sigma: Double): Double {
            require(sigma > 0) {
                "${place.layerName} is constant after epoch ${place.epoch}: there " +
                    "is no signal for noise to be in a ratio to; name a power"
            }
            return sigma
        }
    }

    /** The inputs that are estimated from, in ascending order; null for all. */
    private fun kept(n: Int): IntArray? {
        val most = plan.most?.takeIf { it < n } ?: return null
        val random = plan.seed.derive("inputs").generator()
        val order = IntArray(n) { it }
        for (i in 0 until most) {
            val j = i + random.nextInt(n - i)
            order[i] = order[j].also { order[j] = order[i] }
        }
        return order.copyOf(most).apply { sort() }
    }
}

private fun Variable.of(rows: IntArray?) = if (rows == null) this else rows(*rows)

/** The mean variance of the columns. */
private fun Variable.power(): Double =
    columns()
        .map { c -> c.average().let { m -> c.sumOf { (it - m) * (it - m) } / c.size } }
        .average()

internal fun Variable.meanNorm(): Double {
    val columns = columns()
    return (0 until n()).sumOf { i -> sqrt(columns.sumOf { it[i] * it[i] }) } / n()
}

/** Whether T is not a function of the input. */
private fun ActivationSource.isNoisy(place: Place): Boolean =
    channel(place.epoch, place.layer)
        .map { it.beta() > 0 || !it.deterministicCentres() }
        .orElse(false)
