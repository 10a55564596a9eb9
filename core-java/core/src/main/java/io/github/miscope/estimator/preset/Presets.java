package io.github.miscope.estimator.preset;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.auto.Auto;
import io.github.miscope.estimator.conditional.ConditionalByType;
import io.github.miscope.estimator.conditional.ConditionalGaussian;
import io.github.miscope.estimator.conditional.ConditionalKsg;
import io.github.miscope.estimator.discrete.BinnedMutualInformation;
import io.github.miscope.estimator.discrete.Binning;
import io.github.miscope.estimator.discrete.DiscreteMutualInformation;
import io.github.miscope.estimator.gaussian.GaussianMutualInformation;
import io.github.miscope.estimator.mixed.ByType;
import io.github.miscope.estimator.mixed.MesnerShalizi;
import io.github.miscope.estimator.mixed.MixtureKsg;
import io.github.miscope.estimator.mixed.Ross;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.neighbour.LocalNonUniformity;
import io.github.miscope.estimator.preset.Preset.Group;
import io.github.miscope.estimator.scale.RelativeScaleMaximum;
import io.github.miscope.estimator.scale.ScaleGrid;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.estimator.scale.ScaledConditional;
import io.github.miscope.scaling.Scaling;
import java.util.Objects;

/**
 * The estimators of the literature by name, each a composition of an estimator with scalings. All
 * options can be changed on what is returned. The {@link Catalogue} lists them.
 */
public final class Presets {

  private Presets() {}

  /**
   * KSG1 of Kraskov, St&ouml;gbauer and Grassberger 2004, on the data as they are.
   *
   * @return {@link Ksg#ksg1()}
   */
  @Preset(
      group = Group.CONTINUOUS,
      summary = "KSG1: Kraskov, Stögbauer, Grassberger 2004, eq. 8",
      useWhen = "all columns share one unit and scale",
      source = "Kraskov, Stögbauer and Grassberger 2004, eq. 8")
  public static Ksg ksg() {
    return Ksg.ksg1();
  }

  /**
   * KSG2 of Kraskov, St&ouml;gbauer and Grassberger 2004, on the data as they are.
   *
   * @return {@link Ksg#ksg2()}
   */
  @Preset(
      group = Group.CONTINUOUS,
      summary = "KSG2: the same paper, eq. 9",
      useWhen = "as `ksg`; a little less bias in several dimensions, more variance",
      source = "Kraskov, Stögbauer and Grassberger 2004, eq. 9")
  public static Ksg ksg2() {
    return Ksg.ksg2();
  }

  /**
   * The closed-ball form of "Towards Robust Scale-Invariant Mutual Information Estimators", for
   * reproducing its figures.
   *
   * @return {@link Ksg#closedBall()}
   */
  @Preset(
      group = Group.CONTINUOUS,
      summary = "closed counts with KSG2's -1/k, as in the scale-invariance paper",
      useWhen = "you reproduce that paper; at unequal scales it tends to -1/k, not to 0",
      source = "Towards Robust Scale-Invariant Mutual Information Estimators, eq. 6")
  public static Ksg ksgClosedBall() {
    return Ksg.closedBall();
  }

  /**
   * BI-KSG of Gao, Oh and Viswanath 2018, on the data as they are.
   *
   * @return {@link Ksg#biKsg()}
   */
  @Preset(
      group = Group.CONTINUOUS,
      summary = "Gao, Oh, Viswanath 2018: Euclidean balls",
      useWhen =
          "you compare with that paper; strongly biased upwards at unequal scales and in high"
              + " dimension",
      source = "Gao, Oh and Viswanath 2018")
  public static Ksg biKsg() {
    return Ksg.biKsg();
  }

  /**
   * BI-KSG with the maximum norm over (x,y), as its authors' program computes it, on the data as
   * they are.
   *
   * @return {@link Ksg#biKsgLinf()}
   */
  @Preset(
      group = Group.CONTINUOUS,
      summary = "BI-KSG in the max norm, as its authors' program has it",
      useWhen = "you reproduce tables of the scale-invariance paper, whose values it fits",
      source = "Gao, Oh and Viswanath 2018")
  public static Ksg biKsgLinf() {
    return Ksg.biKsgLinf();
  }

