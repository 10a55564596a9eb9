package io.github.miscope.dsl

import io.github.miscope.estimator.TrainedEstimator
import io.github.miscope.sample.Seed

// Neural estimators are in a module of their own, miscope-neural: its native code is large. Where
// it is missing, each of these throws a MissingModuleException, which says what line adds it.

/** MINE (Belghazi et al. 2018), a lower bound, on the data as they are. Needs miscope-neural. */
public val mine: TrainedEstimator
    get() = neural("mine")

/** [mine] with every column centred and divided by its standard deviation. */
public val mineLocal: TrainedEstimator
    get() = neural("mineLocal")

/** [mine] with X and Y centred, and the total variance of each made 1. */
public val mineGlobal: TrainedEstimator
    get() = neural("mineGlobal")

/**
 * [mine] with X and Y centred, and the mean variance of the columns of each made 1 ("Towards Robust
 * Scale-Invariant Mutual Information Estimators", table 1).
 */
public val mineGlobalCorrected: TrainedEstimator
    get() = neural("mineGlobalCorrected")

/** InfoNCE (van den Oord, Li and Vinyals 2018), a lower bound that cannot exceed log(batch). */
public val infoNce: TrainedEstimator
    get() = neural("infoNce")

/** [infoNce] scaled as [mineLocal]. */
public val infoNceLocal: TrainedEstimator
    get() = neural("infoNceLocal")

/** [infoNce] scaled as [mineGlobal]. */
public val infoNceGlobal: TrainedEstimator
    get() = neural("infoNceGlobal")

/** [infoNce] scaled as [mineGlobalCorrected]. */
public val infoNceGlobalCorrected: TrainedEstimator
    get() = neural("infoNceGlobalCorrected")

/** NWJ (Nguyen, Wainwright and Jordan 2010), also called MINE-f, a lower bound. */
public val nwj: TrainedEstimator
    get() = neural("nwj")

/** [nwj] scaled as [mineLocal]. */
public val nwjLocal: TrainedEstimator
    get() = neural("nwjLocal")

/** [nwj] scaled as [mineGlobal]. */
public val nwjGlobal: TrainedEstimator
    get() = neural("nwjGlobal")

/** [nwj] scaled as [mineGlobalCorrected]. */
public val nwjGlobalCorrected: TrainedEstimator
    get() = neural("nwjGlobalCorrected")

/** SMILE (Song and Ermon 2020): MINE with a clipped denominator, which is no bound any more. */
public val smile: TrainedEstimator
    get() = neural("smile")

/** [smile] scaled as [mineLocal]. */
public val smileLocal: TrainedEstimator
    get() = neural("smileLocal")

/** [smile] scaled as [mineGlobal]. */
public val smileGlobal: TrainedEstimator
    get() = neural("smileGlobal")

/** [smile] scaled as [mineGlobalCorrected]. */
public val smileGlobalCorrected: TrainedEstimator
    get() = neural("smileGlobalCorrected")

/** A critic trained on the Jensen-Shannon divergence and valued by NWJ (Poole et al. 2019). */
public val jensenShannon: TrainedEstimator
    get() = neural("jensenShannon")

/** [jensenShannon] scaled as [mineLocal]. */
public val jensenShannonLocal: TrainedEstimator
    get() = neural("jensenShannonLocal")

/** [jensenShannon] scaled as [mineGlobal]. */
public val jensenShannonGlobal: TrainedEstimator
    get() = neural("jensenShannonGlobal")

/** [jensenShannon] scaled as [mineGlobalCorrected]. */
public val jensenShannonGlobalCorrected: TrainedEstimator
    get() = neural("jensenShannonGlobalCorrected")

/** CLUB (Cheng et al. 2020), an upper bound where its density is right. */
public val club: TrainedEstimator
    get() = neural("club")

/** [club] scaled as [mineLocal]. */
public val clubLocal: TrainedEstimator
    get() = neural("clubLocal")

/** [club] scaled as [mineGlobal]. */
public val clubGlobal: TrainedEstimator
    get() = neural("clubGlobal")

/** [club] scaled as [mineGlobalCorrected]. */
public val clubGlobalCorrected: TrainedEstimator
    get() = neural("clubGlobalCorrected")

/** The leave-one-out upper bound (Poole et al. 2019). */
public val leaveOneOut: TrainedEstimator
    get() = neural("leaveOneOut")

/** [leaveOneOut] scaled as [mineLocal]. */
public val leaveOneOutLocal: TrainedEstimator
    get() = neural("leaveOneOutLocal")

/** [leaveOneOut] scaled as [mineGlobal]. */
public val leaveOneOutGlobal: TrainedEstimator
    get() = neural("leaveOneOutGlobal")

/** [leaveOneOut] scaled as [mineGlobalCorrected]. */
public val leaveOneOutGlobalCorrected: TrainedEstimator
    get() = neural("leaveOneOutGlobalCorrected")

/**
 * The same estimator with other options: `mine(steps = 1000)`, `infoNce(batch = 512)`,
 * `mine(members = 5)` for a standard error. Critics and ways of training are options of the
 * estimators themselves: `NeuralPresets.mine().withCritic(Critic.sisak())`.
 *
 * @param steps batches at most; as it was if null
 * @param batch observations in a batch; as it was if null
 * @param members critics, whose mean is the estimate; as it was if null
 * @param seed of initial weights, splits and batches; as it was if null
 * @throws IllegalArgumentException if an option is out of range
 */
public operator fun TrainedEstimator.invoke(
    steps: Int? = null,
    batch: Int? = null,
    members: Int? = null,
    seed: Long? = null,
): TrainedEstimator {
    var changed = this
    steps?.let { changed = changed.withSteps(it) }
    batch?.let { changed = changed.withBatch(it) }
    members?.let { changed = changed.withMembers(it) }
    seed?.let { changed = changed.withSeed(Seed.of(it)) }
    return Use.ESTIMATOR.of(changed)
}
