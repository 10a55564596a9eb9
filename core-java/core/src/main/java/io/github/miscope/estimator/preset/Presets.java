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
import io.github.miscope.estimator.scale.RelativeScaleMaximum;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.estimator.scale.ScaledConditional;
import io.github.miscope.scaling.Scaling;

/**
 * The estimators of the literature by name, each a composition of an estimator with scalings. All
 * options can be changed on what is returned.
 */
public final class Presets {

  private Presets() {}

  /**
   * KSG1 of Kraskov, St&ouml;gbauer and Grassberger 2004, on the data as they are.
   *
   * @return {@link Ksg#ksg1()}
   */
  public static Ksg ksg() {
    return Ksg.ksg1();
  }

  /**
   * KSG2 of Kraskov, St&ouml;gbauer and Grassberger 2004, on the data as they are.
   *
   * @return {@link Ksg#ksg2()}
   */
  public static Ksg ksg2() {
    return Ksg.ksg2();
  }

  /**
   * The closed-ball form of "Towards Robust Scale-Invariant Mutual Information Estimators", for
   * reproducing its figures.
   *
   * @return {@link Ksg#closedBall()}
   */
  public static Ksg ksgClosedBall() {
    return Ksg.closedBall();
  }

  /**
   * BI-KSG of Gao, Oh and Viswanath 2018, on the data as they are.
   *
   * @return {@link Ksg#biKsg()}
   */
  public static Ksg biKsg() {
    return Ksg.biKsg();
  }

  /**
   * KSG1 with every column divided by its standard deviation.
   *
   * @return {@link #ksg()} under {@link Scaling#local()}
   */
  public static Scaled ksgLocal() {
    return Scaled.of(ksg(), Scaling.local());
  }

  /**
   * KSG1 under global L2 scaling, maximised over the relative scale.
   *
   * @return the maximum of {@link #ksg()} under {@link Scaling#globalL2()} over the paper's grid
   */
  public static RelativeScaleMaximum ksgGlobal() {
    return RelativeScaleMaximum.of(ksg(), Scaling.globalL2());
  }

  /**
   * KSG1 under global Linf scaling, maximised over the relative scale.
   *
   * @return the maximum of {@link #ksg()} under {@link Scaling#globalLinf()} over the paper's grid
   */
  public static RelativeScaleMaximum ksgGlobalLinf() {
    return RelativeScaleMaximum.of(ksg(), Scaling.globalLinf());
  }

  /**
   * KSG2 with the local non-uniformity correction of Gao, Ver Steeg and Galstyan 2015, for strongly
   * dependent variables of few dimensions.
   *
   * @return {@link LocalNonUniformity#withDefaults()}
   */
  public static LocalNonUniformity ksgLnc() {
    return LocalNonUniformity.withDefaults();
  }

  /**
   * Discrete variables: entropies with Grassberger's correction.
   *
   * @return {@link DiscreteMutualInformation#withDefaults()}
   */
  public static DiscreteMutualInformation discrete() {
    return DiscreteMutualInformation.withDefaults();
  }

  /**
   * Continuous variables in bins of equal width.
   *
   * @param bins how many per column, at least 1
   * @return {@link BinnedMutualInformation} of {@link Binning#equalWidth(int)}
   * @throws IllegalArgumentException if bins &lt; 1
   */
  public static BinnedMutualInformation binned(int bins) {
    return BinnedMutualInformation.of(Binning.equalWidth(bins));
  }

  /**
   * A discrete and a continuous variable: Ross 2014, on the data as they are.
   *
   * @return {@link Ross#withDefaults()}
   */
  public static Ross ross() {
    return Ross.withDefaults();
  }

  /**
   * Mixtures of atoms and densities: Gao, Kannan, Oh and Viswanath 2017, on the data as they are.
   *
   * @return {@link MixtureKsg#withDefaults()}
   */
  public static MixtureKsg mixtureKsg() {
    return MixtureKsg.withDefaults();
  }

  /**
   * Mixtures of atoms and densities, and conditional mutual information of them: Mesner and
   * Shalizi, on the data as they are.
   *
   * @return {@link MesnerShalizi#withDefaults()}
   */
  public static MesnerShalizi mesnerShalizi() {
    return MesnerShalizi.withDefaults();
  }

  /**
   * Conditional mutual information of continuous variables: Frenzel and Pompe 2007 on normal ranks.
   *
   * @return {@link ConditionalKsg} under {@link Scaling#normalRank()}
   */
  public static ScaledConditional conditionalKsg() {
    return ScaledConditional.of(ConditionalKsg.withDefaults(), Scaling.normalRank());
  }

  /**
   * Conditional mutual information of Gaussian variables, unbiased.
   *
   * @return {@link ConditionalGaussian#withDefaults()}
   */
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
    return ByType.of(continuous);
  }

  /**
   * Conditional mutual information of variables of any kinds.
   *
   * @param continuous the estimator for continuous variables within levels of a discrete Z
   * @return {@link ConditionalByType#of}
   */
  public static ConditionalByType conditionalByType(MutualInformationEstimator continuous) {
    return ConditionalByType.of(ByType.of(continuous));
  }

  /**
   * What miscope chooses: by the kinds of the columns, and {@link Auto} for continuous ones.
   *
   * @return the estimator
   */
  public static ByType auto() {
    return byType(Auto.withDefaults());
  }

  /**
   * What miscope chooses for I(X;Y|Z): by the kinds of the columns.
   *
   * @return the estimator
   */
  public static ConditionalByType autoConditional() {
    return conditionalByType(Auto.withDefaults());
  }

  /**
   * The mutual information of jointly normal variables with the data's canonical correlations.
   *
   * @return {@link GaussianMutualInformation#withDefaults()}
   */
  public static GaussianMutualInformation gaussian() {
    return GaussianMutualInformation.withDefaults();
  }
}
