package io.github.miscope.dsl

import io.github.miscope.estimator.ConditionalMutualInformationEstimator
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.estimator.Labelled
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.sample.Samples

/** What all builders of the DSL have in common: the unit of what is shown. */
@MiscopeDsl
public sealed class MiscopeBuilder {
    internal var unit: InformationUnit = InformationUnit.NATS

    /** The unit of what is shown: [NATS] (the default) or [BITS]. Estimation is not affected. */
    public fun unit(unit: InformationUnit) {
        Use.UNIT.take()
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
    public fun estimator(estimator: MutualInformationEstimator): Unit =
        estimators(listOf(estimator))

    /**
     * Adds an estimator of your own for one column against one: `estimator("linear") { x, y -> ...
     * }`, which returns nats.
     *
     * @param name its label in tables and legends
     * @param nats the estimate of I(X;Y) in nats, from the values of X and those of Y
     */
    public fun estimator(name: String, nats: (x: DoubleArray, y: DoubleArray) -> Double): Unit =
        estimator(customEstimator(name, nats))

    /**
     * Adds an estimator of your own: `estimator("mine") { samples -> ... }`, which returns nats.
     */
    public fun estimator(name: String, nats: (samples: Samples) -> Double): Unit =
        estimator(customEstimator(name, nats))

    /** Adds estimators, to be compared; their labels must differ. */
    public fun estimators(vararg estimators: MutualInformationEstimator): Unit =
        estimators(estimators.toList())

    /** Adds estimators, to be compared; their labels must differ. */
    public fun estimators(estimators: Iterable<MutualInformationEstimator>) {
        Use.ESTIMATOR.take()
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
        fun of(estimators: List<MutualInformationEstimator>): Choice {
            val given = Labelled.all(estimators)
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
