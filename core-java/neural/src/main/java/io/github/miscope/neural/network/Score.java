package io.github.miscope.neural.network;

import java.util.Locale;

/**
 * How a network, without its noise and dropout, does on data.
 *
 * @param loss mean loss; in nats for cross-entropy; NaN if it is not about classes
 * @param accuracy the share of observations whose class it finds; NaN likewise
 */
public record Score(double loss, double accuracy) {

  /** Of a loss that is not about classes. */
  public static final Score UNKNOWN = new Score(Double.NaN, Double.NaN);

  /** Both: "loss 0.31, accuracy 0.97". */
  @Override
  public String toString() {
    if (equals(UNKNOWN)) {
      return "no classes";
    }
    return String.format(Locale.ROOT, "loss %.4g, accuracy %.4g", loss, accuracy);
  }
}
