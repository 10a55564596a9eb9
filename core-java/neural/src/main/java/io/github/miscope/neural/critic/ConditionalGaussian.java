package io.github.miscope.neural.critic;

import java.util.List;

/**
 * The score log q(y|x) of a normal density with independent components, whose means and log
 * variances are a perceptron of x (Cheng et al. 2020, section 4.2).
 *
 * @param widths of the hidden layers
 * @param activation between layers
 * @param dropout the share of hidden units that a training step leaves out, in [0, 1)
 */
public record ConditionalGaussian(List<Integer> widths, Activation activation, double dropout)
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
  public ConditionalGaussian {
    widths = List.copyOf(widths);
    Options.check(widths, dropout);
  }

  /**
   * The same critic with other hidden layers.
   *
   * @param newWidths of the hidden layers
   * @return a changed copy
   */
  public ConditionalGaussian withWidths(Integer... newWidths) {
    return new ConditionalGaussian(List.of(newWidths), activation, dropout);
  }

  /**
   * The same critic with another nonlinearity.
   *
   * @param newActivation between layers
   * @return a changed copy
   */
  public ConditionalGaussian withActivation(Activation newActivation) {
    return new ConditionalGaussian(widths, newActivation, dropout);
  }

  /**
   * The same critic with dropout.
   *
   * @param share of hidden units that a training step leaves out, in [0, 1)
   * @return a changed copy
   */
  public ConditionalGaussian withDropout(double share) {
    return new ConditionalGaussian(widths, activation, share);
  }

  @Override
  public boolean scoresAllPairs() {
    return true;
  }

  @Override
  public boolean isDensity() {
    return true;
  }

  @Override
  public String toString() {
    return "q(y|x) " + Options.label(widths, activation, Activation.RELU, dropout);
  }
}
