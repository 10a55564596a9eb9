package io.github.miscope.neural;

import io.github.miscope.neural.bound.Bound;
import io.github.miscope.scaling.Scaling;

/**
 * Neural estimators of the literature by name, raw and under the scalings of "Towards Robust
 * Scale-Invariant Mutual Information Estimators" (table 1), which also centre. All options can be
 * changed on what is returned.
 */
public final class NeuralPresets {

  private NeuralPresets() {}

  /**
   * MINE (Belghazi et al., "Mutual Information Neural Estimation", ICML 2018), on the data as they
   * are.
   *
   * @return the estimator
   */
  public static NeuralMutualInformation mine() {
    return NeuralMutualInformation.of(Bound.donskerVaradhan());
  }

  /**
   * MINE with every column divided by its standard deviation.
   *
   * @return {@link #mine()} under {@link Scaling#local()}
   */
  public static NeuralMutualInformation mineLocal() {
    return mine().withScaling(Scaling.local());
  }

  /**
   * MINE with one factor for all columns of a variable, their total variance made 1.
   *
   * @return {@link #mine()} under {@link Scaling#globalL2()}
   */
  public static NeuralMutualInformation mineGlobal() {
    return mine().withScaling(Scaling.globalL2());
  }

  /**
   * MINE with one factor for all columns of a variable, their mean variance made 1.
   *
   * @return {@link #mine()} under {@link Scaling#corrected()}
   */
  public static NeuralMutualInformation mineGlobalCorrected() {
    return mine().withScaling(Scaling.corrected());
  }

  /**
   * NWJ (MINE-f) (Nguyen, Wainwright and Jordan 2010), on the data as they are.
   *
   * @return the estimator
   */
  public static NeuralMutualInformation nwj() {
    return NeuralMutualInformation.of(Bound.nwj());
  }

  /**
   * NWJ (MINE-f) with every column divided by its standard deviation.
   *
   * @return {@link #nwj()} under {@link Scaling#local()}
   */
  public static NeuralMutualInformation nwjLocal() {
    return nwj().withScaling(Scaling.local());
  }

  /**
   * NWJ (MINE-f) with one factor for all columns of a variable, their total variance made 1.
   *
   * @return {@link #nwj()} under {@link Scaling#globalL2()}
   */
  public static NeuralMutualInformation nwjGlobal() {
    return nwj().withScaling(Scaling.globalL2());
  }

  /**
   * NWJ (MINE-f) with one factor for all columns of a variable, their mean variance made 1.
   *
   * @return {@link #nwj()} under {@link Scaling#corrected()}
   */
  public static NeuralMutualInformation nwjGlobalCorrected() {
    return nwj().withScaling(Scaling.corrected());
  }

  /**
   * InfoNCE (van den Oord, Li and Vinyals 2018), on the data as they are.
   *
   * @return the estimator
   */
  public static NeuralMutualInformation infoNce() {
    return NeuralMutualInformation.of(Bound.infoNce());
  }

  /**
   * InfoNCE with every column divided by its standard deviation.
   *
   * @return {@link #infoNce()} under {@link Scaling#local()}
   */
  public static NeuralMutualInformation infoNceLocal() {
    return infoNce().withScaling(Scaling.local());
  }

  /**
   * InfoNCE with one factor for all columns of a variable, their total variance made 1.
   *
   * @return {@link #infoNce()} under {@link Scaling#globalL2()}
   */
  public static NeuralMutualInformation infoNceGlobal() {
    return infoNce().withScaling(Scaling.globalL2());
  }

  /**
   * InfoNCE with one factor for all columns of a variable, their mean variance made 1.
   *
   * @return {@link #infoNce()} under {@link Scaling#corrected()}
   */
  public static NeuralMutualInformation infoNceGlobalCorrected() {
    return infoNce().withScaling(Scaling.corrected());
  }

  /**
   * SMILE (Song and Ermon 2020), on the data as they are.
   *
   * @return the estimator
   */
  public static NeuralMutualInformation smile() {
    return NeuralMutualInformation.of(Bound.smile());
  }

  /**
   * SMILE with every column divided by its standard deviation.
   *
   * @return {@link #smile()} under {@link Scaling#local()}
   */
  public static NeuralMutualInformation smileLocal() {
    return smile().withScaling(Scaling.local());
  }

