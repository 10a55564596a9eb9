package io.github.miscope.activation;

/**
 * How a network does after an epoch; NaN for what is not known.
 *
 * @param trainingLoss mean loss on the training data; in nats for cross-entropy
 * @param testLoss mean loss on the test data
 * @param trainingAccuracy the share of training data whose class it finds, from 0 to 1
 * @param testAccuracy the share of test data whose class it finds, from 0 to 1
 */
public record EpochScores(
    double trainingLoss, double testLoss, double trainingAccuracy, double testAccuracy) {

  /**
   * Nothing is known.
   *
   * @return NaN throughout
   */
  public static EpochScores unknown() {
    return new EpochScores(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }
}
