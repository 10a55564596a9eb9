package io.github.miscope.neural.network;

import java.util.Locale;

/**
 * How a network, without its noise and dropout, does on data.
 *
 * @param loss mean loss; in nats for cross-entropy
 * @param accuracy the share of observations whose class it finds
 */
public record Score(double loss, double accuracy) {

  /** Both: "loss 0.31, accuracy 0.97". */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "loss %.4g, accuracy %.4g", loss, accuracy);
  }
}