  /**
   * SMILE with one factor for all columns of a variable, their total variance made 1.
   *
   * @return {@link #smile()} under {@link Scaling#globalL2()}
   */
  public static NeuralMutualInformation smileGlobal() {
    return smile().withScaling(Scaling.globalL2());
  }

  /**
   * SMILE with one factor for all columns of a variable, their mean variance made 1.
   *
   * @return {@link #smile()} under {@link Scaling#corrected()}
   */
  public static NeuralMutualInformation smileGlobalCorrected() {
    return smile().withScaling(Scaling.corrected());
  }

  /**
   * JS: trained on the Jensen-Shannon divergence, valued by NWJ (Poole et al. 2019), on the data as
   * they are.
   *
   * @return the estimator
   */
  public static NeuralMutualInformation jensenShannon() {
    return NeuralMutualInformation.of(Bound.jensenShannon());
  }

  /**
   * JS with every column divided by its standard deviation.
   *
   * @return {@link #jensenShannon()} under {@link Scaling#local()}
   */
  public static NeuralMutualInformation jensenShannonLocal() {
    return jensenShannon().withScaling(Scaling.local());
  }

  /**
   * JS with one factor for all columns of a variable, their total variance made 1.
   *
   * @return {@link #jensenShannon()} under {@link Scaling#globalL2()}
   */
  public static NeuralMutualInformation jensenShannonGlobal() {
    return jensenShannon().withScaling(Scaling.globalL2());
  }

  /**
   * JS with one factor for all columns of a variable, their mean variance made 1.
   *
   * @return {@link #jensenShannon()} under {@link Scaling#corrected()}
   */
  public static NeuralMutualInformation jensenShannonGlobalCorrected() {
    return jensenShannon().withScaling(Scaling.corrected());
  }

  /**
   * The upper bound CLUB (Cheng et al. 2020), on the data as they are.
   *
   * @return the estimator
   */
  public static NeuralMutualInformation club() {
    return NeuralMutualInformation.of(Bound.club());
  }

  /**
   * The upper bound CLUB with every column divided by its standard deviation.
   *
   * @return {@link #club()} under {@link Scaling#local()}
   */
  public static NeuralMutualInformation clubLocal() {
    return club().withScaling(Scaling.local());
  }

  /**
   * The upper bound CLUB with one factor for all columns of a variable, their total variance made
   * 1.
   *
   * @return {@link #club()} under {@link Scaling#globalL2()}
   */
  public static NeuralMutualInformation clubGlobal() {
    return club().withScaling(Scaling.globalL2());
  }

  /**
   * The upper bound CLUB with one factor for all columns of a variable, their mean variance made 1.
   *
   * @return {@link #club()} under {@link Scaling#corrected()}
   */
  public static NeuralMutualInformation clubGlobalCorrected() {
    return club().withScaling(Scaling.corrected());
  }

  /**
   * The leave-one-out upper bound (Poole et al. 2019), on the data as they are.
   *
   * @return the estimator
   */
  public static NeuralMutualInformation leaveOneOut() {
    return NeuralMutualInformation.of(Bound.leaveOneOut());
  }

  /**
   * The leave-one-out upper bound with every column divided by its standard deviation.
   *
   * @return {@link #leaveOneOut()} under {@link Scaling#local()}
   */
  public static NeuralMutualInformation leaveOneOutLocal() {
    return leaveOneOut().withScaling(Scaling.local());
  }

  /**
   * The leave-one-out upper bound with one factor for all columns of a variable, their total
   * variance made 1.
   *
   * @return {@link #leaveOneOut()} under {@link Scaling#globalL2()}
   */
  public static NeuralMutualInformation leaveOneOutGlobal() {
    return leaveOneOut().withScaling(Scaling.globalL2());
  }

  /**
   * The leave-one-out upper bound with one factor for all columns of a variable, their mean
   * variance made 1.
   *
   * @return {@link #leaveOneOut()} under {@link Scaling#corrected()}
   */
  public static NeuralMutualInformation leaveOneOutGlobalCorrected() {
    return leaveOneOut().withScaling(Scaling.corrected());
  }
}
