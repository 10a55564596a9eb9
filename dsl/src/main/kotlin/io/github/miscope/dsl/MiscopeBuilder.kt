package io.github.miscope.dsl

import io.github.miscope.estimator.ConditionalMutualInformationEstimator
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.estimator.MutualInformationEstimator

/** What all builders of the DSL have in common: the unit of what is shown. */
@MiscopeDsl
public sealed class MiscopeBuilder {
    internal var unit: InformationUnit = InformationUnit.NATS

    /** The unit of what is shown: [NATS] (the default) or [BITS]. Estimation is not affected. */
    public fun unit(unit: InformationUnit) {
        this.unit = unit
    }

    /** Shows bits instead of nats. */
    public fun bits() {
        unit(InformationUnit.BITS)
    }
}

/** A builder that takes one or more estimators. */
@MiscopeDsl
public sealed class EstimatorsBuilder : MiscopeBuilder() {
    private val estimators = mutableListOf<MutualInformationEstimator>()

    /**
     * Adds an estimator. With none, miscope chooses [auto], and the result says so.
     *
     * @param estimator a preset such as [ksg] or [ksgGlobalLinf], or any other
     */
    public fun estimator(estimator: MutualInformationEstimator) {
        estimators += estimator
    }

    /** Adds estimators, to be compared; their labels must differ. */
    public fun estimators(vararg estimators: MutualInformationEstimator) {
        this.estimators += estimators
    }

    /** Adds estimators, to be compared; their labels must differ. */
    public fun estimators(estimators: Iterable<MutualInformationEstimator>) {
        this.estimators += estimators
    }

    internal fun choice(): Choice = Choice.of(estimators)
}

/**
 * Estimators, and why they are these where the user gave none.
 *
 * @property conditional the estimators of I(X;Y|Z), where something is given
 */
internal class Choice(
    val estimators: List<MutualInformationEstimator>,
    val reason: String?,
    val conditional: List<ConditionalMutualInformationEstimator> = emptyList(),
) {
    companion object {
        fun of(given: List<MutualInformationEstimator>): Choice {
            val labels = given.groupingBy { it.toString() }.eachCount()
            labels.forEach { (label, count) ->
                require(count == 1) {
                    "two estimators have the label \"$label\": rename one with named(\"...\")"
                }
            }
            return if (given.isEmpty()) Choice(listOf(auto), NOT_GIVEN)
            else Choice(given.toList(), null)
        }
    }
}
