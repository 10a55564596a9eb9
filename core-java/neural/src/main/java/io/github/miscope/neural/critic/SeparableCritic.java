package io.github.miscope.neural.critic;

import java.util.List;

/**
 * The scalar product of a perceptron of x and one of y: all pairs of a batch cost one product of
 * matrices.
 *
 * @param widths of the hidden layers
 * @param dimension outputs of each perceptron
 * @param activation between layers
 * @param dropout the share of hidden units that a training step leaves out, in [0, 1)
 */
public record SeparableCritic(
    List<Integer> widths, int dimension, Activation activation, double dropout) implements Critic {

  /**
   * A critic.
   *
   * @param widths of the hidden layers
   * @param dimension outputs of each perceptron
   * @param activation between layers
   * @param dropout the share of hidden units that a training step leaves out
   * @throws IllegalArgumentException if there is no layer, a width is below 1 or dropout is outside
   *     [0, 1)
   */
  public SeparableCritic {
    widths = List.copyOf(widths);
    Options.check(widths, dropout);
    Options.requirePositive("dimension", dimension);
  }

  /**
   * The same critic with other hidden layers.
   *
   * @param newWidths of the hidden layers
   * @return a changed copy
   */
  public SeparableCritic withWidths(Integer... newWidths) {
    return new SeparableCritic(List.of(newWidths), dimension, activation, dropout);
  }

  /**
   * The same critic with another nonlinearity.
   *
   * @param newActivation between layers
   * @return a changed copy
   */
  public SeparableCritic withActivation(Activation newActivation) {
    return new SeparableCritic(widths, dimension, newActivation, dropout);
  }

  /**
   * The same critic with dropout.
   *
   * @param share of hidden units that a training step leaves out, in [0, 1)
   * @return a changed copy
   */
  public SeparableCritic withDropout(double share) {
    return new SeparableCritic(widths, dimension, activation, share);
  }

  /**
   * The same critic with another number of outputs.
   *
   * @param newDimension outputs of each perceptron
   * @return a changed copy
   */
  public SeparableCritic withDimension(int newDimension) {
    return new SeparableCritic(widths, newDimension, activation, dropout);
  }

  @Override
  public boolean scoresAllPairs() {
    return true;
  }

  @Override
  public String toString() {
    return "separable "
        + Options.label(widths, activation, Activation.RELU, dropout)
        + "-"
        + dimension;
  }
}
