package io.github.miscope.dsl.result

import io.github.miscope.activation.ActivationSource
import io.github.miscope.activation.BinGrid
import io.github.miscope.encoder.Encoder
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.propagation.SamplePropagation
import io.github.miscope.plan.RunOptions
import io.github.miscope.plane.PlanePlan
import io.github.miscope.sample.Seed
import java.util.OptionalDouble

/** How X and each T are compressed. */
internal class PlaneEncoders(val inputs: Encoder, val layers: Encoder)

/**
 * What an information plane is to be made of.
 *
 * @property labelsBy the estimator of I(T;Y), where it is another one
 * @property most how many inputs to estimate from; null for all
 * @property snrs signal-to-noise ratios in dB; null for T as it is
 * @property power of the signal; null for the mean variance of T's columns
 * @property grids the cells of H(Bin(T))
 * @property encoders of X and T; null for X and T as they are, or compressed together
 * @property level the nominal coverage of intervals; null for none
 * @property run threads, checkpoint and the user's progress
 */
internal class PlaneSetup(
    val sources: List<ActivationSource>,
    val layers: List<Int>,
    val epochs: List<Int>,
    val estimators: List<MutualInformationEstimator>,
    val propagation: SamplePropagation?,
    val choice: String?,
    val withLabels: Boolean,
    val labelsBy: MutualInformationEstimator?,
    val most: Int?,
    val snrs: List<Double?>,
    val power: Double?,
    val grids: List<BinGrid>,
    val encoders: PlaneEncoders?,
    val level: Double?,
    val seed: Seed,
    val unit: InformationUnit,
    val run: RunOptions,
) {
    val labels = estimators.map { "$it" } + listOfNotNull(propagation?.toString())

    private val ratios = snrs.filterNotNull().toDoubleArray()

    /** The plan as the core runs it. */
    fun plan(): PlanePlan {
        var plan =
            PlanePlan.of(sources, estimators)
                .withLayers(*layers.toIntArray())
                .withEpochs(*epochs.toIntArray())
                .withBins(*grids.toTypedArray())
                .withSeed(seed)
        propagation?.let { plan = plan.withPropagation(it) }
        labelsBy?.let { plan = plan.withLabelsBy(it) }
        most?.let { plan = plan.withMaxInputs(it) }
        encoders?.let { plan = plan.withCompression(it.inputs, it.layers) }
        level?.let { plan = plan.withInterval(it) }
        if (!withLabels) plan = plan.withoutLabels()
        if (ratios.isNotEmpty()) {
            val fixed = power?.let { OptionalDouble.of(it) } ?: OptionalDouble.empty()
            plan = plan.withNoise(fixed, *ratios)
        }
        return plan
    }
}
