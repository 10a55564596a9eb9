package io.github.miscope.dsl

import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.inference.PValueAdjustment

/**
 * Options of estimates for many pairs of columns: `df.miMatrix { missing(DROP); pValue() }`. Rows
 * with missing values are left out of those pairs only that miss them.
 */
@MiscopeDsl
public class PairsBuilder
internal constructor(
    internal val choices: DataChoices = DataChoices(),
    internal val place: PlaceChoice = PlaceChoice(),
) : MiscopeBuilder(), DataOptions by choices, PlaceOptions by place {
    private var estimator: MutualInformationEstimator? = null
    internal var adjustment: PValueAdjustment = PValueAdjustment.HOLM

    /**
     * The estimator, [auto] if none is given. Where columns are discrete, it serves the pairs of
     * continuous ones; the others have the estimators of
     * [ByType][io.github.miscope.estimator.mixed.ByType].
     *
     * @throws IllegalArgumentException if another one is given already: all pairs have one
     */
    public fun estimator(estimator: MutualInformationEstimator) {
        val before = this.estimator
        require(before == null) {
            "all pairs have one estimator: $before and $estimator are both given"
        }
        Use.ESTIMATOR.take()
        this.estimator = estimator
    }

    /**
     * How p-values are corrected for there being many: [HOLM] (the default), [BENJAMINI_HOCHBERG]
     * or [UNADJUSTED].
     */
    public fun adjust(adjustment: PValueAdjustment) {
        Use.ADJUSTMENT.take()
        this.adjustment = adjustment
    }

    internal fun filled(options: PairsBuilder.() -> Unit): PairsBuilder =
        filledBy(options, Use.ESTIMATOR, Use.UNIT, Use.MISSING, Use.ADJUSTMENT)

    internal fun choice(): Choice = Choice.of(listOfNotNull(estimator))
}
