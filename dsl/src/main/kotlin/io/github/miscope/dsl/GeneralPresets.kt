package io.github.miscope.dsl

import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.auto.Auto
import io.github.miscope.estimator.conditional.ConditionalByType
import io.github.miscope.estimator.conditional.ConditionalGaussian
import io.github.miscope.estimator.conditional.ConditionalKsg
import io.github.miscope.estimator.discrete.BinnedMutualInformation
import io.github.miscope.estimator.discrete.Binning
import io.github.miscope.estimator.discrete.Correction
import io.github.miscope.estimator.discrete.DiscreteMutualInformation
import io.github.miscope.estimator.gaussian.BiasCorrection
import io.github.miscope.estimator.gaussian.GaussianMutualInformation
import io.github.miscope.estimator.mixed.ByType
import io.github.miscope.estimator.mixed.MesnerShalizi
import io.github.miscope.estimator.mixed.MixtureKsg
import io.github.miscope.estimator.mixed.Ross
import io.github.miscope.estimator.neighbour.LocalNonUniformity
import io.github.miscope.estimator.neighbour.TheilerKsg
import io.github.miscope.estimator.preset.Presets
import io.github.miscope.estimator.scale.Scaled
import io.github.miscope.estimator.scale.ScaledConditional
import io.github.miscope.scaling.Scaling

/**
 * What miscope chooses if no estimator is given: by the kinds of the columns, and for continuous
 * ones the best of several views of the data ([Auto]). Its value does not change with the units, or
 * any other rising map, of a column; the estimate says which view won.
 */
public val auto: ByType = Presets.auto()
    get() = Use.ESTIMATOR.of(field)

/** What miscope chooses for I(X;Y|Z) if no estimator is given: by the kinds of the columns. */
public val autoConditional: ConditionalByType = Presets.autoConditional()
    get() = Use.ESTIMATOR.of(field)

/** The same with another number of neighbours of what is inside: `auto(k = 10)`. */
public operator fun ByType.invoke(k: Int): ByType = withK(k)

/**
 * The MI that jointly normal variables with the data's canonical correlations would have, exactly
 * unbiased for normal data; sees linear dependence only.
 */
public val gaussianMi: GaussianMutualInformation = Presets.gaussianMi()
    get() = Use.ESTIMATOR.of(field)

/** [gaussianMi] on normal scores of ranks: the MI of a Gaussian copula. */
public val gaussianCopula: Scaled = Presets.gaussianCopula()
    get() = Use.ESTIMATOR.of(field)

/** The same with another correction of its bias. */
public operator fun GaussianMutualInformation.invoke(
    correction: BiasCorrection
): GaussianMutualInformation = withCorrection(correction)

/**
 * MI of discrete variables less what chance gives them: near zero in the mean for independent ones,
 * however many levels they have, and never above the smaller entropy.
 */
public val discreteMi: DiscreteMutualInformation = Presets.discreteMi()
    get() = Use.ESTIMATOR.of(field)

/** The same with another correction: `discreteMi(Correction.GRASSBERGER)`. */
public operator fun DiscreteMutualInformation.invoke(
    correction: Correction
): DiscreteMutualInformation = withCorrection(correction)

/** MI of a continuous and a discrete variable (Ross 2014), k = 3. */
public val ross: Ross = Presets.ross()
    get() = Use.ESTIMATOR.of(field)

/** The same with another number of neighbours. */
public operator fun Ross.invoke(k: Int): Ross = withK(k)

/** MI of mixtures of continuous and discrete parts (Gao, Kannan, Oh and Viswanath 2017), k = 5. */
public val mixtureKsg: MixtureKsg = Presets.mixtureKsg()
    get() = Use.ESTIMATOR.of(field)

/** The same with another number of neighbours. */
public operator fun MixtureKsg.invoke(k: Int): MixtureKsg = withK(k)

/** MI of mixtures of continuous and discrete parts (Mesner and Shalizi 2020); conditional too. */
public val mesnerShalizi: MesnerShalizi = Presets.mesnerShalizi()
    get() = Use.ESTIMATOR.of(field)

/** The same with another number of neighbours. */
public operator fun MesnerShalizi.invoke(k: Int): MesnerShalizi = withK(k)

/**
 * KSG of series in order of time with a Theiler window, on ranks: points no more than so many rows
 * from a point are neither its neighbours nor counted, since they are alike because they follow
 * each other. `df.mi("x", "y") { estimator(ksgTheiler(20)) }`
 *
 * @param window the window in rows, longer than the series' memory; 0 for none
 * @param k number of neighbours
 * @param scaling how X and Y are rescaled
 * @throws IllegalArgumentException if window < 0 or k < 1
 */
public fun ksgTheiler(
    window: Int,
    k: Int = 3,
    scaling: Scaling = Scaling.normalRank(),
): MutualInformationEstimator =
    Use.ESTIMATOR.of(Scaled.of(TheilerKsg.withWindow(window).withK(k), scaling))

/** MI of binned variables, less what chance gives their bins: `binnedMi(equalWidth(16))`. */
public fun binnedMi(
    binning: Binning,
    correction: Correction = Correction.CHANCE_ADJUSTED,
): BinnedMutualInformation =
    Use.ESTIMATOR.of(BinnedMutualInformation.of(binning).withCorrection(correction))

/** MI of variables in so many bins of equal width over each column's range: `binnedMi(16)`. */
public fun binnedMi(
    bins: Int,
    correction: Correction = Correction.CHANCE_ADJUSTED,
): BinnedMutualInformation = binnedMi(equalWidth(bins), correction)

/** So many bins of equal width over each column's range, as a [binning][binnedMi]. */
public fun equalWidth(bins: Int): Binning = Binning.equalWidth(bins)

/** Bins of a given width, as a [binning][binnedMi]. */
public fun fixedWidth(width: Double): Binning = Binning.fixedWidth(width)

/** So many bins with equal numbers of observations, as a [binning][binnedMi]. */
public fun equalFrequency(bins: Int): Binning = Binning.equalFrequency(bins)

/** I(X;Y|Z) of continuous variables (Frenzel and Pompe 2007) on normal ranks, k = 3. */
public val conditionalKsg: ScaledConditional = Presets.conditionalKsg()
    get() = Use.ESTIMATOR.of(field)

/**
 * I(X;Y|Z) of continuous variables (Frenzel and Pompe 2007) with another number of neighbours or
 * another scaling.
 */
public fun conditionalKsg(k: Int, scaling: Scaling = Scaling.normalRank()): ScaledConditional =
    Use.ESTIMATOR.of(ScaledConditional.of(ConditionalKsg.withDefaults().withK(k), scaling))

/**
 * KSG2 with the local non-uniformity correction (Gao, Ver Steeg and Galstyan 2015): for strongly
 * dependent variables of few dimensions.
 */
public val ksgLnc: LocalNonUniformity = Presets.ksgLnc()
    get() = Use.ESTIMATOR.of(field)

/** The same with another number of neighbours. */
public operator fun LocalNonUniformity.invoke(k: Int): LocalNonUniformity = withK(k)

/** I(X;Y|Z) that jointly normal variables with the data's covariance would have. */
public val conditionalGaussian: ConditionalGaussian = Presets.conditionalGaussian()
    get() = Use.ESTIMATOR.of(field)
