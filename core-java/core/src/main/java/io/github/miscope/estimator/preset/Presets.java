package io.github.miscope.estimator.preset;

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
}
