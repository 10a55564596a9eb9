package io.github.miscope.dsl

import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.WeightedEstimator
import io.github.miscope.estimator.discrete.Correction
import io.github.miscope.estimator.discrete.DiscreteMutualInformation
import io.github.miscope.sample.Samples
import io.github.miscope.sample.Weights

/** Where the weights of rows come from. */
internal sealed interface Weighting {
    class Column(val name: String) : Weighting

    class Values(val side: Side) : Weighting
}

/** The weights of the rows that are used. */
internal fun Side.toWeights(kept: List<Int>?): Weights {
    val column = columns.single()
    require(column.levels == null && !column.isTime) {
        "weights(${quoted(column.name)}): weights must be numbers"
    }
    val values = kept?.let { DoubleArray(it.size) { i -> column.values[it[i]] } } ?: column.values
    return Weights.of(*values)
}

/** The estimators of a result with weights: all of them take weights. */
internal fun EstimateBuilder.weightedChoice(samples: Samples): Choice {
    require(given == null) {
        "weights(..) and given(..) cannot be had together: no estimator of I(X;Y|Z) takes weights"
    }
    require(choices.isPlain) {
        "weights(..) gives an estimate alone: rows that stand for many or few of a population do not " +
            "change places, as intervals and p-values would have it; leave interval() and pValue() out"
    }
    require(!compresses) { "weights(..) and compress(..) cannot be had together: leave one out" }
    val own = choice()
    if (own.reason == null) {
        own.estimators.forEach { WeightedEstimator.of(it) }
        return own
    }
    val chosen: MutualInformationEstimator =
        when {
            samples.x().isDiscrete && samples.y().isDiscrete ->
                DiscreteMutualInformation(Correction.MILLER_MADOW)
            samples.x().isContinuous && samples.y().isContinuous -> gaussianMi
            else ->
                throw IllegalArgumentException(
                    "weights(..) with columns of numbers and of levels needs an estimator: those that " +
                        "take weights are discreteMi and binnedMi (plug-in or Miller-Madow) and gaussianMi"
                )
        }
    return Choice(listOf(chosen), "no estimator was given: miscope chose one that takes weights")
}