  /**
   * KSG1 with logarithms in place of the digammas of counts, on the data as they are.
   *
   * @return {@link Ksg#ksg1Log()}
   */
  @Preset(
      group = Group.CONTINUOUS,
      summary = "`ksg` with logarithms of counts: Sisak 2024, definition 3.3",
      useWhen = "you reproduce that thesis; `ksg` has less bias",
      source = "Sisak 2024, definition 3.3")
  public static Ksg ksgLog() {
    return Ksg.ksg1Log();
  }

  /**
   * KSG2 with logarithms in place of the digammas of counts, on the data as they are.
   *
   * @return {@link Ksg#ksg2Log()}
   */
  @Preset(
      group = Group.CONTINUOUS,
      summary = "`ksg2` with logarithms of counts: Sisak 2024, definition 3.4",
      useWhen = "you reproduce that thesis; `ksg2` has less bias",
      source = "Sisak 2024, definition 3.4")
  public static Ksg ksg2Log() {
    return Ksg.ksg2Log();
  }

  /**
   * KSG1 with every column divided by its standard deviation.
   *
   * @return {@link #ksg()} under {@link Scaling#local()}
   */
  @Preset(
      group = Group.CONTINUOUS,
      summary = "`ksg`, every column at unit variance",
      useWhen = "columns have different units and all matter",
      source = "Towards Robust Scale-Invariant Mutual Information Estimators, table 1")
  public static Scaled ksgLocal() {
    return Scaled.of(ksg(), Scaling.local());
  }

  /**
   * KSG1 on normal scores of ranks: the same under every rising map of a column.
   *
   * @return {@link #ksg()} under {@link Scaling#normalRank()}
   */
  @Preset(
      group = Group.CONTINUOUS,
      summary = "`ksg` on normal scores of ranks",
      useWhen = "units and distributions of columns should not matter; networks of many columns",
      source = "Kraskov, Stögbauer and Grassberger 2004")
  public static Scaled ksgRanks() {
    return Scaled.of(ksg(), Scaling.normalRank());
  }

  /**
   * KSG1 under global L2 scaling, maximised over the relative scale, on the paper's grid: not
   * symmetric in X and Y, as {@link #ksgGlobalSymmetric()} is.
   *
   * @return the maximum of {@link #ksg()} under {@link Scaling#globalL2()} over the paper's grid
   */
  @Preset(
      group = Group.CONTINUOUS,
      summary = "`ksg` under global L2 scaling, maximised over relative scale",
      useWhen = "units are arbitrary, or some columns are low-energy noise",
      source = "Towards Robust Scale-Invariant Mutual Information Estimators, table 1")
  public static RelativeScaleMaximum ksgGlobal() {
    return RelativeScaleMaximum.of(ksg(), Scaling.globalL2());
  }

  /**
   * KSG1 under global Linf scaling, maximised over the relative scale, on the paper's grid: not
   * symmetric in X and Y, as {@link #ksgGlobalLinfSymmetric()} is.
   *
   * @return the maximum of {@link #ksg()} under {@link Scaling#globalLinf()} over the paper's grid
   */
  @Preset(
      group = Group.CONTINUOUS,
      summary = "`ksg` under global Linf scaling, maximised over relative scale",
      useWhen = "units are arbitrary, or some columns are low-energy noise",
      source = "Towards Robust Scale-Invariant Mutual Information Estimators, table 1")
  public static RelativeScaleMaximum ksgGlobalLinf() {
    return RelativeScaleMaximum.of(ksg(), Scaling.globalLinf());
  }

