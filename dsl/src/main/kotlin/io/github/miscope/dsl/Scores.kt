package io.github.miscope.dsl

import io.github.miscope.sample.Seed
import io.github.miscope.sample.Variable
import io.github.miscope.score.MiScore
import io.github.miscope.score.Representations
import io.github.miscope.score.ScoreTable

/**
 * Options of a score: `miScore { victim(representation("victim.npy")); suspect("stolen",
 * representation("stolen.npy")); baseline("random", representation("random.npy")) }`.
 */
@MiscopeDsl
public class ScoreBuilder internal constructor() : EstimatorsBuilder() {
    private var victim: Variable? = null
    private val suspects = mutableListOf<Variable>()
    private val baselines = mutableListOf<Variable>()
    private var groups: Int? = null
    private var level: Double? = null
    private var seed: Long? = null

    /**
     * What the victim's encoder makes of the observations.
     *
     * @param name its name in tables
     * @throws IllegalArgumentException if there is one already
     */
    public fun victim(values: Representation, name: String = "victim") {
        require(victim == null) { "victim(..) is called twice: there is one victim" }
        victim = values.variable(name)
    }

    /** What the victim's encoder makes of the observations, by rows. */
    public fun victim(rows: Array<DoubleArray>, name: String = "victim"): Unit =
        victim(representation(rows), name)

    /**
     * What an encoder that may have been made from the victim makes of the same observations, in
     * the same order.
     *
     * @param name its name in tables and figures
     */
    public fun suspect(name: String, values: Representation) {
        suspects += values.variable(name)
    }

    /** What a suspected encoder makes of the same observations, by rows. */
    public fun suspect(name: String, rows: Array<DoubleArray>): Unit =
        suspect(name, representation(rows))

    /**
     * What an encoder that knows nothing of the victim makes of the same observations: one of
     * random weights or, better, one trained on other data. Several tell how much scores depend on
     * the choice of it.
     *
     * @param name its name in tables and figures
     */
    public fun baseline(name: String, values: Representation) {
        baselines += values.variable(name)
    }

    /** What an independent encoder makes of the same observations, by rows. */
    public fun baseline(name: String, rows: Array<DoubleArray>): Unit =
        baseline(name, representation(rows))

    /**
     * What several encoders make of the same observations, with their roles: of an experiment such
     * as `Experiments.datasetInference(Size.SMALL).run().representations()`.
     *
     * @throws IllegalArgumentException if there is a victim already
     */
    public fun representations(all: Representations) {
        victim(representation(all.victim()), all.victim().name())
        suspects += all.suspects()
        baselines += all.baselines()
    }

    /**
     * In how many groups of observations everything is estimated once more, for errors and
     * p-values, which cannot be below 2^-groups: 10 by default, at most 16. Each needs 20
     * observations.
     */
    public fun groups(groups: Int) {
        this.groups = groups
    }

    /** The nominal coverage of intervals: 0.95 by default. */
    public fun interval(level: Double) {
        this.level = level
    }

    /** What groups are drawn from: equal seeds give equal results. */
    public fun seed(seed: Long) {
        this.seed = seed
    }

    /** What groups are drawn from: equal seeds give equal results. */
    public fun seed(seed: Int): Unit = seed(seed.toLong())

    internal fun filled(options: ScoreBuilder.() -> Unit): ScoreBuilder =
        filledBy(options, Use.ESTIMATOR, Use.UNIT)

    internal fun scores(): MiScores {
        val victim =
            requireNotNull(this.victim) {
                "victim(..) is missing: whose encoder is it that was used?"
            }
        val choice = choice()
        val scores =
            choice.estimators.map { estimator ->
                var score = MiScore.of(estimator)
                groups?.let { score = score.withGroups(it) }
                level?.let { score = score.withLevel(it) }
                seed?.let { score = score.withSeed(Seed.of(it)) }
                score
            }
        val each = scores.first().estimates(suspects.size + baselines.size)
        val finished = mutableListOf<ScoreTable>()
        fun result() = MiScores(finished.toList(), unit, choice.reason)
        return MiscopeHooks.run(
            "Scores of ${suspects.size + baselines.size} encoders",
            each * scores.size,
            partial = { if (finished.isEmpty()) null else result() },
        ) { done ->
            scores.forEachIndexed { i, score ->
                finished += score.of(victim, suspects, baselines) { done(i * each + it) }
            }
            result()
        }
    }
}

/**
 * How much suspected encoders tell of a victim's, between encoders that know nothing of it and the
 * victim itself: the score of dataset inference (Sisak 2024, Definition 5.1). See
 * [MiScore][io.github.miscope.score.MiScore].
 *
 * @param options representations, estimators, compression, groups, seed and unit
 * @return the scores, a table for each estimator
 * @throws IllegalArgumentException if the victim, all suspects or all baselines are missing, names
 *   repeat, numbers of observations differ, a representation is constant, there are too few
 *   observations, or an estimator refuses a pair
 * @throws io.github.miscope.inference.PairsInterruptedException if the thread is interrupted
 */
public fun miScore(options: ScoreBuilder.() -> Unit): MiScores =
    ScoreBuilder().filled(options).scores()

/**
 * How much a suspected encoder tells of a victim's: one suspect, one baseline, rows of numbers.
 *
 * @param victim what the victim's encoder makes of n observations
 * @param suspect what the suspected one makes of them
 * @param baseline what an encoder makes of them that knows nothing of the victim
 * @param options more suspects or baselines, estimators, compression, groups, seed and unit
 * @throws IllegalArgumentException as `miScore { }`
 */
public fun miScore(
    victim: Array<DoubleArray>,
    suspect: Array<DoubleArray>,
    baseline: Array<DoubleArray>,
    options: ScoreBuilder.() -> Unit = {},
): MiScores =
    miScore(representation(victim), representation(suspect), representation(baseline), options)

/** How much a suspected encoder tells of a victim's, for representations of any kind. */
public fun miScore(
    victim: Representation,
    suspect: Representation,
    baseline: Representation,
    options: ScoreBuilder.() -> Unit = {},
): MiScores = miScore {
    victim(victim)
    suspect("suspect", suspect)
    baseline("baseline", baseline)
    options()
}

/** How much suspected encoders tell of a victim's, for representations with their roles. */
public fun miScore(
    representations: Representations,
    options: ScoreBuilder.() -> Unit = {},
): MiScores = miScore {
    representations(representations)
    options()
}
