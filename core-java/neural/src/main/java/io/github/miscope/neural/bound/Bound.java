package io.github.miscope.neural.bound;

import io.github.miscope.estimator.BoundDirection;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A variational bound of the mutual information: a function of what a critic F(x, y) says of pairs
 * observed together and of pairs that were not.
 *
 * <p>A critic is trained to maximise {@link #objective} on some data, and the estimate is {@link
 * #value} on others. {@code toString()} is the name in labels.
 */
public sealed interface Bound
    permits DonskerVaradhan, NguyenWainwrightJordan, InfoNce, Smile, JensenShannon, DensityBound {

  /**
   * On which side of the mutual information the value lies in expectation.
   *
   * @return lower, unless the bound says otherwise
   */
  default BoundDirection direction() {
    return BoundDirection.LOWER;
  }

  /**
   * The value of the bound.
   *
   * @param scores what the critic says
   * @return in nats; never clamped
   */
  double value(Scores scores);

  /**
   * What training maximises, where that is not the value itself.
   *
   * @param scores what the critic says
   * @return the larger the better
   */
  default double objective(Scores scores) {
    Objects.requireNonNull(scores, "scores");
    return value(scores);
  }

  /**
   * The largest value that there can be, whatever the critic.
   *
   * @param negatives how many other x there are for each y
   * @return in nats; empty if there is no such limit
   */
  default OptionalDouble ceiling(int negatives) {
    return OptionalDouble.empty();
  }

  /**
   * Whether the value compares each pair with many others, so that it wants all pairs of a batch.
   *
   * @return whether one other x for each y would be too few
   */
  default boolean comparesWithMany() {
    return false;
  }

  /**
   * Whether the critic must be a conditional density log q(y|x), trained by maximum likelihood.
   *
   * @return so for the upper bounds
   */
  default boolean needsDensity() {
    return false;
  }

  /**
   * MINE: the bound of Donsker and Varadhan, with the gradient corrected as in Belghazi et al.
   * 2018.
   *
   * @return with a moving average of rate 0.01
   */
  static DonskerVaradhan donskerVaradhan() {
    return new DonskerVaradhan(0.01);
  }

  /**
   * The bound of Donsker and Varadhan with the plain gradient of each batch, which is biased, as in
   * the programs of Cheng et al. 2020 and Sisak 2024.
   *
   * @return without a moving average
   */
  static DonskerVaradhan plainDonskerVaradhan() {
    return new DonskerVaradhan(1);
  }

  /**
   * The bound of Nguyen, Wainwright and Jordan, also known as MINE-f and f-GAN KL.
   *
   * @return the bound
   */
  static NguyenWainwrightJordan nwj() {
    return new NguyenWainwrightJordan();
  }

  /**
   * InfoNCE, van den Oord, Li and Vinyals 2018.
   *
   * @return the bound
   */
  static InfoNce infoNce() {
    return new InfoNce();
  }

  /**
   * SMILE, Song and Ermon 2020.
   *
   * @return clipped at tau = 5
   */
  static Smile smile() {
    return new Smile(5);
  }

  /**
   * A critic trained on the Jensen-Shannon divergence and valued by the bound of Nguyen, Wainwright
   * and Jordan.
   *
   * @return the bound
   */
  static JensenShannon jensenShannon() {
    return new JensenShannon(JensenShannon.Valuation.NWJ);
  }

  /**
   * The upper bound CLUB, Cheng et al. 2020.
   *
   * @return the bound
   */
  static Club club() {
    return new Club();
  }

  /**
   * The leave-one-out upper bound, Poole et al. 2019.
   *
   * @return the bound
   */
  static LeaveOneOut leaveOneOut() {
    return new LeaveOneOut();
  }
}
