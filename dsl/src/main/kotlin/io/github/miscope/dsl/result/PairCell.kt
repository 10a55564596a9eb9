package io.github.miscope.dsl.result

import io.github.miscope.association.ScaledInformation
import io.github.miscope.estimator.Interval
import io.github.miscope.estimator.Uncertainty
import kotlin.jvm.optionals.getOrNull

/** The part of pairs that is thought independent; adjusted p-values above it are marked. */
internal const val SIGNIFICANCE: Double = 0.05

/**
 * A pair of columns as figures draw it.
 *
 * @property nats the estimate in nats; null where there is none
 * @property adjustedPValue null without p-values
 */
internal class PairCell(
    val x: String,
    val y: String,
    val nats: Double?,
    private val adjustedPValue: Double?,
    val n: Int,
    private val uncertainty: Uncertainty,
    private val scaledOf: () -> ScaledInformation? = { null },
) {
    /** The estimate on a scale from 0 to 1, with a word for it; null where there is none. */
    val scaled: ScaledInformation? by lazy(LazyThreadSafetyMode.NONE) { scaledOf() }

    val interval: Interval?
        get() = uncertainty.interval().getOrNull()

    /** Whether the columns may as well be independent. */
    val isDoubtful: Boolean
        get() = adjustedPValue != null && adjustedPValue > SIGNIFICANCE
}
