package io.github.miscope.dsl

import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.RankBased
import io.github.miscope.network.Aracne
import io.github.miscope.network.Clr
import io.github.miscope.network.Cut
import io.github.miscope.network.EdgeRule
import io.github.miscope.network.GraphMethod
import io.github.miscope.network.Mrnet
import io.github.miscope.network.NetworkColumns
import io.github.miscope.network.NetworkPlan
import io.github.miscope.sample.Seed

/**
 * Options of a network: `df.miNetwork { estimator(gaussianCopula); cut(aracne(0.1)) }`. Its cells
 * are tiles of pairs.
 */
@MiscopeDsl
public class NetworkBuilder
internal constructor(internal val running: RunningChoices = RunningChoices()) :
    MiscopeBuilder(), RunningOptions by running {
    internal val choices = DataChoices()
    private var estimator: MutualInformationEstimator? = null
    private var cut: GraphMethod? = null
    private var rule: EdgeRule? = null
    private var alpha: Double? = null
    private var draws: Int? = null
    private var seed = Seed.of(0)

    /**
     * The estimator of all pairs, [ksgRanks] if none is given. P-values need one on ranks, such as
     * [ksgRanks] or [gaussianCopula].
     *
     * @throws IllegalArgumentException if another one is given already
     */
    public fun estimator(estimator: MutualInformationEstimator) {
        val before = this.estimator
        require(before == null) {
            "all pairs have one estimator: $before and $estimator are both given"
        }
        Use.ESTIMATOR.take()
        this.estimator = estimator
    }

    /** What to do with missing values: [REFUSE] (the default) or [DROP], pair by pair. */
    public fun missing(missing: MissingValues) {
        choices.missing(missing)
    }

    /** Takes columns of numbers as levels, of which only equality counts. */
    public fun discrete(vararg columns: String) {
        choices.discrete(*columns)
    }

    /**
     * The method that makes the graph: [aracne] (the default, with a tolerance of 0.1), [clr],
     * [mrnet] or [allPairs].
     */
    public fun cut(method: GraphMethod) {
        cut = method
    }

    /**
     * Only pairs that are significant may be edges: their p-value, adjusted by Benjamini and
     * Hochberg for all pairs, is at most [alpha]. This is the default, at 0.05, where the estimator
     * is on ranks.
     *
     * All pairs have one null distribution, since that of an estimate on ranks depends on the
     * number of rows alone: exact for columns without ties.
     *
     * @param alpha the part of false edges that is accepted, in (0, 1)
     * @param draws random pairings of ranks that the null distribution is made of; no p-value is
     *   below 1 / (draws + 1). If null, 20 for each pair, from 10 000 to 100 000
     * @throws IllegalArgumentException if alpha is not in (0, 1) or draws < 1
     */
    public fun significant(alpha: Double = 0.05, draws: Int? = null) {
        require(draws == null || draws >= 1) { "draws must be >= 1: draws=$draws" }
        rule = EdgeRule.significant(alpha)
        this.alpha = alpha
        this.draws = draws
    }

    /**
     * Only pairs whose estimate is above [nats] may be edges, without p-values.
     *
     * @throws IllegalArgumentException if nats is negative
     */
    public fun above(nats: Double) {
        rule = EdgeRule.above(nats)
        alpha = null
    }

    /** What the null distribution is drawn from: equal seeds give equal results. */
    public fun seed(seed: Long) {
        this.seed = Seed.of(seed)
    }

    /** What the null distribution is drawn from: equal seeds give equal results. */
    public fun seed(seed: Int): Unit = seed(seed.toLong())

    internal val reason: String?
        get() = if (estimator == null) NOT_GIVEN_NETWORK else null

    internal fun filled(options: NetworkBuilder.() -> Unit): NetworkBuilder =
        filledBy(options, Use.ESTIMATOR, Use.UNIT, Use.MISSING)

    internal fun plan(columns: NetworkColumns): NetworkPlan {
        val used = estimator ?: ksgRanks
        val plan = NetworkPlan.of(columns, used).withSeed(seed)
        val onRanks = used.capability(RankBased::class.java).isPresent
        val tests = rule is EdgeRule.Significant || (rule == null && onRanks)
        return when {
            !tests -> plan
            draws != null -> plan.withPValues(draws ?: 1)
            else -> plan.withPValues()
        }
    }

    internal fun method(plan: NetworkPlan): GraphMethod {
        val own = cut ?: aracne()
        val rule = rule ?: if (plan.draws().isPresent) EdgeRule.significant(DEFAULT_ALPHA) else null
        return if (rule == null) own else own.withRule(rule)
    }
}

/**
 * ARACNE (Margolin et al. 2006): of each three columns that are all connected the weakest edge is
 * cut, if it is weaker than the others by a part of [tolerance] at least.
 *
 * @throws IllegalArgumentException if the tolerance is not in [0, 1]
 */
public fun aracne(tolerance: Double = 0.1): Aracne = Aracne.withTolerance(tolerance)

/**
 * CLR (Faith et al. 2007): pairs whose information stands out from that of both columns with all
 * others, by more than [threshold] standard deviations.
 *
 * @throws IllegalArgumentException if the threshold is negative
 */
public fun clr(threshold: Double = 0.0): Clr = Clr(threshold, EdgeRule.above(0.0))

/**
 * MRNET (Meyer et al. 2007): columns that are relevant to each other and not redundant.
 *
 * @param threshold edges weigh more, in nats
 * @throws IllegalArgumentException if the threshold is negative
 */
public fun mrnet(threshold: Double = 0.0): Mrnet = Mrnet(threshold, EdgeRule.above(0.0))

/** Every pair that may be an edge is one: indirect connections are edges as well. */
public fun allPairs(): Cut = Cut(EdgeRule.above(0.0))

private const val DEFAULT_ALPHA = 0.05

private const val NOT_GIVEN_NETWORK =
    "no estimator was given: KSG on ranks sees dependence of any shape, and has one null " +
        "distribution for all pairs"
