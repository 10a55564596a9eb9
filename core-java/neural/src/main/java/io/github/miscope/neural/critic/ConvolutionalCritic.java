package io.github.miscope.neural.critic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Convolutional features of x and of y, where they are images, and a perceptron on both. Columns of
 * an image run through its channels, rows and pixels of a row, in this order. Each block is a 3 x 3
 * convolution that keeps the size, max-pooling by 2 and the nonlinearity.
 *
 * @param widths of the hidden layers
 * @param x the shape of X
 * @param y the shape of Y
 * @param channels of the blocks
 * @param activation between layers
 * @param dropout the share of hidden units that a training step leaves out, in [0, 1)
 */
public record ConvolutionalCritic(
    List<Integer> widths,
    ImageShape x,
    ImageShape y,
    List<Integer> channels,
    Activation activation,
    double dropout)
    implements Critic {

  /**
   * A critic.
   *
   * @param widths of the hidden layers
   * @param x the shape of X
   * @param y the shape of Y
   * @param channels of the blocks
   * @param activation between layers
   * @param dropout the share of hidden units that a training step leaves out
   * @throws IllegalArgumentException if there is no layer, a width is below 1 or dropout is outside
   *     [0, 1)
   */
  public ConvolutionalCritic {
    widths = List.copyOf(widths);
    Options.check(widths, dropout);
    channels = List.copyOf(channels);
    for (int count : channels) {
      Options.requirePositive("channels", count);
    }
    x.requirePoolable("x", channels.size());
    y.requirePoolable("y", channels.size());
  }

  /**
   * The same critic with other hidden layers.
   *
   * @param newWidths of the hidden layers
   * @return a changed copy
   */
  public ConvolutionalCritic withWidths(Integer... newWidths) {
    return new ConvolutionalCritic(List.of(newWidths), x, y, channels, activation, dropout);
  }

  /**
   * The same critic with another nonlinearity.
   *
   * @param newActivation between layers
   * @return a changed copy
   */
  public ConvolutionalCritic withActivation(Activation newActivation) {
    return new ConvolutionalCritic(widths, x, y, channels, newActivation, dropout);
  }

  /**
   * The same critic with dropout.
   *
   * @param share of hidden units that a training step leaves out, in [0, 1)
   * @return a changed copy
   */
  public ConvolutionalCritic withDropout(double share) {
    return new ConvolutionalCritic(widths, x, y, channels, activation, share);
  }

  /**
   * A critic for pairs of images, with two blocks of 8 channels, two layers of 100 and leaky
   * rectifiers.
   *
   * @param x the shape of X
   * @param y the shape of Y; {@link ImageShape#vector} if it is none
   * @return the critic
   * @throws IllegalArgumentException if an image is too small for the blocks
   */
  public static ConvolutionalCritic of(ImageShape x, ImageShape y) {
    return new ConvolutionalCritic(
        List.of(100, 100), x, y, List.of(8, 8), Activation.LEAKY_RELU, 0);
  }

  /**
   * The same critic with other blocks.
   *
   * @param newChannels of the blocks
   * @return a changed copy
   */
  public ConvolutionalCritic withChannels(List<Integer> newChannels) {
    return new ConvolutionalCritic(widths, x, y, newChannels, activation, dropout);
  }

  @Override
  public void requireFits(int dX, int dY) {
    x.requireColumns("x", dX);
    y.requireColumns("y", dY);
  }

  @Override
  public boolean needsAllColumns() {
    return true;
  }

  @Override
  public String toString() {
    return "convolutional "
        + channels.stream().map(Object::toString).collect(Collectors.joining("-"))
        + " "
        + Options.label(widths, activation, Activation.LEAKY_RELU, dropout);
  }
}
