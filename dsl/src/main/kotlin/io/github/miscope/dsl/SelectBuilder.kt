package io.github.miscope.dsl

import io.github.miscope.estimator.ChoosesByKind
import io.github.miscope.estimator.ConditionalMutualInformationEstimator
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.mixed.ByType
import io.github.miscope.sample.Seed
import io.github.miscope.sample.Variable
import io.github.miscope.selection.SelectionCriterion
import io.github.miscope.selection.SelectionPlan

/**
 * Options of a selection: `df.miSelect("y") { by(MRMR) }`.
 *
 * Without an estimator, pairs of continuous columns are estimated by KSG on ranks with k = 10,
 * others by the kinds of their columns.
 */
@MiscopeDsl
public class SelectBuilder
internal constructor(internal val running: RunningChoices = RunningChoices()) :
    MiscopeBuilder(), RunningOptions by running {
    internal val choices = DataChoices()
    private var criterion = SelectionCriterion.CMIM
    private var estimator: MutualInformationEstimator? = null
    private var conditional: ConditionalMutualInformationEstimator? = null
    private var alpha = DEFAULT_LEVEL
    private var permutations = DEFAULT_PERMUTATIONS

    /** What columns are chosen by: [CMIM] (the default), [JMI] or [MRMR]. */
    public fun by(criterion: SelectionCriterion) {
        Use.CRITERION.take()
        this.criterion = criterion
    }

    /** The estimator of pairs: of relevance and redundancy. */
    public fun estimator(estimator: MutualInformationEstimator) {
        Use.ESTIMATOR.take()
        this.estimator = estimator
    }

    /** The estimator of I(X;Y|S), for [CMIM], [JMI] and the tests. */
    public fun estimator(estimator: ConditionalMutualInformationEstimator) {
        Use.ESTIMATOR.take()
        this.conditional = estimator
    }

    /**
     * How each step is tested: for independence of column and target given all columns that were
     * chosen before.
     *
     * @param alpha the selection stops at the first adjusted p-value above it, in (0, 1)
     * @param permutations how many draws each test has, at least 20; 0 for no tests
     * @throws IllegalArgumentException later, if a value is out of range
     */
    public fun significant(alpha: Double = 0.05, permutations: Int = DEFAULT_PERMUTATIONS) {
        this.alpha = alpha
        this.permutations = permutations
    }

    /** What to do with rows that have a missing value: [REFUSE] (the default) or [DROP]. */
    public fun missing(missing: MissingValues): Unit = choices.missing(missing)

    /** Takes columns of numbers as levels, of which only equality counts. */
    public fun discrete(vararg columns: String): Unit = choices.discrete(*columns)

    /** Takes columns of numbers as levels, of which only equality counts. */
    public fun discrete(columns: Iterable<String>): Unit = choices.discrete(columns)

    /** What permutations are drawn from: equal seeds give equal results. */
    public fun seed(seed: Long): Unit = choices.seed(seed)

    /** What permutations are drawn from: equal seeds give equal results. */
    public fun seed(seed: Int): Unit = seed(seed.toLong())

    internal fun filled(options: SelectBuilder.() -> Unit): SelectBuilder =
        filledBy(options, Use.ESTIMATOR, Use.UNIT, Use.MISSING, Use.CRITERION)

    internal fun plan(target: Variable, candidates: List<Variable>, most: Int): SelectionPlan {
        var plan =
            SelectionPlan.of(target, candidates)
                .withCriterion(criterion)
                .withMost(most)
                .withLevel(alpha)
                .withPermutations(permutations)
                .withSeed(Seed.of(choices.seed))
        estimator?.let { own ->
            val known = own.capability(ChoosesByKind::class.java).isPresent
            val discrete = (candidates + target).any { !it.isContinuous }
            plan = plan.withEstimator(if (discrete && !known) ByType.of(own) else own)
        }
        conditional?.let { plan = plan.withConditional(it) }
        return plan
    }
}

private const val DEFAULT_LEVEL = 0.05