  /**
   * KSG1 under global L2 scaling, maximised over relative scales from 1/10 to 10.
   *
   * @return {@link #ksgGlobal()} over {@link ScaleGrid#symmetric()}
   */
  @Preset(
      group = Group.CONTINUOUS,
      summary = "`ksgGlobal` over relative scales from 1/10 to 10",
      useWhen = "as above, and X and Y play the same role",
      source =
          "Towards Robust Scale-Invariant Mutual Information Estimators, table 1, but for the grid")
  public static RelativeScaleMaximum ksgGlobalSymmetric() {
    return ksgGlobal().withGrid(ScaleGrid.symmetric());
  }

  /**
   * KSG1 under global Linf scaling, maximised over relative scales from 1/10 to 10.
   *
   * @return {@link #ksgGlobalLinf()} over {@link ScaleGrid#symmetric()}
   */
  @Preset(
      group = Group.CONTINUOUS,
      summary = "`ksgGlobalLinf` over relative scales from 1/10 to 10",
      useWhen = "as above, and X and Y play the same role",
      source =
          "Towards Robust Scale-Invariant Mutual Information Estimators, table 1, but for the grid")
  public static RelativeScaleMaximum ksgGlobalLinfSymmetric() {
    return ksgGlobalLinf().withGrid(ScaleGrid.symmetric());
  }

  /**
   * KSG2 with the local non-uniformity correction of Gao, Ver Steeg and Galstyan 2015, for strongly
   * dependent variables of few dimensions.
   *
   * @return {@link LocalNonUniformity#withDefaults()}
   */
  @Preset(
      group = Group.CONTINUOUS,
      summary = "`ksg2` with the local non-uniformity correction: Gao, Ver Steeg, Galstyan 2015",
      useWhen = "dependence is so strong that `ksg` meets its ceiling",
      source = "Gao, Ver Steeg and Galstyan 2015")
  public static LocalNonUniformity ksgLnc() {
    return LocalNonUniformity.withDefaults();
  }

  /**
   * Discrete variables, less what chance gives them.
   *
   * @return {@link DiscreteMutualInformation#withDefaults()}
   */
  @Preset(
      group = Group.OTHER_KINDS,
      summary = "discrete X and Y, adjusted for chance; or by a correction of the entropies",
      useWhen = "both are categories",
      source = "miscope, after Vinh, Epps and Bailey 2010 and Sch\u00fcrmann 2004")
  public static DiscreteMutualInformation discreteMi() {
    return DiscreteMutualInformation.withDefaults();
  }

  /**
   * Continuous variables in bins of equal width.
   *
   * @param bins how many per column, at least 1
   * @return {@link BinnedMutualInformation} of {@link Binning#equalWidth(int)}
   * @throws IllegalArgumentException if bins &lt; 1
   */
  @Preset(
      group = Group.CONTINUOUS,
      summary = "from entropies of bins",
      useWhen = "you compare with a paper that bins",
      source = "as discreteMi")
  public static BinnedMutualInformation binnedMi(int bins) {
    return BinnedMutualInformation.of(Binning.equalWidth(bins));
  }

  /**
   * A discrete and a continuous variable: Ross 2014, on the data as they are.
   *
   * @return {@link Ross#withDefaults()}
   */
  @Preset(
      group = Group.OTHER_KINDS,
      summary = "one continuous, one discrete: Ross 2014",
      useWhen = "a number against a category",
      source = "Ross 2014")
  public static Ross ross() {
    return Ross.withDefaults();
  }

  /**
   * Mixtures of atoms and densities: Gao, Kannan, Oh and Viswanath 2017, on the data as they are.
   *
   * @return {@link MixtureKsg#withDefaults()}
   */
  @Preset(
      group = Group.OTHER_KINDS,
      summary = "Gao, Kannan, Oh and Viswanath 2017",
      useWhen =
          "you compare with that paper; for atoms and rounded data, `ksg` and `auto` with their broken ties err less",
      source = "Gao, Kannan, Oh and Viswanath 2017")
  public static MixtureKsg mixtureKsg() {
    return MixtureKsg.withDefaults();
  }

