package io.github.miscope.activation;

import io.github.miscope.internal.text.Numbers;
import java.util.StringJoiner;

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

  /** What is known: "training loss 0.31, test accuracy 0.97". */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ");
    text.setEmptyValue("scores not known");
    add(text, "training loss", trainingLoss);
    add(text, "test loss", testLoss);
    add(text, "training accuracy", trainingAccuracy);
    add(text, "test accuracy", testAccuracy);
    return text.toString();
  }

  private static void add(StringJoiner text, String name, double score) {
    if (!Double.isNaN(score)) {
      text.add(name + " " + Numbers.brief(score));
    }
  }
}
