package io.github.miscope.dsl

import io.github.miscope.activation.ActivationSource
import io.github.miscope.activation.BinGrid
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.propagation.SamplePropagation
import io.github.miscope.sample.Seed

/**
 * What an information plane is to be made of.
 *
 * @property labelsBy the estimator of I(T;Y), where it is another one
 * @property most how many inputs to estimate from; null for all
 * @property snrs signal-to-noise ratios in dB; null for T as it is
 * @property power of the signal; null for the mean variance of T's columns
 * @property grids the cells of H(Bin(T))
 */
internal class PlanePlan(
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
    val seed: Seed,
    val unit: InformationUnit,
) {
    val labels = estimators.map { "$it" } + listOfNotNull(propagation?.toString())

    /**
     * What each step is concerned with, in their order: steps of one kind take about equally long.
     */
    val kinds: List<Any> =
        sources.flatMap {
            epochs.flatMap {
                layers.flatMap<Int, Any> { layer ->
                    if (labels.isEmpty()) listOf(layer)
                    else snrs.flatMap { snr -> labels.map { Triple(layer, snr, it) } }
                }
            }
        }

    val steps = kinds.size
}

/** Where a row belongs, and the mean Euclidean norm of T there. */
internal class Place(
    val trial: Int,
    val epoch: Int,
    val layer: Int,
    val layerName: String,
    val scale: Double,
)
