package io.github.miscope.dsl.result

import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.sample.Samples

/**
 * Estimates from one sample, as figures draw them.
 *
 * @property heading what was estimated: "I(X; Y)"
 * @property dropped rows that were left out because a value was missing
 */
internal class EstimateData(
    val heading: String,
    val estimates: List<Estimate>,
    val samples: Samples,
    val unit: InformationUnit,
    val dropped: Int,
)
