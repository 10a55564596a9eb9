package io.github.miscope.dsl

import io.github.miscope.estimator.MutualInformationEstimator

/** Options of a single estimate: `mi(x, y) { estimator(ksg); bits() }`. */
@MiscopeDsl
public class EstimateBuilder internal constructor() : EstimatorsBuilder() {
    internal var missing: MissingValues = MissingValues.REFUSE

    /** What to do with rows that have a missing value: [REFUSE] (the default) or [DROP]. */
    public fun missing(missing: MissingValues) {
        this.missing = missing
    }
}

/** Options of a matrix of pairwise estimates: `df.miMatrix { missing(DROP) }`. */
@MiscopeDsl
public class MatrixBuilder internal constructor() : MiscopeBuilder() {
    internal var missing: MissingValues = MissingValues.REFUSE
    private var estimator: MutualInformationEstimator? = null

    /**
     * The estimator, [ksgGlobalLinf] if none is given.
     *
     * @throws IllegalArgumentException if another one is given already: a matrix has one
     */
    public fun estimator(estimator: MutualInformationEstimator) {
        val before = this.estimator
        require(before == null) {
            "a matrix has one estimator: $before and $estimator are both given"
        }
        this.estimator = estimator
    }

    /**
     * What to do with rows that have a missing value in one of a pair's columns: [REFUSE] (the
     * default) or [DROP], which leaves them out of that pair only.
     */
    public fun missing(missing: MissingValues) {
        this.missing = missing
    }

    internal fun choice(): Choice = Choice.of(listOfNotNull(estimator))
}
