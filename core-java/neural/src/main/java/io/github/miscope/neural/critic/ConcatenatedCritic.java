package io.github.miscope.neural.critic;

import java.util.List;

/**
 * A perceptron on the concatenated pair (x, y).
 *
 * @param widths of the hidden layers
 * @param activation between layers
 * @param dropout the share of hidden units that a training step leaves out, in [0, 1)
 */
public record ConcatenatedCritic(List<Integer> widths, Activation activation, double dropout)
    implements Critic {

  /**
   * A critic.
   *
   * @param widths of the hidden layers
   * @param activation between layers
   * @param dropout the share of hidden units that a training step leaves out
   * @throws IllegalArgumentException if there is no layer, a width is below 1 or dropout is outside
   *     [0, 1)
   */
  public ConcatenatedCritic {
    widths = List.copyOf(widths);
    Options.check(widths, dropout);
  }

  /**
   * The same critic with other hidden layers.
   *
   * @param newWidths of the hidden layers
   * @return a changed copy
   */
  public ConcatenatedCritic withWidths(Integer... newWidths) {
    return new ConcatenatedCritic(List.of(newWidths), activation, dropout);
  }

  /**
   * The same critic with another nonlinearity.
   *
   * @param newActivation between layers
   * @return a changed copy
   */
  public ConcatenatedCritic withActivation(Activation newActivation) {
    return new ConcatenatedCritic(widths, newActivation, dropout);
  }

  /**
   * The same critic with dropout.
   *
   * @param share of hidden units that a training step leaves out, in [0, 1)
   * @return a changed copy
   */
  public ConcatenatedCritic withDropout(double share) {
    return new ConcatenatedCritic(widths, activation, share);
  }

  @Override
  public String toString() {
    return Options.label(widths, activation, Activation.RELU, dropout);
  }
}
