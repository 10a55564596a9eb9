package io.github.miscope.dsl

import io.github.miscope.estimator.ChoosesByKind
import io.github.miscope.estimator.ConditionalMutualInformationEstimator
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.mixed.ByType
import io.github.miscope.inference.PermutationScheme
import io.github.miscope.sample.Seed
import io.github.miscope.sample.Variable
import io.github.miscope.series.LagPlan

/**
 * Options of a scan of lags: `df.miLag("x", "y", 0..30) { surrogates(500) }`.
 *
 * Without an estimator, [ksgRanks] serves continuous series, and [conditionalKsg] where something
 * is given.
 */
@MiscopeDsl
public class LagBuilder
internal constructor(internal val running: RunningChoices = RunningChoices()) :
    MiscopeBuilder(), RunningOptions by running {
    internal val choices = DataChoices()
    private var estimator: MutualInformationEstimator? = null
    private var conditional: ConditionalMutualInformationEstimator? = null
    private var surrogates: Int? = null
    private var scheme: PermutationScheme? = null
    private var history = 0
    internal var given: List<String> = emptyList()

    /** The estimator of I(X;Y). */
    public fun estimator(estimator: MutualInformationEstimator) {
        Use.ESTIMATOR.take()
        this.estimator = estimator
    }

    /** The estimator of I(X;Y|Z), for [transferEntropy] and [given]. */
    public fun estimator(estimator: ConditionalMutualInformationEstimator) {
        Use.ESTIMATOR.take()
        this.conditional = estimator
    }

    /**
     * Estimates transfer entropy from x to y (Schreiber 2000), I(x(t - lag); y(t) | y(t - 1), ...,
     * y(t - history)): what x tells of y beside y's own past.
     *
     * @param history how many rows of y's past, at least 1
     * @throws IllegalArgumentException if history < 1
     */
    public fun transferEntropy(history: Int = 1) {
        require(history >= 1) { "history must be >= 1: history=$history" }
        this.history = history
    }

    /**
     * Conditions on columns of the same frame, at y's time. There are no surrogates then: shifts
     * would part x from what is given.
     */
    public fun given(vararg columns: String) {
        require(columns.isNotEmpty()) { "given() names no column" }
        given = columns.toList()
    }

    /**
     * How many surrogates the band and the p-values are made of, and how.
     *
     * @param count how many at most; 0 for none
     * @param scheme how the rows of x are put in another order; if null, x is shifted against y,
     *   its end wrapping round to the start, which keeps what rows of a series have to do with each
     *   other
     * @throws IllegalArgumentException later, if count is negative, or the series is too short
     */
    public fun surrogates(count: Int = DEFAULT_PERMUTATIONS, scheme: PermutationScheme? = null) {
        this.surrogates = count
        this.scheme = scheme
    }

    /**
     * Leaves out, as neighbours of a point, those that are no more than so many rows from it: a
     * Theiler window. The estimator is [ksgTheiler].
     *
     * @param rows the window, longer than the series' memory
     * @throws IllegalArgumentException if rows < 1
     */
    public fun theiler(rows: Int) {
        require(rows >= 1) { "window must be >= 1: rows=$rows" }
        estimator(ksgTheiler(rows))
    }

    /** Takes columns of numbers as levels, of which only equality counts. */
    public fun discrete(vararg columns: String): Unit = choices.discrete(*columns)

    /** Takes columns of numbers as levels, of which only equality counts. */
    public fun discrete(columns: Iterable<String>): Unit = choices.discrete(columns)

    /** What surrogates are drawn from: equal seeds give equal results. */
    public fun seed(seed: Long): Unit = choices.seed(seed)

    /** What surrogates are drawn from: equal seeds give equal results. */
    public fun seed(seed: Int): Unit = seed(seed.toLong())

    internal fun filled(options: LagBuilder.() -> Unit): LagBuilder =
        filledBy(options, Use.ESTIMATOR, Use.UNIT)

    internal fun plan(x: Variable, y: Variable, z: Variable?, lags: IntArray): LagPlan {
        require(surrogates == null || surrogates == 0 || z == null) {
            "surrogates($surrogates) cannot be had with given(..): shifts would part x from what is " +
                "given; leave one out"
        }
        var plan = LagPlan.of(x, y, *lags).withHistory(history).withSeed(Seed.of(choices.seed))
        if (z != null) plan = plan.withGiven(z)
        estimator?.let { own ->
            val known = own.capability(ChoosesByKind::class.java).isPresent
            val discrete = !x.isContinuous || !y.isContinuous
            plan = plan.withEstimator(if (discrete && !known) ByType.of(own) else own)
        }
        conditional?.let { plan = plan.withConditional(it) }
        surrogates?.let { plan = plan.withSurrogates(it) }
        scheme?.let { plan = plan.withScheme(it) }
        return plan
    }
}
