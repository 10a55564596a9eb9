package io.github.miscope.dsl

import io.github.miscope.estimator.AcceptsLevels
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.PreparedVariable
import io.github.miscope.estimator.PreparingEstimator
import io.github.miscope.estimator.Warning
import io.github.miscope.estimator.propagation.NoisyChannel
import io.github.miscope.estimator.propagation.SamplePropagation
import io.github.miscope.sample.Variable
import kotlin.math.sqrt

/**
 * A mutual information in the plane.
 *
 * @property nats the estimate, in nats
 * @property standardError in nats; null if the estimator gives none
 * @property warnings what a reader must know
 */
public class PlaneValue
internal constructor(
    public val nats: Double,
    public val standardError: Double?,
    public val warnings: List<Warning>,
) {
    internal constructor(
        estimate: Estimate
    ) : this(
        estimate.nats(),
        estimate.standardError().let { if (it.isPresent) it.asDouble else null },
        estimate.warnings(),
    )

    /** The value and what is known of its error: "1.2034 nats, standard error 0.0213". */
    override fun toString(): String =
        "${nats.fixed()} nats" +
            (standardError?.let { ", standard error ${it.fixed()}" } ?: "") +
            warnings.joinToString("") { "\n  ! ${it.message()}" }
}

/** I(X;T) and, with classes, I(T;Y). */
internal class PlanePoint(val xt: PlaneValue, val ty: PlaneValue?)

/** An estimator with what it makes of X and Y once, for all T. */
internal class PlaneEstimation(
    val estimator: MutualInformationEstimator,
    x: Variable,
    labels: Variable?,
    labelsBy: MutualInformationEstimator?,
) {
    private val ofInputs = PreparingEstimator.of(estimator)
    private val ofLabels = PreparingEstimator.of(labelsBy ?: estimator)
    private val x: PreparedVariable by lazy { ofInputs.prepareX(x) }
    private val y: PreparedVariable? by lazy {
        labels
            ?.let { if (labelsBy != null || estimator.takesLevels()) it else it.indicators() }
            ?.let { ofLabels.prepareY(it) }
    }

    fun of(t: Variable): PlanePoint {
        val xt = PlaneValue(ofInputs.estimate(x, ofInputs.prepareY(t)))
        return PlanePoint(xt, y?.let { PlaneValue(ofLabels.estimate(ofLabels.prepareX(t), it)) })
    }
}

private fun MutualInformationEstimator.takesLevels(): Boolean =
    capability(AcceptsLevels::class.java).isPresent

/** A column of 0 and 1 for each level; one for two levels. */
internal fun Variable.indicators(): Variable {
    val levels = levels()
    val count = levels.max() + 1
    val shown = if (count == 2) listOf(1) else (0 until count).toList()
    return Variable.ofColumns(
        name(),
        *shown
            .map { level -> DoubleArray(levels.size) { if (levels[it] == level) 1.0 else 0.0 } }
            .toTypedArray(),
    )
}

/** I(X;T) by sample propagation, and I(T;Y) = h(T) - sum of p(y) h(T|Y = y) by mixtures as well. */
internal fun propagated(
    estimator: SamplePropagation,
    channel: NoisyChannel,
    labels: Variable?,
): PlanePoint {
    val found = estimator.propagate(channel)
    if (labels == null) return PlanePoint(PlaneValue(found.information), null)
    val draws = if (channel.deterministicCentres()) 1 else estimator.conditionalDraws
    val seed = estimator.seed.derive("labels")
    val centres = channel.centres(0, channel.inputs(), draws, seed)
    val levels = labels.levels()
    var nats = found.entropy
    var variance = found.entropyError * found.entropyError
    for (level in 0..levels.max()) {
        val inputs = levels.indices.filter { levels[it] == level }
        val share = inputs.size.toDouble() / levels.size
        val rows = IntArray(inputs.size * draws) { inputs[it / draws] * draws + it % draws }
        val mixture =
            estimator.mixture.withMostDraws(maxOf(2, (share * estimator.mixture.mostDraws).toInt()))
        // A variable has at least two rows.
        val own = if (rows.size == 1) intArrayOf(rows[0], rows[0]) else rows
        val entropy = mixture.estimate(centres.rows(*own), channel.beta())
        nats -= share * entropy.nats()
        val error = share * entropy.uncertainty().standardError().orElse(0.0)
        variance += error * error
    }
    return PlanePoint(PlaneValue(found.information), PlaneValue(nats, sqrt(variance), emptyList()))
}