  /**
   * Mixtures of atoms and densities, and conditional mutual information of them: Mesner and
   * Shalizi, on the data as they are.
   *
   * @return {@link MesnerShalizi#withDefaults()}
   */
  @Preset(
      group = Group.OTHER_KINDS,
      summary = "Mesner and Shalizi 2020",
      useWhen =
          "you compare with that paper; for atoms and rounded data, `ksg` and `auto` with their broken ties err less",
      source = "Mesner and Shalizi 2020")
  public static MesnerShalizi mesnerShalizi() {
    return MesnerShalizi.withDefaults();
  }

  /**
   * Conditional mutual information of continuous variables: Frenzel and Pompe 2007 on normal ranks.
   *
   * @return {@link ConditionalKsg} under {@link Scaling#normalRank()}
   */
  @Preset(
      group = Group.CONDITIONAL,
      summary = "I(X;Y|Z): Frenzel and Pompe 2007, on normal ranks",
      useWhen = "continuous Z; `given(\"z\")` chooses by kind",
      source = "Frenzel and Pompe 2007")
  public static ScaledConditional conditionalKsg() {
    return ScaledConditional.of(ConditionalKsg.withDefaults(), Scaling.normalRank());
  }

  /**
   * Conditional mutual information of Gaussian variables, unbiased.
   *
   * @return {@link ConditionalGaussian#withDefaults()}
   */
  @Preset(
      group = Group.CONDITIONAL,
      summary = "I(X;Y|Z) of jointly normal variables",
      useWhen = "continuous Z, linear relations",
      source = "miscope")
  public static ConditionalGaussian conditionalGaussian() {
    return ConditionalGaussian.withDefaults();
  }

  /**
   * Variables of any kinds, by the estimator that suits their columns.
   *
   * @param continuous the estimator for continuous variables
   * @return {@link ByType#of}
   */
  public static ByType byType(MutualInformationEstimator continuous) {
    Objects.requireNonNull(continuous, "continuous");
    return ByType.of(continuous);
  }

  /**
   * Conditional mutual information of variables of any kinds.
   *
   * @param continuous the estimator for continuous variables within levels of a discrete Z
   * @return {@link ConditionalByType#of}
   */
  public static ConditionalByType conditionalByType(MutualInformationEstimator continuous) {
    Objects.requireNonNull(continuous, "continuous");
    return ConditionalByType.of(ByType.of(continuous));
  }

  /**
   * What miscope chooses: by the kinds of the columns, and {@link Auto} for continuous ones.
   *
   * @return the estimator
   */
  @Preset(
      group = Group.OTHER_KINDS,
      summary = "by the kinds of the columns; the best of several views for continuous ones",
      useWhen = "you do not choose",
      source = "miscope")
  public static ByType auto() {
    return byType(Auto.withDefaults());
  }

  /**
   * What miscope chooses for I(X;Y|Z): by the kinds of the columns.
   *
   * @return the estimator
   */
  @Preset(
      group = Group.CONDITIONAL,
      summary = "I(X;Y|Z) by the kinds of the columns",
      useWhen = "you do not choose",
      source = "miscope")
  public static ConditionalByType autoConditional() {
    return conditionalByType(Auto.withDefaults());
  }

  /**
   * The mutual information of jointly normal variables with the data's canonical correlations.
   *
   * @return {@link GaussianMutualInformation#withDefaults()}
   */
  @Preset(
      group = Group.CONTINUOUS,
      summary = "from canonical correlations, unbiased for normal data",
      useWhen = "the relation is linear; many columns, few rows",
      source = "miscope")
  public static GaussianMutualInformation gaussianMi() {
    return GaussianMutualInformation.withDefaults();
  }

  /**
   * The mutual information of a Gaussian copula: {@link #gaussianMi()} on normal scores of ranks.
   *
   * @return {@link GaussianMutualInformation#withDefaults()} under {@link Scaling#normalRank()}
   */
  @Preset(
      group = Group.CONTINUOUS,
      summary = "`gaussianMi` on normal scores of ranks: a Gaussian copula",
      useWhen = "relations rise or fall; networks of many columns, in seconds",
      source = "Ince et al. 2017")
  public static Scaled gaussianCopula() {
    return Scaled.of(gaussianMi(), Scaling.normalRank());
  }
}
