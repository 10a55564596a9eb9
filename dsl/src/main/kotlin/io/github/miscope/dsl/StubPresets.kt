package io.github.miscope.dsl

import io.github.miscope.estimator.*
import io.github.miscope.estimator.conditional.ConditionalByType
import io.github.miscope.estimator.mixed.ByType

public val auto: ByType = ByType.of(ksgGlobalLinf)
public val autoConditional: ConditionalByType = ConditionalByType.of(auto)
internal val knnEntropy: EntropyEstimator = EntropyEstimator {
    EntropyEstimate(1.0, "stub", it.n(), it.d(), mapOf(), listOf())
}
internal val discreteEntropy: EntropyEstimator = knnEntropy
