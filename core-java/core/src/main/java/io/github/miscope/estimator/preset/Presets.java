package io.github.miscope.estimator.preset;

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
import io.github.miscope.estimator.scale.RelativeScaleMaximum;
import io.github.miscope.estimator.scale.Scaled;
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
   * What miscope chooses: by the kinds of the columns, and {@link Auto} for continuous ones.
   *
   * @return the estimator
   */
  public static ByType auto() {
    return ByType.of(Auto.withDefaults());
  }

  /**
   * What miscope chooses for I(X;Y|Z): by the kinds of the columns.
   *
   * @return the estimator
   */
  public static ConditionalByType autoConditional() {
    return ConditionalByType.of(auto());
  }

  /**
   * The mutual information of jointly normal variables with the data's canonical correlations.
   *
   * @return {@link GaussianMutualInformation#withDefaults()}
   */
  public static GaussianMutualInformation gaussian() {
    return GaussianMutualInformation.withDefaults();
  }

  /**
   * Mutual information of discrete variables.
   *
   * @return {@link DiscreteMutualInformation#withDefaults()}
   */
  public static DiscreteMutualInformation discrete() {
    return DiscreteMutualInformation.withDefaults();
  }

  /**
   * Mutual information of binned variables.
   *
   * @param binning the bins of X and of Y
   * @return {@link BinnedMutualInformation#of}
   */
  public static BinnedMutualInformation binned(Binning binning) {
    return BinnedMutualInformation.of(binning);
  }

  /**
   * Ross 2014, for a continuous and a discrete variable, k = 3.
   *
   * @return {@link Ross#withDefaults()}
   */
  public static Ross ross() {
    return Ross.withDefaults();
  }

  /**
   * Gao, Kannan, Oh and Viswanath 2017, for mixtures of continuous and discrete parts, k = 3.
   *
   * @return {@link MixtureKsg#withDefaults()}
   */
  public static MixtureKsg mixtureKsg() {
    return MixtureKsg.withDefaults();
  }

  /**
   * Mesner and Shalizi 2020, for mixtures of continuous and discrete parts; conditional too.
   *
   * @return {@link MesnerShalizi#withDefaults()}
   */
  public static MesnerShalizi mesnerShalizi() {
    return MesnerShalizi.withDefaults();
  }

  /**
   * Frenzel and Pompe 2007: KSG1's form of I(X;Y|Z), k = 3, on the data as they are.
   *
   * @return {@link ConditionalKsg#withDefaults()}
   */
  public static ConditionalKsg conditionalKsg() {
    return ConditionalKsg.withDefaults();
  }

  /**
   * I(X;Y|Z) of jointly normal variables with the data's covariance.
   *
   * @return {@link ConditionalGaussian#withDefaults()}
   */
  public static ConditionalGaussian conditionalGaussian() {
    return ConditionalGaussian.withDefaults();
  }
}
